// @vitest-environment happy-dom
import type { JSX } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { setPlanField } from '../../plan/commands/wholePlan.ts';
import type { MeetingIntent } from '../meetingEvents.ts';
import { FollowsContext } from './FollowsContext.ts';
import { InviteContext } from './InviteContext.ts';
import { cleanup, openScreen, screen, tap, waitFor } from './testScreen.tsx';

afterEach(cleanup);

describe('leading', () => {
  it('says part, time and end in words', () => {
    openScreen({ part: 3 });
    expect(screen.getByRole('img', { name: 'Mötescirkeln: del 3 av 5, Behov' })).toBeTruthy();
    expect(screen.getByText('Behov: ca 30 min kvar')).toBeTruthy();
    expect(screen.getByText('Mötet slutar 14.00')).toBeTruthy();
  });

  it('tells of the meeting running out in one quiet line, and of no part', async () => {
    const shown = openScreen({ part: 3 });
    shown.pass(56);
    await waitFor(() => expect(screen.getByText('5 minuter kvar av mötet.')).toBeTruthy());
    shown.pass(10);
    await waitFor(() => expect(screen.getByText('Den tid vi satte av är slut.')).toBeTruthy());
    expect(document.querySelector('dialog')).toBeNull();
  });

  it('gives more time in two taps', async () => {
    const shown = openScreen({ part: 3 });
    await tap('Ge mer tid');
    await tap('10 minuter');
    expect(shown.workspace().state.meeting.current.minutes).toBe(70);
    expect(screen.getByText('Mötet slutar 14.10')).toBeTruthy();
  });

  it('pauses for ten minutes, or for as long as is said, and goes on', async () => {
    const shown = openScreen({ part: 2 });
    await tap('Ta paus');
    expect(screen.getByText('Paus. Vi börjar igen cirka 13.10.')).toBeTruthy();
    await tap('20 minuter', 'radio');
    expect(screen.getByText('Paus. Vi börjar igen cirka 13.20.')).toBeTruthy();
    await tap('Fortsätt mötet');
    expect(shown.workspace().state.meeting.current.phase).toBe('running');
  });

  it('speaks to the individual who leads, names the support, and has nothing for one alone', async () => {
    openScreen({
      part: 1,
      share: false,
      before: (doc, ctx) => {
        setPlanField(doc, ctx, { field: 'leads', value: 'huvudperson' });
      },
    });
    expect(screen.getByText('Får Eva och Per prata med varandra om dig?')).toBeTruthy();
    expect(
      screen.getByText('Personalen får lyssna men inte berätta förrän du har svarat.'),
    ).toBeTruthy();
    expect(screen.getByText(/^Stöd till mötesledaren: Eva/)).toBeTruthy();
    await tap('Mer');
    expect(screen.queryByRole('menuitem', { name: 'Bara för mig' })).toBeNull();
  });

  it('invites a colleague to write from ⋯, where there is a way to', async () => {
    const invite = vi.fn();
    const around = (leader: JSX.Element): JSX.Element => (
      <InviteContext.Provider value={invite}>{leader}</InviteContext.Provider>
    );
    openScreen({ part: 2, around });
    await tap('Mer');
    await tap('Bjud in en kollega att skriva', 'menuitem');
    expect(invite).toHaveBeenCalledOnce();
    cleanup();

    openScreen({ part: 2 });
    await tap('Mer');
    expect(screen.queryByRole('menuitem', { name: 'Bjud in en kollega att skriva' })).toBeNull();
  });

  it('offers who follows nothing that moves the meeting, and begins with Skriva', async () => {
    const around = (leader: JSX.Element): JSX.Element => (
      <FollowsContext.Provider value>{leader}</FollowsContext.Provider>
    );
    const moves = [
      /^Nästa del/,
      /^Tillbaka: /,
      'Ge mer tid',
      'Ta paus',
      'Dölj planen',
      'Gå en runda',
    ];
    openScreen({ part: 1, around, after: [{ type: 'clock.jumped' }] });
    expect(screen.queryByText(/leder och skriver/)).toBeNull();
    cleanup();
    openScreen({ part: 2, around, after: [{ type: 'clock.jumped' }] });
    expect(screen.getByRole('tab', { name: 'Skriva', selected: true })).toBeTruthy();
    for (const name of moves) expect(screen.queryByRole('button', { name })).toBeNull();
    expect(screen.queryByText('Klockan verkar ha ändrats. Hur lång tid är kvar?')).toBeNull();
    await tap('Mer');
    for (const name of ['Samtycket ändras', 'Lars går ut', 'Avsluta mötet'])
      expect(screen.queryByRole('menuitem', { name })).toBeNull();
    expect(screen.getByRole('menuitem', { name: 'Hjälp i svåra lägen' })).toBeTruthy();
    cleanup();

    openScreen({ part: 2 });
    for (const name of moves) expect(screen.getByRole('button', { name })).toBeTruthy();
  });

  it('lets who follows read the points under Leda, with what was ticked where the meeting is led', async () => {
    const around = (leader: JSX.Element): JSX.Element => (
      <FollowsContext.Provider value>{leader}</FollowsContext.Provider>
    );
    const after = [
      { type: 'points.ticked', part: 'behov', point: 'begin', ticked: true },
    ] as const satisfies readonly MeetingIntent[];
    openScreen({ part: 3, after });
    await tap('Leda', 'tab');
    const all = screen.getAllByRole('checkbox').length;
    expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(1);
    expect(screen.getByRole('button', { name: 'Nästa fråga' })).toBeTruthy();
    cleanup();

    openScreen({ part: 3, after, around, ledElsewhere: true });
    await tap('Leda', 'tab');
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Nästa fråga' })).toBeNull();
    expect(screen.queryByRole('button', { name: /visade ett kort/u })).toBeNull();
    const points = screen.getByRole('list', { name: 'Att tänka på' });
    expect(points.children).toHaveLength(all);
    expect(points.querySelectorAll('[data-ticked]')).toHaveLength(1);
    expect(
      screen.getByText('Punkterna bockas av där mötet leds. Här kan du läsa dem.'),
    ).toBeTruthy();
  });

  it('says to who follows that the meeting stands still, and goes on by itself', () => {
    const around = (leader: JSX.Element): JSX.Element => (
      <FollowsContext.Provider value>{leader}</FollowsContext.Provider>
    );
    openScreen({ part: 2, around, after: [{ type: 'consent.opened' }] });
    expect(screen.getByText(/^Mötet står stilla medan samtycket ändras\./u)).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Samtycket ändras' })).toBeNull();
  });

  it('shows the room no time where that is chosen, before the meeting or in it', async () => {
    const shown = openScreen();
    expect(screen.getByRole('checkbox', { name: 'Visa tid', checked: true })).toBeTruthy();
    await tap('Visa tid', 'checkbox');
    expect(shown.workspace().state.plan.showTime.value).toBe(false);
    cleanup();
    const running = openScreen({ part: 2 });
    await tap('Mer');
    await tap('Visa tid: nej', 'menuitem');
    expect(running.workspace().state.plan.showTime.value).toBe(false);
    await tap('Mer');
    await tap('Visa tid: ja', 'menuitem');
    expect(running.workspace().state.plan.showTime.value).toBeNull();
  });

  it('goes through the questions of the kallelse in turn', async () => {
    openScreen({ part: 3 });
    expect(screen.getByText('Vad behövs för att Lars ska kunna sova?')).toBeTruthy();
    await tap('Nästa fråga');
    expect(screen.getByText('Vem hjälper till på gården?')).toBeTruthy();
  });

  it('has at most six points, which can be ticked and are never counted', async () => {
    const shown = openScreen({ part: 3 });
    const points = screen.getAllByRole('checkbox');
    expect(points.length).toBeLessThanOrEqual(6);
    await tap(/familjen göra själva/, 'checkbox');
    expect(shown.workspace().state.meeting.current.ticked.behov).toEqual(['self']);
    expect(document.body.textContent).not.toMatch(/\d av \d/);
  });

  it('marks nobody until a round is walked; then one tap anywhere on a row moves on', async () => {
    const shown = openScreen({ part: 2 });
    expect(document.querySelector('[data-now]')).toBeNull();
    await tap('Gå en runda');
    expect(screen.getByText('Nu: Lars · Sedan: Maria')).toBeTruthy();
    await tap(/^Per/);
    expect(screen.getByText('Nu: Maria · Sedan: Eva')).toBeTruthy();
    await tap('Nästa del: Behov');
    expect(shown.workspace().state.meeting.current.round).toBeNull();
    expect(document.querySelector('[data-now]')).toBeNull();
  });

  it('lets a person go out and come back', async () => {
    const shown = openScreen({ part: 2 });
    await tap('Mer');
    await tap('Lars går ut', 'menuitem');
    expect(shown.workspace().state.meeting.current.out).toHaveLength(1);
    await tap('Mer');
    await tap('Lars är tillbaka', 'menuitem');
    expect(shown.workspace().state.meeting.current.out).toHaveLength(0);
    await tap('Mer');
    await tap(/Någon annan går ut/, 'menuitem');
    await tap('Eva går ut');
    expect(shown.workspace().state.meeting.current.out[0]?.participantId).toBe(shown.ids.eva);
  });

  it('keeps a shown card until it is seen, and stores nothing of it', async () => {
    const shown = openScreen({ part: 3 });
    const before = shown.facts().length;
    await tap('Lars visade ett kort');
    await tap('Jag förstår inte');
    expect(screen.getByText('Lars:').parentElement?.textContent).toBe('Lars: Jag förstår inte');
    await tap('Tack, jag såg');
    expect(screen.queryByText('Lars:')).toBeNull();
    expect(shown.facts()).toHaveLength(before);
  });

  it('tells the shared view of a card by a dot alone', async () => {
    const shown = openScreen({ part: 3 });
    await tap('Lars visade ett kort');
    await tap('Det går för fort');
    await shown.workspace().send({ type: 'screen.seenBy', seenBy: 'rummet' });
    await waitFor(() => expect(document.body.textContent).toBe('Det alla ser, med en prick'));
  });

  it('asks how long is left when the clock was changed, and goes on with the answer', async () => {
    const shown = openScreen({ part: 3, after: [{ type: 'clock.jumped' }] });
    expect(screen.getByText('Klockan verkar ha ändrats. Hur lång tid är kvar?')).toBeTruthy();
    await tap('20 minuter');
    expect(shown.workspace().state.meeting.current.clockDoubt).toBe(false);
    expect(screen.getByText('Mötet slutar 13.20')).toBeTruthy();
  });

  it('begins with Skriva where a colleague holds the tablet and writes', async () => {
    openScreen({ part: 1 });
    await tap('Skriva', 'tab');
    await tap('Ändra');
    await tap('En kollega, på den här plattan', 'radio');
    await tap('Nästa del: Aktuell situation');
    expect(screen.getByRole('tab', { name: 'Skriva' }).getAttribute('aria-selected')).toBe('true');
  });

  it('speaks to Lars as du when Lars leads', async () => {
    openScreen({ part: 1 });
    await tap('Skriva', 'tab');
    await tap('Ändra');
    await tap('Lars själv', 'radio');
    await tap('Nästa del: Aktuell situation');
    expect(screen.getByText('Vad är viktigt för dig?')).toBeTruthy();
  });
});
