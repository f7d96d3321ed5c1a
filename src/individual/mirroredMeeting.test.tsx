// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import {
  cleanup,
  openScreen,
  screen,
  type TestScreenInput,
  tap,
  waitFor,
} from '../meeting/views/testScreen.tsx';
import { setShown } from '../plan/commands/showRows.ts';
import { setLead } from '../plan/commands/wholePlan.ts';
import { must } from '../plan/testing.ts';
import { MirroredView } from './MirroredView.tsx';

/** A meeting led wholly while everyone sees the tablet, from its start to its end. */
const openMirrored = (input: TestScreenInput = {}) =>
  openScreen({
    ...input,
    renderSeen: (props) => <MirroredView {...props} signal={props.signals.length > 0} />,
  });

const closing = { part: 5, start: { seenBy: 'rummet' } } as const;

afterEach(cleanup);

describe('a meeting that everyone sees', () => {
  it('is led to its end in ten taps and no typing, with both consents missing', async () => {
    const shown = openMirrored({ share: false, make: false });
    await tap('Fråga nu');
    await tap('Ja till båda, muntligt nu');
    await tap('Starta mötet');
    await tap('Ja, i rummet');
    for (const part of ['Aktuell situation', 'Behov', 'Sammanfattning', 'Avslutning']) {
      await tap(`Nästa del: ${part}`);
      expect(screen.getByRole('heading', { level: 2, name: part })).toBeTruthy();
    }
    await tap('Avsluta mötet');
    await tap('Vi hann inte, nytt möte');
    expect(shown.taps()).toBeLessThanOrEqual(10);
    const { current } = shown.workspace().state.meeting;
    expect(current.phase).toBe('ended');
    expect(current.followUp).toEqual({ kind: 'nyttMote' });
  });

  it('keeps how the plan stood when it ended', async () => {
    const shown = openMirrored(closing);
    await tap('Avsluta mötet');
    await tap('SIP:en avslutas');
    const types = shown.facts().map(({ type }) => type);
    expect(types.slice(-2)).toEqual(['plan.shownAtEnd', 'meeting.event']);
  });

  it('stays what everyone sees when it has ended, empties after two minutes, and leaves when asked to', async () => {
    const shown = openMirrored(closing);
    await tap('Avsluta mötet');
    await tap('Tid är bokad');
    expect(screen.getByText('Tack för i dag')).toBeTruthy();
    expect(screen.getByText('Planen är din')).toBeTruthy();
    shown.pass(2);
    await waitFor(() => expect(screen.queryByText('Planen är din')).toBeNull());
    expect(screen.getByRole('heading', { name: 'Tack för i dag' })).toBeTruthy();
    shown.pass(60);
    expect(screen.getByRole('main', { name: 'Det här ser alla' })).toBeTruthy();
    expect(shown.onAfter).not.toHaveBeenCalled();
    await tap('Tillbaka');
    await tap('Bara jag ser skärmen nu');
    await waitFor(() => expect(shown.onAfter).toHaveBeenCalledOnce());
  });

  it('is still what everyone sees when the case is opened anew after its end', async () => {
    const shown = openMirrored({ ...closing, after: [{ type: 'meeting.ended' }] });
    expect(screen.getByRole('main', { name: 'Det här ser alla' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Starta mötet' })).toBeNull();
    await tap('Tillbaka');
    await tap('Bara jag ser skärmen nu');
    await waitFor(() => expect(shown.onAfter).toHaveBeenCalledOnce());
    expect(shown.workspace().state.meeting.current.seenBy).toBe('nej');
    cleanup();
    openMirrored({
      ...closing,
      after: [{ type: 'meeting.ended' }, { type: 'screen.seenBy', seenBy: 'nej' }],
    });
    expect(screen.queryByRole('main', { name: 'Det här ser alla' })).toBeNull();
  });

  it('names who books only where the room has been shown who holds the plan', async () => {
    const hold: TestScreenInput['before'] = (doc, ctx, ids) => {
      must(setLead(doc, ctx, { authority: 'kommun', participantId: ids.per, name: 'Per Holm' }));
    };
    openMirrored({ ...closing, before: hold });
    await tap('Avsluta mötet');
    expect(screen.getByRole('button', { name: 'Bokas senast 19 maj' })).toBeTruthy();
    cleanup();
    const shown = openMirrored({
      ...closing,
      before: (doc, ctx, ids) => {
        hold(doc, ctx, ids);
        must(setShown(doc, ctx, { item: 'lead', shown: true }));
      },
    });
    await tap('Avsluta mötet');
    await tap('Bokas av Per Holm senast 19 maj');
    expect(shown.workspace().state.meeting.current.followUp).toEqual({
      kind: 'bokas',
      by: 'Per Holm',
      before: '2026-05-19',
    });
  });

  it('clears the wall of what is being written when there is a pause, and in the next part', async () => {
    openMirrored({ part: 3, start: { seenBy: 'rummet' } });
    for (const away of ['Ta paus', 'Dölj planen', 'Nästa del: Sammanfattning']) {
      await tap('Skriv en rad');
      expect(screen.getByText('Alla ser det du skriver')).toBeTruthy();
      await tap(away);
      await waitFor(() => expect(screen.queryByText('Alla ser det du skriver')).toBeNull());
      if (away === 'Ta paus') await tap('Fortsätt mötet');
    }
  });

  it('goes back to the meeting without ending it', async () => {
    const shown = openMirrored(closing);
    await tap('Avsluta mötet');
    await tap('Tillbaka till mötet');
    expect(screen.queryByText('Hur blir det med uppföljningen?')).toBeNull();
    expect(shown.workspace().state.meeting.current.phase).toBe('running');
  });

  it('goes on to the next part, or to the end, also while the plan is hidden', async () => {
    const shown = openMirrored({ part: 4, start: { seenBy: 'rummet' } });
    await tap('Dölj planen');
    await tap('Nästa del: Avslutning');
    await tap('Avsluta mötet');
    await tap('SIP:en avslutas');
    expect(shown.workspace().state.meeting.current.phase).toBe('ended');
  });
});

describe('a window that shows the room its view', () => {
  it('goes on showing it when another window says that only one person sees the screen', async () => {
    const shown = openMirrored({ part: 2, start: { seenBy: 'rummet' } });
    await shown.workspace().send({ type: 'screen.seenBy', seenBy: 'nej' });
    await waitFor(() => expect(shown.workspace().state.meeting.current.seenBy).toBe('nej'));
    expect(screen.getByRole('main', { name: 'Det här ser alla' })).toBeTruthy();
    await tap('Tillbaka');
    await tap('Bara jag ser skärmen nu');
    await waitFor(() =>
      expect(screen.queryByRole('main', { name: 'Det här ser alla' })).toBeNull(),
    );
    await shown.workspace().send({ type: 'screen.seenBy', seenBy: 'rummet' });
    await waitFor(() =>
      expect(screen.getByRole('main', { name: 'Det här ser alla' })).toBeTruthy(),
    );
  });

  it('becomes the own screen again where it is said, also in one that does not lead', async () => {
    const follower = openMirrored({
      part: 2,
      start: { seenBy: 'rummet' },
      ledElsewhere: true,
    });
    await tap('Tillbaka');
    await tap('Bara jag ser skärmen nu');
    await waitFor(() =>
      expect(screen.queryByRole('main', { name: 'Det här ser alla' })).toBeNull(),
    );
    expect(follower.workspace().state.meeting.current.seenBy).toBe('rummet');
  });
});
