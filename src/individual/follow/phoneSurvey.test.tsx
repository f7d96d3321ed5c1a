// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
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
import { shareState } from './shareState.ts';
import { testFollowing, testShare } from './testFollowing.ts';

const { lars, facts } = fullCase();
const day = 24 * 60 * minute;
const end = testStart + 30 * minute;
const ended = roomState(lars.doc, [...inPart(4), [30, { type: 'meeting.ended' }]], facts);

const over = (
  receiver: 'individual' | 'other' = 'individual',
  now = end + 600 * minute,
): FollowState => ({
  contact: 'here',
  over: null,
  lastDay: null,
  shown: { state: shareState(testShare(receiver, lars.ids.eva), ended, now), at: now },
});

const open = (first = over(), goes = true) => {
  const phone = testFollowing(first, goes);
  render(<FollowView following={phone.following} link="link" />);
  return {
    ...phone,
    answer: (is: 'sent' | 'seen' | 'gone', from = phone.said.at(-1)?.from ?? '') =>
      phone.hear({ is, meeting: 'm', from, number: 1, at: 1 } as SignalMessage),
  };
};
const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));
const text = (): string => document.body.textContent ?? '';
const answerAll = (): void => {
  press('Hur var mötet?');
  press('Börja');
  press('Stämmer helt');
  press('Jag vill inte svara');
  for (let left = 4; left > 0; left -= 1) press('Stämmer delvis');
};

beforeAll(async () => {
  for (const name of [
    'follow',
    'ownView',
    'signals',
    'easy',
    'coded',
    'room',
    'words',
    'howWasIt',
  ] as const)
    for (const language of ['sv', 'ar'] as const) await loadTexts(language, name);
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now: end + 600 * minute });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('Hur var mötet? on the individual’s own phone', () => {
  it('is asked when the meeting is over, and not before', () => {
    const { become } = open({
      contact: 'here',
      over: null,
      lastDay: null,
      shown: {
        state: shareState(
          testShare('individual', lars.ids.eva),
          roomState(lars.doc, inPart(4), facts),
          testStart + 25 * minute,
        ),
        at: testStart,
      },
    });
    expect(screen.queryByRole('button', { name: 'Hur var mötet?' })).toBeNull();
    become(over('individual', end + minute));
    screen.getByRole('button', { name: 'Hur var mötet?' });
    become(over());
    screen.getByRole('button', { name: 'Hur var mötet?' });
  });

  it('sends six digits and no words, and says that they are not sent until the leader’s device has them', () => {
    const { said, answer } = open();
    answerAll();
    screen.getByRole('heading', { name: 'Tack för att du svarade' });
    expect(said).toMatchObject([
      { is: 'answered', meeting: 'm', who: 'individual', answers: '503333', number: 1 },
    ]);
    expect(text()).toContain('Svaren är inte skickade än.');
    expect(text()).not.toContain('plattan');
    answer('sent', 'BBBBBBBBBBBBBBBBBBBBBA');
    expect(text()).toContain('Svaren är inte skickade än.');
    answer('sent');
    expect(text()).toContain('Svaren är skickade till den som ledde mötet.');
    answer('seen');
    expect(text()).toContain('Svaren är med nu.');
    answer('sent');
    expect(text()).toContain('Svaren är med nu.');
    press('Tillbaka');
    expect(text()).toContain('Svaren är med nu.');
    expect(screen.queryByRole('button', { name: 'Hur var mötet?' })).toBeNull();
  });

  it('goes on trying as long as the page is open, the same answers by the same name, and then stops', () => {
    const { said, answer } = open(over(), false);
    answerAll();
    act(() => void vi.advanceTimersByTime(16_000));
    expect(said).toHaveLength(3);
    expect(new Set(said.map((each) => JSON.stringify(each))).size).toBe(1);
    answer('sent');
    act(() => void vi.advanceTimersByTime(60_000));
    expect(said).toHaveLength(4);
    answer('seen');
    act(() => void vi.advanceTimersByTime(600_000));
    expect(said).toHaveLength(4);
  });

  it('says so where a person has decided not to count them', () => {
    const { answer } = open();
    answerAll();
    answer('gone');
    expect(text()).toContain('Svaren togs inte med.');
  });

  it('keeps what is being answered when the view becomes a plan, or contact is lost', () => {
    const { become } = open(over('individual', end + minute));
    press('Hur var mötet?');
    press('Börja');
    press('Stämmer helt');
    become(over());
    become({ contact: 'lost' });
    expect(text()).toContain('2 av 6');
  });

  it('sends nothing where nothing was answered, or it was broken off', () => {
    const { said } = open();
    press('Hur var mötet?');
    press('Börja');
    press('Stämmer helt');
    press('Sluta');
    screen.getByRole('heading', { name: 'Det går bra att inte svara.' });
    expect(said).toEqual([]);
  });

  it('is not asked of others, when the share has ended, or after two weeks', () => {
    open(over('other', end + minute));
    expect(screen.queryByRole('button', { name: 'Hur var mötet?' })).toBeNull();
    cleanup();
    const { become } = open();
    become({ over: 'ended', shown: null });
    expect(screen.queryByRole('button', { name: 'Hur var mötet?' })).toBeNull();
    cleanup();
    vi.setSystemTime(end + 14 * day + 1);
    open();
    expect(screen.queryByRole('button', { name: 'Hur var mötet?' })).toBeNull();
  });

  it('speaks as a child does on a child’s phone', () => {
    const state = over();
    const shown = state.shown?.state as object;
    const { said } = open({ ...state, shown: { state: { ...shown, forChild: true }, at: 1 } });
    press('Hur var mötet?');
    press('Börja');
    screen.getByRole('heading', { name: 'De vuxna var snälla mot mig.' });
    for (let left = 6; left > 0; left -= 1) press('Stämmer helt');
    expect(said).toMatchObject([{ who: 'child' }]);
  });

  it('reads well by axe', async () => {
    vi.useRealTimers();
    vi.useFakeTimers({ toFake: ['Date'], now: end + 600 * minute });
    open();
    expect(await axeFindings(document.body)).toEqual([]);
    press('Hur var mötet?');
    expect(await axeFindings(document.body)).toEqual([]);
    press('Börja');
    expect(await axeFindings(document.body)).toEqual([]);
    for (let left = 6; left > 0; left -= 1) press('Stämmer helt');
    expect(await axeFindings(document.body)).toEqual([]);
  });
});
