// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { exceptParty, recordConsent } from '../../../consent/recordConsent.ts';
import {
  createLars,
  inPart,
  type RoomCase,
  showEverythingThatMayBe,
} from '../../../individual/testRoom.ts';
import { createTestWorkspace, TestCase } from '../../../individual/testWorkspace.tsx';
import { minute } from '../../../meeting/clock.ts';
import { placed, started, testStart, timed } from '../../../meeting/testMeeting.ts';
import { addOwnAction } from '../../../plan/commands/addRows.ts';
import { addParticipant } from '../../../plan/commands/participants.ts';
import { setNotFor } from '../../../plan/commands/showRows.ts';
import { setLead } from '../../../plan/commands/wholePlan.ts';
import { recordShownAtEnd } from '../../../plan/shownAtEnd.ts';
import { must } from '../../../plan/testing.ts';
import { freezeVersion } from '../../../plan/versions.ts';
import { err } from '../../../shared/result.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { HistoryView } from '../history/HistoryView.tsx';
import { PlanView } from './PlanView.tsx';

const at = testStart + 120 * minute;
const clock = { now: () => at, monotonic: () => 0 };

const open = async (options: { readonly yes?: boolean; readonly lars?: RoomCase } = {}) => {
  const lars = options.lars ?? createLars();
  showEverythingThatMayBe(lars);
  const workspace = createTestWorkspace({
    ...lars,
    log: placed(timed([...inPart(4), [55, { type: 'meeting.ended' }]])),
    now: () => at,
  });
  const now = () => workspace.current();
  const { record } = now();
  if (options.yes !== false) {
    await record((ctx) =>
      recordConsent(ctx, {
        which: 'make',
        answer: 'yes',
        form: 'muntligt',
        note: '',
        giver: { role: 'individual', participantId: null, name: 'Lars', counts: true },
        scope: '',
        until: null,
      }),
    );
  }
  const freeze = async () => {
    const { plan, consent, versions } = now().state;
    const made = freezeVersion({ plan, consent, versions });
    return made.ok ? record(made.value) : err(made.error);
  };
  const show = () =>
    render(
      <TestCase workspace={workspace}>
        <PlanView clock={clock} organisation="Åby kommun" onFreeze={freeze} />
      </TestCase>,
    );
  const showHistory = () =>
    render(
      <TestCase workspace={workspace}>
        <HistoryView clock={clock} by="Karin Ek" organisation="Åby kommun" vaultLog={[]} />
      </TestCase>,
    );
  return { lars, workspace, now, show, showHistory, freeze };
};

const press = async (name: string | RegExp) => {
  const [button] = await screen.findAllByRole('button', { name });
  if (button === undefined) throw new Error(`no button ${name}`);
  fireEvent.click(button);
};

/** The button in the dialog that is open. */
const pressInDialog = async (name: string | RegExp) =>
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name }));

afterEach(cleanup);

describe('the plan', () => {
  it('stands as a document, with the four items of the law beside it', async () => {
    const { show } = await open();
    show();
    expect(screen.getByRole('heading', { name: 'Plan för Lars Svensson' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Utkast' })).toBeTruthy();
    expect(screen.getAllByText('Finns med')).toHaveLength(4);
  });

  it('leads to the easy copy of what stands there', async () => {
    const { show, freeze, now } = await open();
    show();
    const way = () => screen.getByRole('link', { name: 'Lättläst' }).getAttribute('href');
    expect(way()).toMatch(/\/lattlast$/);
    await freeze();
    fireEvent.click(await screen.findByRole('button', { name: /^Version 1, / }));
    await waitFor(() => expect(way()).toMatch(`?version=${now().state.versions[0]?.id}`));
  });

  it('leads to the place where something is missing', async () => {
    const lars = createLars();
    must(setLead(lars.doc, lars.ctx, { authority: null, participantId: null }));
    const { show } = await open({ lars });
    show();
    expect(screen.getAllByText('Finns med')).toHaveLength(3);
    await press(/^Gå dit:/);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Huvudansvarig'));
  });

  it('cannot be made ready without a recorded yes to making a SIP, and says how to record it', async () => {
    const { show, now } = await open({ yes: false });
    show();
    await press('Gör planen klar');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByRole('button', { name: 'Gör planen klar' })).toBeNull();
    await pressInDialog('Ja, muntligt nu');
    await waitFor(() => expect(now().state.consent.make.answer).toBe('yes'));
    await pressInDialog('Gör planen klar');
    expect(await screen.findByRole('heading', { name: 'Klar, version 1' })).toBeTruthy();
  });

  it('asks whether the person knows when something changed since the meeting', async () => {
    const { show, now, lars } = await open();
    await now().record((ctx) => recordShownAtEnd(ctx, now().state));
    await now().edit((doc, ctx) =>
      addOwnAction(doc, ctx, { text: 'Ringa Eva', subgoalId: lars.ids.step }),
    );
    show();
    await press('Gör planen klar');
    expect(await screen.findByText('Vet Lars om ändringarna?')).toBeTruthy();
    await pressInDialog('Gör planen klar');
    expect(now().state.versions).toHaveLength(0);
    fireEvent.click(screen.getByRole('radio', { name: 'Ja' }));
    await pressInDialog('Gör planen klar');
    expect(await screen.findByRole('heading', { name: 'Klar, version 1' })).toBeTruthy();
    expect(now().state.log.map(({ fact }) => fact.type)).toContain('plan.changesTold');
  });

  it('answers the line under Efter mötet when the meeting has ended, and leads on to the others', async () => {
    const { show, now } = await open();
    await now().send(started());
    await now().send({ type: 'meeting.ended', followUp: { kind: 'bokad' } });
    show();
    await press('Gör planen klar');
    await pressInDialog('Gör planen klar');
    const onwards = await screen.findByRole('link', { name: 'Vidare efter mötet' });
    expect(onwards.getAttribute('href')).toBe('/sip/case/efter');
    const line = now().state.after.find((one) => one.line === 'klar');
    expect(line?.state).toBe('done');
  });

  it('does not ask when nothing changed', async () => {
    const { show, now } = await open();
    await now().record((ctx) => recordShownAtEnd(ctx, now().state));
    show();
    await press('Gör planen klar');
    await screen.findByRole('dialog');
    expect(screen.queryByText('Vet Lars om ändringarna?')).toBeNull();
  });

  it('keeps a version as it was, and says beside it what is new, changed and gone', async () => {
    const { show, now, freeze, lars } = await open();
    await freeze();
    await now().edit((doc, ctx) =>
      addOwnAction(doc, ctx, { text: 'Ringa Eva', subgoalId: lars.ids.step }),
    );
    show();
    await press(/^Version 1, /);
    expect(await screen.findByRole('heading', { name: 'Klar, version 1' })).toBeTruthy();
    expect(within(screen.getByRole('article')).queryByText('Ringa Eva')).toBeNull();
    await press('Version 1');
    expect(await screen.findByRole('heading', { name: 'Ändrat sedan version 1' })).toBeTruthy();
    expect(screen.getByText('Nytt')).toBeTruthy();
    const changes = screen.getByRole('article');
    expect(within(changes).getByText('Ringa Eva')).toBeTruthy();
  });

  it('is copied as text, for hand where the clipboard is closed, and that is logged', async () => {
    const { show, now } = await open();
    const writeText = vi.fn().mockRejectedValueOnce(new Error('closed')).mockResolvedValue(null);
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
    show();
    await press('Kopiera planen som text');
    const area = await screen.findByRole('textbox', { name: 'Planen som text' });
    expect((area as HTMLTextAreaElement).value).toContain('Gå igenom dina mediciner');
    await pressInDialog('Kopiera');
    expect(await screen.findByText('Texten är markerad. Kopiera den för hand.')).toBeTruthy();
    await pressInDialog('Kopiera');
    expect(await screen.findByText('Kopierat.')).toBeTruthy();
    const logged = now().state.log.filter(({ fact }) => fact.type === 'case.exported');
    expect(logged).toHaveLength(1);
    vi.unstubAllGlobals();
  });

  it('stands ready for any printing with the stamp, and is logged when printed by our button', async () => {
    const { show, now } = await open();
    const print = vi.fn();
    vi.stubGlobal('print', print);
    window.print = print;
    show();
    await waitFor(() =>
      expect(document.querySelector('.print-root')?.textContent).toContain(
        'Arbetsmaterial från SIP-mötet. Den gällande planen finns hos Åby kommun.',
      ),
    );
    await press('Skriv ut');
    await pressInDialog('Skriv ut');
    await waitFor(() => expect(print).toHaveBeenCalledOnce());
    const logged = now().state.log.find(({ fact }) => fact.type === 'case.printed');
    expect(logged?.fact.data).toMatchObject({ what: 'plan', to: 'Lars' });
    cleanup();
    expect(document.querySelector('.print-root')).toBeNull();
    vi.unstubAllGlobals();
  });

  it('is not printed for somebody else without a consent to share', async () => {
    const { show } = await open();
    show();
    await press('Skriv ut');
    fireEvent.click(await screen.findByRole('radio', { name: /Eva/ }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/har inte svarat på om uppgifter får delas/)).toBeTruthy();
    expect(within(dialog).queryByRole('button', { name: 'Skriv ut' })).toBeNull();
  });

  it('is written in here too, with undo', async () => {
    const { show, now } = await open();
    show();
    fireEvent.click(screen.getByRole('tab', { name: 'Skriv' }));
    await press('Lägg till långsiktigt mål');
    const field = await screen.findByRole('textbox', { name: /^Skriv en rad/ });
    (field as HTMLInputElement).value = 'Leva på gården';
    fireEvent.input(field);
    await waitFor(() =>
      expect(now().state.plan.longTermGoals.map((row) => row.text)).toEqual(['Leva på gården']),
    );
    await press('Ångra');
    await waitFor(() => expect(now().state.plan.longTermGoals).toEqual([]));
  });

  it('breaks no rule of axe, read, written in and compared', async () => {
    const { show, freeze } = await open();
    await freeze();
    const { container } = show();
    expect(await axeFindings(container)).toEqual([]);
    fireEvent.click(screen.getByRole('tab', { name: 'Skriv' }));
    expect(await axeFindings(container)).toEqual([]);
    await press('Version 1');
    expect(await axeFindings(container)).toEqual([]);
  }, 60_000);
});

describe('the history', () => {
  it('tells what happened, newest first, and shows a version', async () => {
    const { showHistory, freeze } = await open();
    await freeze();
    showHistory();
    expect(screen.getByText('Version 1 klar.')).toBeTruthy();
    expect(screen.getByText('Mötet började.')).toBeTruthy();
    expect(screen.getByText('Samtycke till att göra en SIP: ja.')).toBeTruthy();
    expect(
      screen.getByRole('link', { name: 'Visa: Version 1 klar.' }).getAttribute('href'),
    ).toMatch(/\/plan\?version=/);
  });

  it('counts no breaks, rounds or ticked points', async () => {
    const { showHistory, now } = await open();
    await now().send({ type: 'meeting.paused' });
    showHistory();
    expect(screen.queryByText(/paus/i)).toBeNull();
  });

  it('shows only what is asked for', async () => {
    const { showHistory, freeze } = await open();
    await freeze();
    showHistory();
    await press('Versioner');
    expect(screen.getByText('Version 1 klar.')).toBeTruthy();
    expect(screen.queryByText('Mötet började.')).toBeNull();
  });

  it('breaks no rule of axe', async () => {
    const { showHistory, freeze } = await open();
    await freeze();
    const { container } = showHistory();
    expect(await axeFindings(container)).toEqual([]);
  }, 60_000);
});

describe('printing for somebody by name', () => {
  /** The printed page, and the dialog with this person chosen. */
  const choose = async (given: Awaited<ReturnType<typeof open>>, name: RegExp) => {
    given.show();
    await press('Skriv ut');
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('radio', { name }));
    return { dialog, paper: () => document.querySelector('.print-root')?.textContent ?? '' };
  };
  const mayShare = (given: Awaited<ReturnType<typeof open>>) =>
    given
      .now()
      .record((ctx) => recordConsent(ctx, { which: 'share', answer: 'yes', form: 'muntligt' }));

  it('leaves out rows that must not reach them, and only for them', async () => {
    const given = await open();
    await mayShare(given);
    const { lars, now } = given;
    await now().edit((doc, ctx) =>
      setNotFor(doc, ctx, { id: lars.ids.talk, notFor: [lars.ids.eva] }),
    );
    const text = 'Samtal varje vecka';
    const { dialog, paper } = await choose(given, /^Eva/);
    expect(paper()).not.toContain(text);
    fireEvent.click(dialog.getByRole('radio', { name: /^Per/ }));
    expect(paper()).toContain(text);
  });

  it('never prints for somebody who must not be told, guardian or not', async () => {
    const given = await open();
    await mayShare(given);
    const { lars, now } = given;
    await now().record((ctx) => exceptParty(ctx, { participantId: lars.ids.anna, name: 'Anna' }));
    const { dialog } = await choose(given, /^Anna/);
    expect(dialog.queryByRole('button', { name: 'Skriv ut' })).toBeNull();
    const guardian = dialog.queryByRole('checkbox', { name: /är vårdnadshavare/ });
    if (guardian !== null) fireEvent.click(guardian);
    expect(dialog.queryByRole('button', { name: 'Skriv ut' })).toBeNull();
  });

  it('has nothing of the plan on paper while somebody is chosen who must not get it', async () => {
    const given = await open();
    const { dialog, paper } = await choose(given, /^Eva/);
    expect(dialog.queryByRole('button', { name: 'Skriv ut' })).toBeNull();
    expect(paper()).toBe(
      'Inget är utskrivetSamtycket gäller inte den som är vald under Skriv ut. Varför står i programmet.',
    );
    fireEvent.click(dialog.getByRole('button', { name: 'Avbryt' }));
    expect(paper()).not.toMatch(/Lars|Eva|gården/);
    expect(document.querySelectorAll('.print-root')).toHaveLength(1);
  });

  it('has nothing of a version on paper either, for them', async () => {
    const given = await open();
    await given.freeze();
    given.show();
    await press('Version 1');
    await press('Skriv ut');
    const dialog = within(await screen.findByRole('dialog'));
    const paper = () => document.querySelector('.print-root')?.textContent ?? '';
    expect(paper()).toContain('Gå igenom dina mediciner');
    fireEvent.click(dialog.getByRole('radio', { name: /^Eva/ }));
    expect(paper()).toMatch(/^Inget är utskrivet/);
    expect(paper()).not.toContain('Gå igenom dina mediciner');
    fireEvent.click(dialog.getByRole('radio', { name: 'Lars' }));
    expect(paper()).toContain('Gå igenom dina mediciner');
  });

  it('lets staff judge what a guardian gets, with the law beside it, and computes nothing', async () => {
    const given = await open();
    await given
      .now()
      .edit((doc, ctx) => addParticipant(doc, ctx, { name: 'Mona', function: 'mamma' }));
    const { dialog } = await choose(given, /^Mona/);
    expect(dialog.queryByRole('button', { name: 'Skriv ut' })).toBeNull();
    fireEvent.click(dialog.getByRole('checkbox', { name: 'Mona är vårdnadshavare' }));
    dialog.getByText(/OSL 12 kap. 3 §/);
    dialog.getByRole('button', { name: 'Skriv ut' });
    fireEvent.click(dialog.getByRole('radio', { name: /^Eva/ }));
    expect(dialog.queryByText(/OSL 12 kap. 3 §/)).toBeNull();
  });
});
