/** What the one who follows has said in this meeting, and how far it has come. In memory alone. */
import { useCallback, useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { Following } from '../../cases/shares/followShare.ts';
import { foldSignals, noSignals, stepOf } from '../../meeting/signals.ts';
import { createId } from '../../shared/ids.ts';
import type { RaisedSignal, SignalCard } from '../../shared/signalMessage.ts';
import type { LiveState } from './shareState.ts';

export interface FollowSignals {
  /** The last that was said; null before, and after it was taken back. */
  readonly last: { readonly signal: RaisedSignal; readonly step: SignalStep } | null;
  readonly say: (card: SignalCard) => void;
  readonly takeBack: () => void;
}

export type SignalStep = 'sending' | 'sent' | 'seen' | 'failed';

/** How long the leader's device has to say that it stands there. */
const answerWithinMs = 8_000;

/** How long it stands that it was seen, or did not arrive: then what is read has the room again. */
const standsMs = { seen: 30_000, failed: 120_000 } as const;

const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };

export const useFollowSignals = (following: Following, live: LiveState | null): FollowSignals => {
  const [signals, tell] = useReducer(foldSignals, noSignals);
  const [failed, setFailed] = useState<number | null>(null);
  const [from] = useState(() => createId({ random }));
  const given = useRef(0);
  const meeting = live?.meeting ?? null;
  const whose = live?.whose ?? null;

  useEffect(() => tell({ is: 'now', meeting }), [meeting]);
  useEffect(
    () =>
      following.onSignal((message) => {
        // Others with the link may say what they like: only answers to what was said here are heard.
        const isAnswer = message.is === 'sent' || message.is === 'seen';
        if (isAnswer && message.from === from) tell(message);
      }),
    [following, from],
  );

  const raised = signals.said.findLast(
    (each): each is RaisedSignal => each.is === 'raised' && each.from === from,
  );
  const step = raised === undefined ? 'gone' : stepOf(signals, raised);
  const number = raised?.number ?? 0;
  useEffect(() => {
    if (step !== 'raised') return undefined;
    const timer = setTimeout(() => setFailed(number), answerWithinMs);
    return () => clearTimeout(timer);
  }, [step, number]);

  const isFailed = step === 'raised' && failed === number;
  const end = step === 'seen' ? 'seen' : isFailed ? 'failed' : null;
  const [forgotten, setForgotten] = useState<string | null>(null);
  useEffect(() => {
    if (end === null) return undefined;
    const timer = setTimeout(() => setForgotten(`${number} ${end}`), standsMs[end]);
    return () => clearTimeout(timer);
  }, [end, number]);

  const say = useCallback(
    (card: SignalCard): void => {
      if (meeting === null) return;
      given.current += 1;
      const signal: RaisedSignal = {
        is: 'raised',
        meeting,
        from,
        number: given.current,
        at: Date.now(),
        card,
        whose,
      };
      tell(signal);
      void following.say(signal).then((went) => {
        if (!went) setFailed(signal.number);
      });
    },
    [following, from, meeting, whose],
  );
  const takeBack = useCallback((): void => {
    if (raised === undefined) return;
    const { meeting: of, number: which } = raised;
    const gone = { is: 'gone', meeting: of, from, number: which, at: Date.now() } as const;
    tell(gone);
    void following.say(gone);
  }, [following, from, raised]);

  if (raised === undefined || step === 'gone') return { last: null, say, takeBack };
  if (end !== null && forgotten === `${number} ${end}`) return { last: null, say, takeBack };
  const shown = isFailed ? 'failed' : step === 'raised' ? 'sending' : step;
  return { last: { signal: raised, step: shown }, say, takeBack };
};
