// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FollowState } from '../../cases/shares/followShare.ts';
import { loadTexts } from '../../i18n/loadTexts.ts';
import { minute } from '../../meeting/clock.ts';
import { testStart } from '../../meeting/testMeeting.ts';
import type { SignalMessage } from '../../shared/signalMessage.ts';
import { axeFindings } from '../../ui/axeFindings.ts';
import { fullCase } from '../testFullCase.ts';
import { inPart, roomState } from '../testRoom.ts';
import { FollowView } from './FollowView.tsx';
import { readShareState, shareState } from './shareState.ts';
import { testFollowing, testShare } from './testFollowing.ts';

const { lars, facts } = fullCase();

const inBehov = (receiver: 'individual' | 'other' = 'individual'): FollowState => ({
  contact: 'here',
  over: null,
  lastDay: null,
  shown: {
    state: shareState(
      testShare(receiver, lars.ids.eva),
      roomState(lars.doc, inPart(2), facts),
      testStart + 13 * minute,
    ),
    at: testStart,
  },
});

const open = (first: FollowState, goes = true) => {
  const { following, said, become, hear } = testFollowing(first, goes);
  render(<FollowView following={following} />);
  return {
    following,
    said,
    become,
    answer: (is: 'sent' | 'seen', more: Partial<SignalMessage> = {}) => {
      const { meeting, from, number } = said.at(-1) ?? { meeting: '', from: '', number: 1 };
      hear({ is, meeting, from, number, at: 1, ...more } as SignalMessage);
    },
  };
};

const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));

beforeAll(async () => {
  for (const language of ['sv', 'sv-x-lattlast', 'ar', 'ti'] as const)
    for (const name of ['follow', 'ownView', 'signals', 'easy', 'coded', 'room', 'words'] as const)
      await loadTexts(language, name);
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the phone of one who follows', () => {
  it.each([
    [
      'waiting',
      { contact: 'waiting', shown: null, over: null, lastDay: null },
      'Snart syns mötet här',
    ],
    [
      'not shared yet',
      { contact: 'waiting', shown: null, over: 'unknown', lastDay: null },
      'Snart syns mötet här',
    ],
    [
      'ended',
      { contact: 'here', shown: null, over: 'ended', lastDay: null },
      'Det här delas inte längre',
    ],
    ['aged', { contact: 'here', shown: null, over: 'aged', lastDay: null }, 'Länken är för gammal'],
    [
      'a bad link',
      { contact: 'waiting', shown: null, over: 'badLink', lastDay: null },
      'Länken fungerar inte',
    ],
    [
      'an old browser',
      { contact: 'waiting', shown: null, over: 'oldBrowser', lastDay: null },
      'Webbläsaren är för gammal',
    ],
    [
      'another version',
      { contact: 'here', shown: { state: { v: 2 }, at: 1 }, over: null, lastDay: null },
      'Sidan behöver öppnas på nytt',
    ],
  ] as const)('says in plain words what is the matter: %s', (_, state, words) => {
    open(state);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(words);
    expect(screen.queryByRole('button', { name: 'Jag vill ha paus' })).toBeNull();
  });

  it.each([
    ['individual', 'Planen är din. Be den som gav dig länken om en ny.'],
    ['other', 'Vill du se det igen? Fråga den som gav dig länken.'],
  ] as const)('says what to do when it has ended, never why: %s', (receiver, words) => {
    const { become } = open(inBehov(receiver));
    become({ over: 'ended', shown: null });
    screen.getByRole('heading', { name: 'Det här delas inte längre' });
    screen.getByText(words);
    screen.getByText(/^Det är inget fel på din telefon/u);
    expect(document.body.textContent).not.toMatch(/samtycke|borttagen|tog tillbaka/iu);
  });

  it('says so in the language in which it was read', async () => {
    const first = inBehov();
    const live = readShareState(first.shown?.state);
    if (first.shown === null || live?.is !== 'live') throw new Error('Nothing is shown.');
    const state = { ...live, view: { ...live.view, language: 'ar' } };
    const { become } = open({ ...first, shown: { ...first.shown, state } });
    become({ over: 'ended', shown: null });
    expect(screen.getByRole('main').lang).toBe('ar');
    await screen.findByRole('heading', { name: 'لم تعد هناك مشاركة' });
  });

  it('says which day was the last, and that the phone’s own may be wrong', () => {
    const { become } = open(inBehov());
    become({ over: 'lastDay', shown: null, lastDay: '2027-05-05' });
    screen.getByRole('heading', { name: 'Länken gäller inte längre' });
    screen.getByText('Den gällde till och med 5 maj 2027. Inget ligger kvar här.');
    screen.getByText(/Se om datumet på din telefon stämmer/u);
    expect(document.body.textContent).not.toContain('mediciner');
  });

  it('says what to do when what came cannot be drawn, and goes on with the next', () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    const first = inBehov();
    const live = readShareState(first.shown?.state);
    if (first.shown === null || live?.is !== 'live') throw new Error('Nothing is shown.');
    const unknown = { ...live, view: { ...live.view, scene: { kind: 'running', part: 'behov' } } };
    const { become } = open({ ...first, shown: { state: unknown, at: 5 } });
    screen.getByRole('heading', { name: 'Sidan behöver öppnas på nytt' });
    screen.getByRole('radio', { name: 'Lättläst' });
    become({ shown: { state: live, at: 6 } });
    screen.getByRole('heading', { name: 'Behov' });
  });

  it('says so where there is no link', () => {
    render(<FollowView following={null} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Här kan du följa ett möte');
  });

  it('keeps what came last when contact is lost, and empties when the share ends', () => {
    const { become, following } = open(inBehov());
    screen.getByRole('heading', { name: 'Behov' });
    become({ contact: 'lost' });
    screen.getByText(/Inget internet just nu/u);
    screen.getByRole('heading', { name: 'Behov' });
    press('Försök igen');
    expect(following.tryNow).toHaveBeenCalled();
    become({ over: 'ended', shown: null });
    expect(screen.queryByRole('heading', { name: 'Behov' })).toBeNull();
    expect(document.body.textContent).not.toContain('mediciner');
  });

  it('says "skickat" only when the leader’s device has it, and "såg det" when the leader has', () => {
    const { said, answer } = open(inBehov());
    press('Jag vill ha paus');
    expect(said).toMatchObject([{ is: 'raised', card: 'paus', whose: null, number: 1 }]);
    expect(document.body.textContent).toContain('Skickar');
    expect(document.body.textContent).not.toContain('Skickat');
    // What others answer to others is not one's own.
    answer('seen', { from: 'BBBBBBBBBBBBBBBBBBBBBA' });
    expect(document.body.textContent).not.toContain('såg det');
    answer('sent');
    expect(document.body.textContent).toContain('Skickat till den som leder mötet');
    answer('seen');
    expect(document.body.textContent).toContain('Den som leder mötet såg det');
  });

  it('says that it did not arrive when nobody answers, and lets it be said again', () => {
    const { said } = open(inBehov());
    press('Jag förstår inte');
    act(() => {
      vi.advanceTimersByTime(8_000);
    });
    expect(document.body.textContent).toContain('Det kom inte fram. Säg det till någon i rummet.');
    press('Jag förstår inte');
    expect(said.map(({ number }) => number)).toEqual([1, 2]);
    act(() => {
      vi.advanceTimersByTime(8_000);
    });
    expect(document.body.textContent).toContain('Det kom inte fram.');
    // It does not stand there for the rest of the meeting.
    act(() => {
      vi.advanceTimersByTime(120_000);
    });
    expect(document.body.textContent).not.toContain('Det kom inte fram.');
    screen.getByRole('button', { name: 'Jag förstår inte' });
  });

  it('lets a relative say one thing, without a name', () => {
    const { said } = open(inBehov('other'));
    expect(screen.queryByRole('button', { name: 'Jag vill ha paus' })).toBeNull();
    expect(document.body.textContent).toContain('Ditt namn syns inte.');
    expect(document.body.textContent).not.toContain('Det vill jag säga');
    press('Jag förstår inte');
    expect(said).toMatchObject([{ card: 'forstarInte', whose: lars.ids.eva }]);
  });

  it('begins each part at its top, but for somebody who is writing', async () => {
    const { become } = open(inBehov());
    const scrollTo = vi.spyOn(screen.getByRole('main'), 'scrollTo');
    const inPartOf = (part: number): FollowState['shown'] => ({
      state: shareState(
        testShare('individual', lars.ids.eva),
        roomState(lars.doc, inPart(part), facts),
        testStart + 13 * minute,
      ),
      at: testStart + part,
    });
    become({ shown: inPartOf(2) });
    expect(scrollTo).not.toHaveBeenCalled();
    become({ shown: inPartOf(3) });
    expect(scrollTo).toHaveBeenCalledExactlyOnceWith({ top: 0 });
    press('Det vill jag säga');
    screen.getByRole('textbox', { name: 'Det vill jag säga' }).focus();
    become({ shown: inPartOf(4) });
    expect(scrollTo).toHaveBeenCalledTimes(1);
  });

  it('lets what one wants to say be written before the meeting, and keeps it when that begins', () => {
    const before = shareState(
      testShare('individual', lars.ids.eva),
      roomState(lars.doc, [], facts),
      testStart - minute,
    );
    const { become } = open({ ...inBehov(), shown: { state: before, at: 1 } });
    expect(screen.queryByRole('button', { name: 'Jag vill ha paus' })).toBeNull();
    press('Det vill jag säga');
    const field = screen.getByRole('textbox', { name: 'Det vill jag säga' });
    fireEvent.input(field, { target: { value: 'Om nätterna' } });
    become(inBehov());
    const same = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Det vill jag säga' });
    expect(same.value).toBe('Om nätterna');
  });

  it('keeps what one wants to say on the phone alone', () => {
    const { said } = open(inBehov());
    press('Det vill jag säga');
    const field = screen.getByRole('textbox', { name: 'Det vill jag säga' });
    fireEvent.input(field, { target: { value: 'Om nätterna' } });
    expect(said).toEqual([]);
    expect(field.getAttribute('autocomplete')).toBe('off');
  });

  it.each(['Svenska', 'Lättläst', 'العربية', 'ትግርኛ'])('reads well by axe: %s', async (language) => {
    vi.useRealTimers();
    const { become } = open(inBehov());
    press('Språk');
    fireEvent.click(screen.getByRole('radio', { name: language }));
    await waitFor(() => expect(document.querySelector('.own__heading')).not.toBeNull());
    expect(await axeFindings(document.body)).toEqual([]);
    become({ over: 'ended', shown: null });
    expect(await axeFindings(document.body)).toEqual([]);
  });
});
