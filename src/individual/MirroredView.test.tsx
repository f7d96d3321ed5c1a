// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { minute } from '../meeting/clock.ts';
import type { MeetingIntent } from '../meeting/meetingEvents.ts';
import { placed, testStart, timed } from '../meeting/testMeeting.ts';
import { addOwnAction } from '../plan/commands/addRows.ts';
import { setShown } from '../plan/commands/showRows.ts';
import { setPlanField } from '../plan/commands/wholePlan.ts';
import { must } from '../plan/testing.ts';
import { axeFindings } from '../ui/axeFindings.ts';
import { MirroredView } from './MirroredView.tsx';
import { createLars, inPart, type RoomCase, showEverythingThatMayBe } from './testRoom.ts';
import { createTestWorkspace, TestCase } from './testWorkspace.tsx';

type Events = readonly (readonly [number, MeetingIntent])[];

const open = (events: Events, minutes: number, lars: RoomCase = createLars()) => {
  const at = testStart + minutes * minute;
  const workspace = createTestWorkspace({ ...lars, log: placed(timed(events)), now: () => at });
  const onOnlyMe = vi.fn();
  const view = (signal = false) => (
    <TestCase workspace={workspace}>
      <MirroredView
        clock={{ now: () => at, monotonic: () => 0 }}
        onOnlyMe={onOnlyMe}
        signal={signal}
      />
    </TestCase>
  );
  return { workspace, onOnlyMe, view, ...render(view()) };
};

const events = (workspace: ReturnType<typeof open>['workspace']) =>
  workspace
    .facts()
    .flatMap(({ data }) =>
      typeof data === 'object' && data !== null && 'event' in data
        ? [(data.event as MeetingIntent).type]
        : [],
    );

const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }));

afterEach(cleanup);

describe('the tablet that everyone sees', () => {
  it('says part, time and what we agree on in the words of the room', () => {
    const lars = createLars();
    showEverythingThatMayBe(lars);
    open(inPart(2), 13, lars);
    expect(screen.getByRole('heading', { name: 'Behov' })).toBeTruthy();
    expect(screen.getByText('Cirka 30 minuter kvar')).toBeTruthy();
    expect(screen.getByText('Vi är överens om 3 saker · 1 väntar på besked')).toBeTruthy();
    expect(screen.getByText('Sedan: Sammanfattning')).toBeTruthy();
  });

  it('asks before anything private is shown, and goes there only after Bara jag ser skärmen nu', async () => {
    const { onOnlyMe, workspace } = open(inPart(2), 13);
    await press('Tillbaka');
    expect(onOnlyMe).not.toHaveBeenCalled();
    await press('Stanna här');
    expect(onOnlyMe).not.toHaveBeenCalled();
    await press('Tillbaka');
    await press('Bara jag ser skärmen nu');
    await waitFor(() => expect(onOnlyMe).toHaveBeenCalledOnce());
    expect(workspace.current().state.meeting.current.seenBy).toBe('nej');
  });

  it('stays when somebody goes back in the browser or presses Escape', async () => {
    const { onOnlyMe } = open(inPart(2), 13);
    window.dispatchEvent(new PopStateEvent('popstate'));
    await waitFor(() => expect(screen.getByText('Ser någon annan skärmen?')).toBeTruthy());
    await press('Stanna här');
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(onOnlyMe).not.toHaveBeenCalled();
    expect(screen.getByRole('heading', { name: 'Behov' })).toBeTruthy();
  });

  it('has no way to notes, consent, other plans, settings or a password', () => {
    open(inPart(2), 13);
    expect(screen.queryAllByRole('link')).toEqual([]);
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Tillbaka',
      'Skriv en rad',
      'Dölj planen',
      'Ta paus',
      'Nästa del: Sammanfattning',
    ]);
    expect(document.querySelector('input[type="password"]')).toBeNull();
  });

  it('goes on to the next part, hides the plan and pauses in one tap each', async () => {
    const { workspace } = open(inPart(2), 13);
    await press('Dölj planen');
    await waitFor(() => expect(screen.getByText('Vi tar bort texten en stund.')).toBeTruthy());
    await press('Visa planen');
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Behov' })).toBeTruthy());
    await press('Nästa del: Sammanfattning');
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: 'Sammanfattning' })).toBeTruthy(),
    );
    await press('Ta paus');
    await waitFor(() => expect(screen.getByText('Vi tar en paus.')).toBeTruthy());
    await press('Fortsätt mötet');
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: 'Sammanfattning' })).toBeTruthy(),
    );
    expect(events(workspace).slice(-5)).toEqual([
      'plan.hidden',
      'plan.unhidden',
      'part.next',
      'meeting.paused',
      'meeting.resumed',
    ]);
  });

  it('has neither disc nor minutes for somebody who wants no countdown', () => {
    const lars = createLars();
    const { container } = open(inPart(2), 13, lars);
    const discs = () => container.querySelectorAll('.circle__disc, .time-disc').length;
    expect(discs()).toBeGreaterThan(0);
    cleanup();
    must(setPlanField(lars.doc, lars.ctx, { field: 'showTime', value: false }));
    const without = open(inPart(2), 13, lars).container;
    expect(screen.getByText('Vi slutar 14.00')).toBeTruthy();
    expect(without.textContent).not.toMatch(/minuter/);
    expect(without.querySelectorAll('.circle__disc, .time-disc').length).toBe(0);
  });

  it('turns pages round and round', async () => {
    const lars = createLars();
    showEverythingThatMayBe(lars);
    open(inPart(3), 19, lars);
    expect(screen.getByText(/\(1 av 2\)/)).toBeTruthy();
    await press('Nästa sida');
    await waitFor(() => expect(screen.getByText(/\(2 av 2\)/)).toBeTruthy());
    await press('Nästa sida');
    await waitFor(() => expect(screen.getByText(/\(1 av 2\)/)).toBeTruthy());
  });

  it('keeps a line hidden that was written openly until Visa för alla is pressed', async () => {
    const { workspace } = open(inPart(2), 13);
    await press('Skriv en rad');
    const field = screen.getByRole('textbox', { name: 'Alla ser det du skriver' });
    expect(document.activeElement).toBe(field);
    fireEvent.input(field, { target: { value: 'Följa med till banken' } });
    await press('Insats');
    await press('Klar');
    await waitFor(() => expect(screen.getByText(/Visa för alla\?/)).toBeTruthy());
    const row = () => workspace.current().state.plan.subgoals[0]?.interventions.at(-1);
    expect(row()).toMatchObject({ text: 'Följa med till banken', shown: false });
    expect(screen.queryByText('Följa med till banken')).toBeNull();
    await press('Visa för alla');
    await waitFor(() => expect(screen.getByText('Följa med till banken')).toBeTruthy());
    expect(row()?.shown).toBe(true);
  });

  it('turns to the page of what was just shown, and on from there', async () => {
    const lars = createLars();
    // What he does himself stands after all that others do.
    for (const text of ['Mata hästarna', 'Ringa Göran', 'Gå till banken']) {
      const item = must(addOwnAction(lars.doc, lars.ctx, { text, subgoalId: lars.ids.step }));
      must(setShown(lars.doc, lars.ctx, { item, shown: true }));
    }
    showEverythingThatMayBe(lars);
    open(inPart(2), 13, lars);
    await press('Skriv en rad');
    const field = screen.getByRole('textbox', { name: 'Alla ser det du skriver' });
    fireEvent.input(field, { target: { value: 'Följa med till banken' } });
    await press('Insats');
    await press('Klar');
    await press('Visa för alla');
    await waitFor(() => expect(screen.getByText('Följa med till banken')).toBeTruthy());
    const place = () => /\((\d) av (\d)\)/.exec(document.body.textContent ?? '');
    const [, page, pages] = place() ?? [];
    expect(Number(page)).toBeLessThan(Number(pages));
    await press('Nästa sida');
    await waitFor(() => expect(place()?.[1]).toBe(String(Number(page) + 1)));
    expect(screen.queryByText('Följa med till banken')).toBeNull();
  });

  it('begins the next line in one press while it is asked about the one before, which stays hidden', async () => {
    const { workspace } = open(inPart(2), 13);
    await press('Skriv en rad');
    const field = () => screen.getByRole('textbox', { name: 'Alla ser det du skriver' });
    fireEvent.input(field(), { target: { value: 'Följa med till banken' } });
    await press('Insats');
    await press('Klar');
    await waitFor(() => expect(screen.getByText(/Visa för alla\?/)).toBeTruthy());
    await press('Skriv en rad');
    expect(screen.queryByText(/Visa för alla\?/)).toBeNull();
    expect(field()).toMatchObject({ value: '' });
    expect(document.activeElement).toBe(field());
    const help = () => workspace.current().state.plan.subgoals[0]?.interventions;
    expect(help()?.at(-1)).toMatchObject({ text: 'Följa med till banken', shown: false });
    await press('Skriv en rad');
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('offers no way to show a note', async () => {
    const { workspace } = open(inPart(2), 13);
    await press('Skriv en rad');
    const field = screen.getByRole('textbox', { name: 'Alla ser det du skriver' });
    fireEvent.input(field, { target: { value: 'ringa Maria' } });
    await press('Klar');
    await waitFor(() =>
      expect(screen.getByText('Raden är sparad. Den visas inte här.')).toBeTruthy(),
    );
    expect(screen.queryByRole('button', { name: 'Visa för alla' })).toBeNull();
    expect(workspace.current().state.plan.notes.map((row) => row.text)).toEqual(['ringa Maria']);
  });

  it('keeps a line that was not finished, hidden, when something else is pressed', async () => {
    for (const away of [['Skriv en rad'], ['Tillbaka', 'Bara jag ser skärmen nu']]) {
      const { workspace, onOnlyMe, view, rerender } = open(inPart(2), 13);
      onOnlyMe.mockImplementation(() => rerender(null));
      await press('Skriv en rad');
      const field = screen.getByRole('textbox', { name: 'Alla ser det du skriver' });
      fireEvent.input(field, { target: { value: 'ringa Maria' } });
      for (const name of away) await press(name);
      const notes = () => workspace.current().state.plan.notes.map(({ text }) => text);
      await waitFor(() => expect(notes()).toEqual(['ringa Maria']));
      rerender(view());
      expect(screen.queryByText('ringa Maria')).toBeNull();
      cleanup();
    }
  });

  it('has each letter in the plan as it is written, hidden, so that a lock or a reload loses none', async () => {
    const { workspace, container } = open(inPart(2), 13);
    const plan = () => workspace.current().state.plan;
    await press('Skriv en rad');
    const field = screen.getByRole('textbox', { name: 'Alla ser det du skriver' });
    for (const value of ['r', 'ri', 'ringa Maria']) fireEvent.input(field, { target: { value } });
    await waitFor(() => expect(plan().notes.map(({ text }) => text)).toEqual(['ringa Maria']));
    await press('Delmål');
    await waitFor(() => expect(plan().subgoals.at(-1)?.text).toBe('ringa Maria'));
    expect(plan().notes).toEqual([]);
    await press('Insats');
    fireEvent.input(field, { target: { value: 'ringa Maria i dag' } });
    const help = () => plan().subgoals.at(-1)?.interventions.at(-1);
    await waitFor(() => expect(help()).toMatchObject({ text: 'ringa Maria i dag', shown: false }));
    expect(container.querySelector('.mirrored__stage')?.textContent).not.toContain('Maria');
  });

  it('leaves no empty row behind where the line was rubbed out', async () => {
    const { workspace } = open(inPart(2), 13);
    await press('Skriv en rad');
    const field = screen.getByRole('textbox', { name: 'Alla ser det du skriver' });
    fireEvent.input(field, { target: { value: 'r' } });
    await waitFor(() => expect(workspace.current().state.plan.notes).toHaveLength(1));
    fireEvent.input(field, { target: { value: '' } });
    await press('Skriv en rad');
    await waitFor(() => expect(workspace.current().state.plan.putAway).toHaveLength(1));
    expect(workspace.current().state.plan.notes).toEqual([]);
  });

  it('asks in Aktuell situation whether it works, and shows the line there when that is said', async () => {
    const { container } = open(inPart(1), 13);
    await press('Skriv en rad');
    expect(screen.queryByRole('button', { name: 'Insats' })).toBeNull();
    const field = screen.getByRole('textbox', { name: 'Alla ser det du skriver' });
    fireEvent.input(field, { target: { value: 'Arbetet på gården' } });
    await press('Fungerar bra');
    await press('Klar');
    const stage = () => container.querySelector('.mirrored__stage')?.textContent;
    await waitFor(() => expect(screen.getByText(/Visa för alla\?/)).toBeTruthy());
    expect(stage()).not.toContain('Arbetet på gården');
    await press('Visa för alla');
    await waitFor(() => expect(stage()).toContain('Arbetet på gården'));
  });

  it('puts a line away where that is said', async () => {
    const { workspace } = open(inPart(2), 13);
    await press('Skriv en rad');
    const field = screen.getByRole('textbox', { name: 'Alla ser det du skriver' });
    fireEvent.input(field, { target: { value: 'ringa Maria' } });
    await press('Avbryt');
    const away = () => workspace.current().state.plan.putAway;
    await waitFor(() => expect(away().map(({ text }) => text)).toEqual(['ringa Maria']));
    await press('Dölj planen');
    await waitFor(() => expect(screen.getByText('Vi tar bort texten en stund.')).toBeTruthy());
    expect(workspace.current().state.plan.notes).toEqual([]);
  });

  it('shows a sign from somebody as a dot, without words on the wall', () => {
    const { view, rerender, container } = open(inPart(2), 13);
    const before = container.textContent;
    rerender(view(true));
    expect(container.textContent).toBe(before);
    expect(screen.getByRole('button', { name: /^Tillbaka, någon/ })).toBeTruthy();
  });

  for (const [part, name] of [
    'Inledning',
    'Aktuell situation',
    'Behov',
    'Sammanfattning',
    'Avslutning',
  ].entries()) {
    it(`breaks no rule of axe: ${name}`, async () => {
      const lars = createLars();
      showEverythingThatMayBe(lars);
      const { container } = open(inPart(part), part * 6 + 1, lars);
      if (part === 2) await press('Skriv en rad');
      if (part === 4) await press('Avsluta mötet');
      expect(await axeFindings(container)).toEqual([]);
    }, 30_000);
  }

  it('breaks no rule of axe in a pause, hidden and at the end', async () => {
    for (const [extra, minutes] of [
      [[13, { type: 'meeting.paused' }], 14],
      [[13, { type: 'plan.hidden' }], 14],
      [[13, { type: 'meeting.ended' }], 20],
    ] as const) {
      const { container } = open([...inPart(2), extra], minutes);
      expect(await axeFindings(container)).toEqual([]);
      cleanup();
    }
  }, 60_000);
});
