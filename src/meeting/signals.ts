/**
 * The signals of the meeting under way: given → sent → seen → gone (field.md 16). Kept in memory only, and forgotten when
 * the meeting ends. What is kept is the set of messages: doubles change nothing, and neither does their order.
 */
import type { RaisedSignal, SignalMessage, SignalName } from '../shared/signalMessage.ts';

export interface Signals {
  /** Null while no meeting is under way. */
  readonly meeting: string | null;
  readonly said: readonly SignalMessage[];
}

export const noSignals: Signals = { meeting: null, said: [] };

const steps = ['raised', 'sent', 'seen', 'gone'] as const;
type Step = (typeof steps)[number];

/** A message, or the meeting that is under way now. A message of another meeting, or after the end, is passed over. */
export const foldSignals = (
  all: Signals,
  next: SignalMessage | { readonly is: 'now'; readonly meeting: string | null },
): Signals => {
  const isHere = next.meeting === all.meeting;
  if (next.is === 'now') return isHere ? all : { meeting: next.meeting, said: [] };
  if (!isHere || about(all, next).some(({ is }) => is === next.is)) return all;
  return { ...all, said: [...all.said, next] };
};

const about = (all: Signals, { from, number }: SignalName): readonly SignalMessage[] =>
  all.said.filter((each) => each.from === from && each.number === number);

/** How far it has come. */
export const stepOf = (all: Signals, signal: SignalName): Step =>
  steps[Math.max(0, ...about(all, signal).map(({ is }) => steps.indexOf(is)))] ?? 'gone';

const isRaised = (message: SignalMessage): message is RaisedSignal => message.is === 'raised';

/** What the leader has not answered yet, in the order in which it came. */
export const waitingSignals = ({ said }: Signals): readonly RaisedSignal[] => {
  const answered = new Set(said.filter(({ is }) => is === 'seen' || is === 'gone').map(nameOf));
  return said.filter(isRaised).filter((signal) => !answered.has(nameOf(signal)));
};

const nameOf = ({ from, number }: SignalName): string => `${from} ${number}`;

/** The giver's last signal, where the leader has seen it. */
export const seenSignalOf = (all: Signals, from: string): RaisedSignal | null => {
  const last = all.said.filter(isRaised).findLast((signal) => signal.from === from);
  return last !== undefined && stepOf(all, last) === 'seen' ? last : null;
};
