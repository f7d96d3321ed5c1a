/**
 * How much of what comes through one share has room before the one who leads. Whoever has the link can say so much, under so
 * many names, as they like: what is beyond is passed over, and whoever said it is told by nobody that it stands there.
 */
import type { Instant } from '../../shared/deps.ts';
import type { SignalName } from '../../shared/signalMessage.ts';

/** So many wait for an answer; with the next there is no new card. */
const mostWaiting = 3;
/** So many in so long. A phone is given one in two seconds by the server, and pages are opened anew. */
const mostAtOnce = 5;
const atOnceMs = 10_000;

export interface SignalRoom {
  /** Whether a signal that is raised has room; then it waits. */
  readonly take: (shareId: string, signal: SignalName) => boolean;
  /** Answered, or taken back: it waits no more. False where it did not. */
  readonly leave: (signal: SignalName) => boolean;
}

interface Said {
  readonly waiting: Set<string>;
  /** When the last ones were taken, the oldest first. */
  readonly at: Instant[];
}

const nameOf = ({ meeting, from, number }: SignalName): string => `${meeting} ${from} ${number}`;

export const createSignalRoom = (now: () => Instant): SignalRoom => {
  const ofShare = new Map<string, Said>();
  let meeting: string | null = null;

  return {
    take: (shareId, signal) => {
      if (signal.meeting !== meeting) ofShare.clear();
      meeting = signal.meeting;
      const said = ofShare.get(shareId) ?? { waiting: new Set<string>(), at: [] };
      ofShare.set(shareId, said);
      const name = nameOf(signal);
      // The same again says nothing more.
      if (said.waiting.has(name)) return false;
      while (now() - (said.at[0] ?? now()) >= atOnceMs) said.at.shift();
      if (said.waiting.size >= mostWaiting || said.at.length >= mostAtOnce) return false;
      said.waiting.add(name);
      said.at.push(now());
      return true;
    },
    leave: (signal) => [...ofShare.values()].some(({ waiting }) => waiting.delete(nameOf(signal))),
  };
};
