// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadTexts } from '../../i18n/loadTexts.ts';
import { minute } from '../../meeting/clock.ts';
import type { MeetingIntent } from '../../meeting/meetingEvents.ts';
import { placed, testStart, timed } from '../../meeting/testMeeting.ts';
import { type MeetingCode, MeetingCodeContext } from '../../meeting/views/code/MeetingCode.ts';
import { setPlanField } from '../../plan/commands/wholePlan.ts';
import { must } from '../../plan/testing.ts';
import type { RaisedSignal, SignalCard } from '../../shared/signalMessage.ts';
import { axeFindings } from '../../ui/axeFindings.ts';
import { createLars, inPart, type RoomCase, showEverythingThatMayBe } from '../testRoom.ts';
import { createTestWorkspace, TestCase } from '../testWorkspace.tsx';
import { OwnView } from './OwnView.tsx';

beforeAll(async () => {
  await Promise.all([loadTexts('sv', 'ownView'), loadTexts('sv', 'signals')]);
});
afterEach(cleanup);

interface Open {
  readonly events?: readonly (readonly [number, MeetingIntent])[];
  readonly lars?: RoomCase;
  readonly code?: MeetingCode;
}

const open = ({ events = inPart(2), lars = createLars(), code }: Open = {}) => {
  const at = testStart + 13 * minute;
  const workspace = createTestWorkspace({ ...lars, log: placed(timed(events)), now: () => at });
  const onOnlyMe = vi.fn();
  const said: RaisedSignal[] = [];
  const view = (seenSignal: RaisedSignal | null = null) => (
    <MeetingCodeContext.Provider value={code ?? null}>
      <TestCase workspace={workspace}>
        <OwnView
          clock={{ now: () => at, monotonic: () => 0 }}
          onOnlyMe={onOnlyMe}
          signals={[...said]}
          addSignal={(card) => said.push(raised(card))}
          dropSignal={(signal) => said.splice(said.indexOf(signal), 1)}
          seenSignal={seenSignal}
        />
      </TestCase>
    </MeetingCodeContext.Provider>
  );
  const drawn = render(view());
  return { workspace, onOnlyMe, said, again: (seen?: RaisedSignal) => drawn.rerender(view(seen)) };
};

const raised = (card: SignalCard): RaisedSignal => ({
  is: 'raised',
  meeting: 'm',
  from: 'a',
  number: 1,
  at: testStart,
  card,
  whose: null,
});

const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));

const pictureIn = (element: Element | null): readonly (string | undefined)[] =>
  [...(element?.querySelectorAll('use') ?? [])].map(
    (use) => use.getAttribute('href')?.split('#')[1],
  );

describe('the tablet turned to the individual', () => {
  it('says where we are, what we agree on and who does what, all on one page', async () => {
    const lars = createLars();
    showEverythingThatMayBe(lars);
    open({ lars });
    expect(screen.getByRole('heading', { name: 'Behov' })).toBeTruthy();
    expect(screen.getByRole('img', { name: 'Del 3 av 5: Behov' })).toBeTruthy();
    expect(screen.getByText('Cirka 30 minuter kvar')).toBeTruthy();
    expect(screen.getByText('Vi är överens om 3 saker · 1 väntar på besked')).toBeTruthy();
    expect(screen.getAllByText(/vårdcentralen|kommunen|Eva|Per/u).length).toBeGreaterThan(0);
    expect(await axeFindings(document.body)).toEqual([]);
  });

  it('says what will stand there while nothing is agreed on', () => {
    open();
    expect(screen.getByText('Här står det vi kommer överens om.')).toBeTruthy();
  });

  it('has no way to anything else: no link, no field, and going back does nothing', () => {
    const { onOnlyMe } = open();
    expect(screen.queryAllByRole('link')).toEqual([]);
    expect(document.querySelector('input[type="text"], input[type="password"]')).toBeNull();
    window.dispatchEvent(new PopStateEvent('popstate'));
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(onOnlyMe).not.toHaveBeenCalled();
    expect(screen.getByRole('heading', { name: 'Behov' })).toBeTruthy();
    expect(screen.queryByText('Ser någon annan skärmen?')).toBeNull();
  });

  it('is taken back by holding, and then nobody else sees the screen', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { onOnlyMe, workspace } = open({
      events: [...inPart(2), [12, { type: 'screen.seenBy', seenBy: 'personen' }]],
    });
    expect(workspace.current().state.meeting.current.seenBy).toBe('personen');
    const hold = screen.getByRole('button', { name: 'Håll intryckt för att ta tillbaka' });
    fireEvent.pointerDown(hold);
    act(() => {
      vi.advanceTimersByTime(1_900);
    });
    expect(onOnlyMe).not.toHaveBeenCalled();
    act(() => {
      vi.advanceTimersByTime(200);
    });
    vi.useRealTimers();
    await waitFor(() => expect(onOnlyMe).toHaveBeenCalledOnce());
    expect(workspace.current().state.meeting.current.seenBy).toBe('nej');
  });

  it('asks for the möteskod where there is one', async () => {
    const attempt = vi.fn(() => 'open' as const);
    const code: MeetingCode = {
      isSet: true,
      covered: false,
      uncover: () => undefined,
      choose: () => true,
      remove: () => undefined,
      attempt,
    };
    const { onOnlyMe } = open({ code });
    press('Håll intryckt för att ta tillbaka');
    press('Håll intryckt för att ta tillbaka');
    const asked = await screen.findByRole('dialog', { name: 'Möteskod' });
    expect(onOnlyMe).not.toHaveBeenCalled();
    for (const digit of ['1', '2', '3', '4'])
      fireEvent.click(within(asked).getByRole('button', { name: digit }));
    await waitFor(() => expect(onOnlyMe).toHaveBeenCalledOnce());
    expect(attempt).toHaveBeenCalledWith('1234');
  });

  it('speaks their language, with the Swedish beside', async () => {
    open();
    fireEvent.click(screen.getByRole('radio', { name: 'Lättläst' }));
    const theirs = 'Vad behöver du hjälp med? Vem ska hjälpa?';
    expect(await screen.findByText(theirs, {}, { timeout: 15_000 })).toBeTruthy();
    expect(screen.getByRole('main').lang).toBe('sv-x-lattlast');
  });

  it('has the part’s own picture, and answers to point at where they are asked', () => {
    const lars = createLars();
    showEverythingThatMayBe(lars);
    open({ lars, events: inPart(3) });
    const heading = screen.getByRole('heading', { name: 'Sammanfattning' });
    expect(pictureIn(heading)).toEqual(['part-4-summary']);
    const answers = screen.getByRole('region', { name: 'Låter det bra?' });
    expect(pictureIn(answers)).toEqual([
      'answer-yes',
      'answer-partly',
      'answer-no',
      'answer-think',
    ]);
    // The leader asks and writes: nothing is pressed.
    expect(within(answers).queryAllByRole('button')).toEqual([]);
  });

  it('says one thing a card, where the next meeting is too', () => {
    const lars = createLars();
    showEverythingThatMayBe(lars);
    open({ lars, events: inPart(4) });
    expect(pictureIn(document.querySelector('.own__field'))).toEqual([
      'thing-calendar',
      'thing-place',
      'thing-call',
      'thing-paper',
    ]);
  });

  it('has the child’s pictures where the plan is a child’s', () => {
    open();
    expect(screen.getByRole('main').getAttribute('data-pictures')).toBeNull();
    cleanup();
    const lars = createLars();
    must(setPlanField(lars.doc, lars.ctx, { field: 'audience', value: 'barn' }));
    open({ lars });
    expect(screen.getByRole('main').getAttribute('data-pictures')).toBe('child');
  });

  it('remembers with the plan how they want to read', async () => {
    const { workspace } = open();
    press('Så vill jag ha det');
    const looks = await screen.findByRole('dialog', { name: 'Så vill jag ha det' });
    fireEvent.click(within(looks).getByRole('checkbox', { name: 'Lugnt läge' }));
    fireEvent.click(within(looks).getByRole('checkbox', { name: 'Större text' }));
    expect(workspace.current().state.plan.ownLook.value).toEqual(['calm', 'large']);
    // In calm mode time is not counted down.
    await waitFor(() => expect(screen.queryByText('Cirka 30 minuter kvar')).toBeNull());
    expect(screen.getByRole('main').className).toContain('own--large');
  });

  it('keeps both of two choices, the second of which comes before the first is on the disk', async () => {
    const { workspace } = open();
    press('Så vill jag ha det');
    const looks = await screen.findByRole('dialog', { name: 'Så vill jag ha det' });
    act(() => {
      within(looks).getByRole('checkbox', { name: 'Större text' }).click();
      within(looks).getByRole('checkbox', { name: 'Lugnt läge' }).click();
    });
    expect(workspace.current().state.plan.ownLook.value).toEqual(['large', 'calm']);
  });
});

describe('a sign from the individual', () => {
  it('goes to the leader alone, stands as a card to hold up, and can be taken back', () => {
    const { said, again, workspace } = open();
    const facts = workspace.facts().length;
    press('Jag förstår inte');
    again();
    expect(said.map(({ card }) => card)).toEqual(['forstarInte']);
    expect(screen.getByText(/^Håll upp plattan/u)).toBeTruthy();
    press('Ångra');
    again();
    expect(said).toEqual([]);
    expect(screen.queryByText(/^Håll upp plattan/u)).toBeNull();
    // Nothing of it is stored.
    expect(workspace.facts().length).toBe(facts);
  });

  it('has the ones that are harder to say under Något annat', async () => {
    const { said } = open();
    press('Något annat');
    const others = await screen.findByRole('dialog', { name: 'Något annat' });
    // The first stands there on a phone alone.
    expect(
      within(others)
        .getAllByRole('button')
        .map((each) => each.textContent),
    ).toEqual([
      'Det går för fort',
      'Jag vill inte prata om det här',
      'Jag vill gå ut en stund',
      'Jag vill att någon annan läser upp',
      'Tillbaka',
    ]);
    fireEvent.click(within(others).getByRole('button', { name: 'Jag vill gå ut en stund' }));
    expect(said.map(({ card }) => card)).toEqual(['gaUt']);
  });

  it('cannot be given when the meeting is over', () => {
    open({ events: [...inPart(5), [50, { type: 'meeting.ended' }]] });
    expect(screen.queryByRole('button', { name: 'Jag förstår inte' })).toBeNull();
  });

  it('is seen to be answered when the tablet is turned to them again', () => {
    const { again } = open();
    again(raised('paus'));
    expect(screen.getByText(/Jag vill ha paus · Den som leder mötet såg det/u)).toBeTruthy();
  });
});
