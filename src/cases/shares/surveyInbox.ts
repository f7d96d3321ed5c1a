/**
 * Answers to **Hur var mötet?** that have come from the individual's own phone and wait for a person: nothing is counted by
 * itself. In memory alone; the phone says them again until it has heard what became of them.
 */
import type { Meeting } from '../../meeting/meetingState.ts';
import type { Instant } from '../../shared/deps.ts';
import type { AnsweredMessage, SignalMessage } from '../../shared/signalMessage.ts';
import type { Share } from './foldShares.ts';
import { surveyAsked } from './surveyAsked.ts';

export interface SurveyInbox {
  /** The first first. Never shown as what they say: only that they have come (field.md 24). */
  readonly waiting: () => readonly AnsweredMessage[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Tells the phone what a person has decided, and forgets the answers. */
  readonly settle: (from: string, isCounted: boolean) => void;
}

export interface SurveyEar extends SurveyInbox {
  readonly take: (share: Share, meeting: Meeting, message: AnsweredMessage) => void;
  /** Another of the leader's devices has decided. */
  readonly overhear: (message: SignalMessage) => void;
}

/** One person answers once, or perhaps once more on another phone: what comes beyond is somebody playing with the link. */
const mostOfOneShare = 3;

type Decision = 'seen' | 'gone';

interface Come {
  readonly shareId: string;
  readonly message: AnsweredMessage;
  readonly decision: Decision | null;
}

export const createSurveyInbox = (
  now: () => Instant,
  tell: (shareId: string, message: SignalMessage) => void,
): SurveyEar => {
  const listeners = new Set<() => void>();
  const come = new Map<string, Come>();

  const set = (each: Come): void => {
    come.set(each.message.from, each);
    for (const listener of listeners) listener();
  };
  const answer = ({ shareId, message, decision }: Come): void => {
    const { meeting, from, number } = message;
    tell(shareId, { is: decision ?? 'sent', meeting, from, number, at: now() });
  };
  const waiting = (): readonly AnsweredMessage[] =>
    [...come.values()].filter(({ decision }) => decision === null).map(({ message }) => message);

  return {
    waiting,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take: (share, meeting, message) => {
      const asked = surveyAsked(share, meeting);
      if (asked === null || asked.meeting !== message.meeting || now() > asked.until) return;
      const { shareId } = share;
      const before = come.get(message.from);
      const ofShare = [...come.values()].filter((each) => each.shareId === shareId).length;
      if (before === undefined && ofShare >= mostOfOneShare) return;
      if (before !== undefined && before.shareId !== shareId) return;
      const next = before ?? { shareId, message, decision: null };
      if (before === undefined) set(next);
      answer(next);
    },
    overhear: ({ is, from }) => {
      const before = come.get(from);
      if ((is !== 'seen' && is !== 'gone') || before === undefined || before.decision !== null)
        return;
      set({ ...before, decision: is });
    },
    settle: (from, isCounted) => {
      const before = come.get(from);
      if (before === undefined) return;
      const next = { ...before, decision: isCounted ? ('seen' as const) : ('gone' as const) };
      set(next);
      answer(next);
    },
  };
};
