// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { exceptSubject } from '../../consent/recordConsent.ts';
import { addParticipant } from '../../plan/commands/participants.ts';
import { setPlanField } from '../../plan/commands/wholePlan.ts';
import {
  cleanup,
  fireEvent,
  openScreen,
  screen,
  settle,
  tap,
  type,
  waitFor,
} from './testScreen.tsx';

afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

describe('guards ask and do not lock', () => {
  it('ends on a full tablet, goes on to what comes after, and never says that all is saved', async () => {
    openScreen({ part: 5 });
    await tap('Avsluta mötet');
    expect(screen.getByText(/^Allt är sparat här\./)).toBeTruthy();
    cleanup();
    const shown = openScreen({ part: 5, isFull: () => true });
    await tap('Avsluta mötet');
    expect(screen.queryByText(/^Allt är sparat här\./)).toBeNull();
    await tap('Vi hann inte, nytt möte', 'radio');
    await tap('Avsluta mötet');
    await waitFor(() => expect(shown.onAfter).toHaveBeenCalledOnce());
  });

  it('goes on through every part with both consents unanswered, and keeps saying what that means', async () => {
    openScreen({ part: 1, make: false, share: false });
    expect(screen.getByText('Får Eva och Per prata med varandra om Lars?')).toBeTruthy();
    expect(
      screen.getByText('Personalen får lyssna men inte berätta förrän Lars har svarat.'),
    ).toBeTruthy();
    for (const part of ['Aktuell situation', 'Behov', 'Sammanfattning', 'Avslutning']) {
      await tap(`Nästa del: ${part}`);
      expect(
        screen.getByText('Personalen får lyssna men inte berätta förrän Lars har svarat.'),
      ).toBeTruthy();
    }
  });

  it('asks both on one card, the SIP first, and keeps one yes to both as two consents', async () => {
    const shown = openScreen({ part: 1, make: false, share: false });
    const card = screen.getByRole('region', { name: 'Vill Lars att vi gör en SIP?' });
    expect(card.textContent).toMatch(/gör en SIP\?Får Eva och Per prata med varandra om Lars\?/);
    await tap('Ja till båda, muntligt nu');
    const recorded = shown.facts().filter(({ type }) => type === 'consent.recorded');
    expect(recorded.map(({ data }) => data)).toMatchObject([
      { which: 'make', answer: 'yes', form: 'muntligt', giver: { role: 'individual' } },
      { which: 'share', answer: 'yes', form: 'muntligt', giver: { role: 'individual' } },
    ]);
    expect(screen.getByText('Välkomna. Varför är vi här?')).toBeTruthy();
  });

  it('lets the two be answered one at a time, and otherwise', async () => {
    const shown = openScreen({ part: 1, make: false, share: false });
    await tap('Svara på en i taget');
    expect(screen.queryByText('Får Eva och Per prata med varandra om Lars?')).toBeNull();
    await tap('Ja, skriftligt');
    expect(shown.workspace().state.consent.make.form).toBe('skriftligt');
    expect(shown.workspace().state.consent.share.answer).toBeNull();
    expect(screen.getByText('Får Eva och Per prata med varandra om Lars?')).toBeTruthy();
    await tap('Nej');
    expect(shown.workspace().state.consent.share.answer).toBe('no');
  });

  it('asks about making a SIP when sharing has been answered', async () => {
    const shown = openScreen({ part: 1, make: false });
    expect(screen.getByText('Vill Lars att vi gör en SIP?')).toBeTruthy();
    await tap('Ja, muntligt nu');
    expect(shown.workspace().state.consent.make.answer).toBe('yes');
    expect(screen.getByText('Välkomna. Varför är vi här?')).toBeTruthy();
  });

  it('asks nobody who answers where there is only the individual', () => {
    openScreen({ part: 1, share: false });
    expect(screen.queryByRole('radiogroup', { name: 'Vem svarar?' })).toBeNull();
    expect(screen.queryByText('Vem svarar?')).toBeNull();
  });

  it('takes the answer of a guardian around the table as theirs', async () => {
    const shown = openScreen({
      part: 1,
      share: false,
      before: (doc, ctx) => {
        addParticipant(doc, ctx, { name: 'Sara Ek', function: 'mamma' });
        addParticipant(doc, ctx, { name: 'Ulla Ek', function: 'familjehemsmamma' });
      },
    });
    expect(screen.queryByRole('radio', { name: 'Ulla' })).toBeNull();
    await tap('Sara', 'radio');
    await tap('Ja, muntligt nu');
    const { share } = shown.workspace().state.consent;
    expect(share.answer).toBe('yes');
    expect(share.givers.map(({ giver }) => giver)).toEqual([
      { role: 'guardian', participantId: null, name: 'Sara Ek', counts: true },
    ]);
  });

  it('offers a guardian for a child also where none is around the table, and takes the child first', async () => {
    const shown = openScreen({
      part: 1,
      share: false,
      before: (doc, ctx) => {
        setPlanField(doc, ctx, { field: 'audience', value: 'barn' });
      },
    });
    expect(screen.getByRole('radio', { name: 'Vårdnadshavare' })).toBeTruthy();
    await tap('Ja, muntligt nu');
    expect(shown.workspace().state.consent.share.givers[0]?.giver.role).toBe('individual');
  });

  it('asks only the person where the plan is about a grown-up, also with a parent around the table', () => {
    openScreen({
      part: 1,
      share: false,
      before: (doc, ctx) => {
        setPlanField(doc, ctx, { field: 'audience', value: 'vuxen' });
        addParticipant(doc, ctx, { name: 'Sara Ek', function: 'mamma' });
      },
    });
    expect(screen.getByRole('button', { name: 'Ja, muntligt nu' })).toBeTruthy();
    expect(screen.queryByRole('radio', { name: 'Sara' })).toBeNull();
  });

  it('makes the card one line when the question is put off, and asks again in one tap', async () => {
    openScreen({ part: 1, share: false });
    await tap('Frågan ställs senare');
    expect(screen.queryByRole('button', { name: 'Nej' })).toBeNull();
    await tap('Fråga nu');
    expect(screen.getByRole('button', { name: 'Ja, muntligt nu' })).toBeTruthy();
  });

  it.each([1, 3])('ends in part %i too, and keeps what the room had been shown', async (part) => {
    const shown = openScreen({ part });
    await tap('Mer');
    await tap('Avsluta mötet', 'menuitem');
    await tap('SIP:en avslutas', 'radio');
    await tap('Avsluta mötet');
    await waitFor(() => expect(shown.onAfter).toHaveBeenCalled());
    expect(shown.facts().some(({ type }) => type === 'plan.shownAtEnd')).toBe(true);
  });

  it('asks for an answer before it ends, and says so beside the question', async () => {
    const shown = openScreen({ part: 5 });
    await tap('Avsluta mötet');
    await tap('Avsluta mötet');
    expect(shown.workspace().state.meeting.current.phase).toBe('running');
    expect(
      screen.getByText('Hur blir det med uppföljningen? Välj ett svar, så avslutas mötet.'),
    ).toBeTruthy();
    await tap('Tillbaka till mötet');
    expect(screen.getByRole('heading', { name: 'Avslutning' })).toBeTruthy();
  });

  it('opens the five parts without a clock when the meeting was held on paper', async () => {
    const shown = openScreen();
    await tap('Mötet hölls på papper');
    expect(shown.workspace().state.meeting.current.phase).toBe('onPaper');
    expect(screen.getByText('Utan klocka')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Ta paus' })).toBeNull();
    await tap('Nästa del: Aktuell situation');
    expect(screen.getByRole('heading', { name: 'Aktuell situation' })).toBeTruthy();
  });

  it('is broken off and gone on with another day', async () => {
    const shown = openScreen({ part: 3 });
    await tap('Mer');
    await tap('Avsluta mötet', 'menuitem');
    await tap('Avbryt och fortsätt en annan dag');
    expect(screen.getByRole('heading', { name: 'Fortsätt mötet' })).toBeTruthy();
    await tap('Nej', 'radio');
    await tap('Fortsätt mötet');
    expect(shown.workspace().state.meeting.current.phase).toBe('running');
    expect(screen.getByRole('heading', { name: 'Behov' })).toBeTruthy();
  });
});

describe('a changed consent', () => {
  it('Någon ska inte få veta mer: that one goes out, and then the meeting goes on', async () => {
    const shown = openScreen({ part: 3 });
    await tap('Mer');
    await tap('Samtycket ändras', 'menuitem');
    expect(shown.workspace().state.meeting.current.phase).toBe('halted');
    await tap('Någon ska inte få veta mer');
    await tap('Per');
    expect(screen.getByText('Per går ut. Fortsätt sedan.')).toBeTruthy();
    await tap('Per har gått ut. Fortsätt mötet');
    const { meeting, consent } = shown.workspace().state;
    expect(meeting.current.phase).toBe('running');
    expect(meeting.current.out.map((one) => one.participantId)).toEqual([shown.ids.per]);
    expect(consent.exceptedParties.map((party) => party.participantId)).toEqual([shown.ids.per]);
  });

  it('Något ska vi inte prata om: it is added to the list, and the meeting goes on', async () => {
    const shown = openScreen({ part: 3 });
    await tap('Mer');
    await tap('Samtycket ändras', 'menuitem');
    await tap('Något ska vi inte prata om');
    await type('Vad ska ni inte prata om?', 'Ekonomin');
    await tap('Spara och fortsätt mötet');
    expect(shown.workspace().state.meeting.current.phase).toBe('running');
    expect(shown.workspace().state.consent.exceptedSubjects.map((one) => one.text)).toEqual([
      'Ekonomin',
    ]);
  });

  it('Ingen SIP: says what stays, withdraws and ends', async () => {
    const shown = openScreen({ part: 3 });
    await tap('Mer');
    await tap('Samtycket ändras', 'menuitem');
    await tap('Ingen SIP');
    expect(screen.getByText(/finns kvar där/)).toBeTruthy();
    await tap('Avsluta utan SIP');
    const { meeting, consent } = shown.workspace().state;
    expect(consent.make.withdrawn).toBe(true);
    expect(meeting.current.ended?.ground).toBe('samtyckeAterkallat');
    expect(shown.onAfter).toHaveBeenCalled();
  });

  it('goes on as before when nothing was to be changed', async () => {
    const shown = openScreen({ part: 3 });
    await tap('Mer');
    await tap('Samtycket ändras', 'menuitem');
    await tap('Inget ska ändras');
    expect(shown.workspace().state.meeting.current.phase).toBe('running');
  });
});

describe('what is for the leader alone', () => {
  it('shows the subjects not to talk about, and closes itself after ten seconds', async () => {
    const shown = openScreen({ part: 2 });
    await shown.workspace().record((ctx) => exceptSubject(ctx, { text: 'Djuren' }));
    await settle();
    await tap('Mer');
    vi.useFakeTimers();
    const items = screen.getAllByRole('menuitem', { name: 'Bara för mig' });
    items[0]?.click();
    await vi.advanceTimersByTimeAsync(9_000);
    expect(screen.getByText('Djuren')).toBeTruthy();
    await vi.advanceTimersByTimeAsync(1_500);
    expect(screen.queryByText('Djuren')).toBeNull();
  });

  it('does not hurry who reads slowly: a touch begins anew, and it can be left open', async () => {
    const shown = openScreen({ part: 2 });
    await shown.workspace().record((ctx) => exceptSubject(ctx, { text: 'Djuren' }));
    await settle();
    await tap('Mer');
    vi.useFakeTimers();
    const items = screen.getAllByRole('menuitem', { name: 'Bara för mig' });
    items[0]?.click();
    await vi.advanceTimersByTimeAsync(9_000);
    fireEvent.keyDown(document.body, { key: 'Tab' });
    await vi.advanceTimersByTimeAsync(9_000);
    expect(screen.getByText('Djuren')).toBeTruthy();
    screen.getByRole('button', { name: 'Låt det stå öppet' }).click();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(screen.getByText('Djuren')).toBeTruthy();
    screen.getByRole('button', { name: 'Stäng' }).click();
    await vi.advanceTimersByTimeAsync(100);
    expect(screen.queryByText('Djuren')).toBeNull();
  });

  it('does not exist when Lars leads', async () => {
    const shown = openScreen({ part: 1 });
    await tap('Skriva', 'tab');
    await tap('Ändra');
    await tap('Lars själv', 'radio');
    expect(shown.workspace().state.plan.leads.value).toBe('huvudperson');
    await tap('Mer');
    expect(screen.queryByRole('menuitem', { name: 'Bara för mig' })).toBeNull();
  });

  it('is nowhere while others see the screen: nothing but the shared view is drawn', async () => {
    openScreen({ part: 2, start: { seenBy: 'rummet' } });
    expect(document.body.textContent).toBe('Det alla ser');
    expect(screen.queryAllByRole('button')).toEqual([]);
    expect(document.querySelector('input, textarea, dialog')).toBeNull();
  });

  it('turns the screen into the shared view in two taps, and comes back when only the leader sees it', async () => {
    const shown = openScreen({
      part: 2,
      renderSeen: ({ onOnlyMe }) => (
        <button type="button" onClick={onOnlyMe}>
          Det alla ser
        </button>
      ),
    });
    await tap('Storskärm: av');
    await tap('Den här skärmen');
    expect(document.body.textContent).toBe('Det alla ser');
    await shown.workspace().send({ type: 'screen.seenBy', seenBy: 'nej' });
    await tap('Det alla ser');
    await waitFor(() => expect(screen.getByText('Storskärm: av')).toBeTruthy());
  });
});
