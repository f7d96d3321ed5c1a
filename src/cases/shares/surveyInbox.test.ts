/** **Hur var mötet?** from a phone: what is taken in, what the phone is told, and that nothing is counted by itself. */
import { beforeEach, describe, expect, it } from 'vitest';
import { emptyMeeting, type Meeting } from '../../meeting/meetingState.ts';
import type { AnsweredMessage, SignalMessage } from '../../shared/signalMessage.ts';
import type { Share } from './foldShares.ts';
import { createSurveyInbox } from './surveyInbox.ts';

const day = 24 * 60 * 60 * 1000;
const share: Share = {
  shareId: 'share',
  kind: 'follow',
  receiver: { receiverKind: 'individual', participantId: 'lars', name: 'Lars' },
  scope: '',
  at: 0,
  by: 'Karin',
  device: 'd',
  until: null,
  versionId: null,
  judged: '',
  secret: 'keys',
  ended: null,
  isGone: false,
};
const over: Meeting = { ...emptyMeeting, id: 'meeting', ended: { at: 10, ground: 'klart' } };
const said = (from = 'phone', more: Partial<AnsweredMessage> = {}): AnsweredMessage => ({
  is: 'answered',
  meeting: 'meeting',
  from,
  number: 1,
  at: 1,
  who: 'individual',
  answers: '555555',
  ...more,
});

let now: number;
let told: SignalMessage[];
let inbox: ReturnType<typeof createSurveyInbox>;

beforeEach(() => {
  now = 20;
  told = [];
  inbox = createSurveyInbox(
    () => now,
    (_, message) => told.push(message),
  );
});

describe('answers from a phone', () => {
  it('wait for a person, and the phone is told that they stand there', () => {
    inbox.take(share, over, said());
    expect(inbox.waiting()).toMatchObject([{ from: 'phone' }]);
    expect(told).toMatchObject([{ is: 'sent', from: 'phone', number: 1 }]);
  });

  it('stand once, however often they are said, and each time is answered', () => {
    inbox.take(share, over, said());
    inbox.take(share, over, said());
    expect(inbox.waiting()).toHaveLength(1);
    inbox.settle('phone', true);
    inbox.take(share, over, said());
    expect(inbox.waiting()).toEqual([]);
    expect(told.map(({ is }) => is)).toEqual(['sent', 'sent', 'seen', 'seen']);
  });

  it('are told not to be counted, where a person has decided so', () => {
    inbox.take(share, over, said());
    inbox.settle('phone', false);
    expect(told.at(-1)).toMatchObject({ is: 'gone', from: 'phone' });
    expect(inbox.waiting()).toEqual([]);
  });

  it('are gone from here when another of the leader’s devices has decided', () => {
    inbox.take(share, over, said());
    inbox.overhear({ is: 'seen', meeting: 'meeting', from: 'phone', number: 1, at: 2 });
    expect(inbox.waiting()).toEqual([]);
  });

  it.each([
    ['before the meeting is over', share, { ...over, ended: null }, said()],
    [
      'of a meeting that consent ended',
      share,
      { ...over, ended: { at: 10, ground: 'samtyckeAterkallat' as const } },
      said(),
    ],
    ['of another meeting', share, over, said('phone', { meeting: 'other' })],
    [
      'from a relative’s link',
      { ...share, receiver: { ...share.receiver, receiverKind: 'other' as const } },
      over,
      said(),
    ],
    ['from a plan that was given', { ...share, kind: 'plan' as const }, over, said()],
  ])('are not taken %s', (_, from, meeting, message) => {
    inbox.take(from, meeting, message);
    expect(inbox.waiting()).toEqual([]);
    expect(told).toEqual([]);
  });

  it('are not taken when two weeks have gone', () => {
    now = 10 + 14 * day + 1;
    inbox.take(share, over, said());
    expect(told).toEqual([]);
  });

  it('stop at three of one link', () => {
    for (const from of ['a', 'b', 'c', 'd', 'e']) inbox.take(share, over, said(from));
    expect(inbox.waiting()).toHaveLength(3);
  });
});
