// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { cleanup, openScreen, screen, tap, type, waitFor } from './testScreen.tsx';

afterEach(cleanup);

const goThroughTheParts = async (): Promise<void> => {
  for (const part of ['Aktuell situation', 'Behov', 'Sammanfattning', 'Avslutning']) {
    await tap(`Nästa del: ${part}`);
    expect(screen.getByRole('heading', { level: 2, name: part })).toBeTruthy();
  }
};

describe('the tap budget', () => {
  it('leads a whole meeting with consent missing to its end in ten taps and no typing', async () => {
    const shown = openScreen({ share: false });
    await tap('Starta mötet');
    await tap('Nej');
    await tap('Ja, muntligt nu');
    await goThroughTheParts();
    await tap('Avsluta mötet');
    await tap('Vi hann inte, nytt möte', 'radio');
    await tap('Avsluta mötet');
    await waitFor(() => expect(shown.onAfter).toHaveBeenCalledOnce());
    expect(shown.taps()).toBeLessThanOrEqual(10);
    const { current } = shown.workspace().state.meeting;
    expect(current.phase).toBe('ended');
    expect(current.followUp).toEqual({ kind: 'nyttMote' });
    expect(shown.workspace().state.consent.share.answer).toBe('yes');
  });

  it('leads it with both consents missing in as many, where the answer is yes to both', async () => {
    const shown = openScreen({ share: false, make: false });
    await tap('Starta mötet');
    await tap('Nej');
    await tap('Ja till båda, muntligt nu');
    await goThroughTheParts();
    await tap('Avsluta mötet');
    await tap('SIP:en avslutas', 'radio');
    await tap('Avsluta mötet');
    await waitFor(() => expect(shown.onAfter).toHaveBeenCalledOnce());
    expect(shown.taps()).toBeLessThanOrEqual(10);
    const { consent } = shown.workspace().state;
    expect([consent.make.answer, consent.share.answer]).toEqual(['yes', 'yes']);
  });

  it('starts with the answer when it is given first, in as many taps', async () => {
    const shown = openScreen();
    await tap('Nej', 'radio');
    await tap('Starta mötet');
    await waitFor(() => expect(shown.workspace().state.meeting.current.phase).toBe('running'));
    expect(shown.taps()).toBe(2);
  });

  it('writes an intervention in one text and three taps: what, who, when', async () => {
    const shown = openScreen({ part: 3 });
    await type('Skriv en rad', 'Boendestöd på morgonen');
    await tap('Insats');
    await tap('Per (kommun)');
    await tap('Varje vecka');
    expect(shown.taps()).toBe(3);
    const [row] = shown.workspace().state.plan.looseInterventions;
    expect(row?.text).toBe('Boendestöd på morgonen');
    expect(row?.timing.value?.every).toBe('vecka');
    expect(row?.doers.value).toEqual([
      {
        participantId: shown.ids.per,
        name: 'Per Holm',
        function: 'behandlare',
        service: 'missbruksenheten',
        authority: 'kommun',
      },
    ]);
    expect(row?.shown).toBe(false);
  });

  it.each([1, 2, 3, 4, 5])(
    'reaches the four things in one tap from both faces, part %i',
    async (part) => {
      for (const face of ['Leda', 'Skriva']) {
        const shown = openScreen({ part });
        await tap(face, 'tab');
        expect(screen.getByRole('button', { name: /^(Nästa del: |Avsluta mötet)/ })).toBeTruthy();
        expect(screen.getByRole('textbox', { name: 'Skriv en rad' })).toBeTruthy();
        await tap('Dölj planen');
        expect(shown.workspace().state.meeting.current.hidden).toBe(true);
        await tap('Ta paus');
        expect(shown.workspace().state.meeting.current.phase).toBe('paused');
        expect(shown.taps()).toBe(3);
        cleanup();
      }
    },
  );
});
