import { hadSeen, type PlacedFact } from '../shared/fact.ts';
import type { LeaderTakenFact, MeetingEventFact, MeetingFact } from './meetingEvents.ts';

/**
 * Which events of a meeting count (design.md 4, *Who leads*): in each term those of its leader, and of an earlier
 * term only what the next leader had seen. The rest is kept and told, not applied.
 */

export type PlacedEvent = PlacedFact<MeetingEventFact>;

export interface HeardEvents {
  /** In the order they are applied. */
  readonly heard: readonly PlacedEvent[];
  readonly unheard: readonly PlacedEvent[];
  readonly term: number;
  readonly leader: string | null;
}

const isTaken = (placed: PlacedFact): placed is PlacedFact<LeaderTakenFact> =>
  placed.fact.type === 'leader.taken';

const isEvent = (placed: PlacedFact): placed is PlacedEvent => placed.fact.type === 'meeting.event';

export const isMeetingFact = (placed: PlacedFact): placed is PlacedFact<MeetingFact> =>
  isTaken(placed) || isEvent(placed);

const bySeq = (a: PlacedFact, b: PlacedFact): number =>
  a.seq - b.seq || (a.fact.id < b.fact.id ? -1 : a.fact.id > b.fact.id ? 1 : 0);

/** The facts of one meeting, in any order and with any of them missing. */
export const hearLeaders = (facts: readonly PlacedFact<MeetingFact>[]): HeardEvents => {
  const taken = facts.filter(isTaken);
  const events = facts.filter(isEvent);
  const terms = [...new Set(facts.map((placed) => placed.fact.data.term))].sort((a, b) => a - b);
  const leaders = terms.map((term) => {
    const claims = taken.filter((placed) => placed.fact.data.term === term);
    const claimants = claims.length > 0 ? claims : events.filter((e) => e.fact.data.term === term);
    const device = claimants.map((placed) => placed.device).sort()[0] ?? '';
    return { term, device, claim: claims.find((placed) => placed.device === device) ?? null };
  });
  const heard = leaders.flatMap(({ term, device }, index) => {
    const later = leaders.slice(index + 1).flatMap(({ claim }) => (claim === null ? [] : [claim]));
    return events
      .filter((placed) => placed.fact.data.term === term && placed.device === device)
      .filter((placed) => later.every((claim) => hadSeen(claim, placed)))
      .sort(bySeq);
  });
  const last = leaders.at(-1);
  return {
    heard,
    unheard: events.filter((placed) => !heard.includes(placed)),
    term: last?.term ?? 0,
    leader: last?.device ?? null,
  };
};

/** Events of all meetings that came from a device when it did not lead (any more): kept and told, not applied. */
export const unheardEvents = (log: readonly PlacedFact[]): readonly PlacedEvent[] => {
  const facts = log.filter(isMeetingFact);
  const meetings = new Set(facts.map(({ fact }) => fact.data.meetingId));
  return [...meetings].flatMap(
    (id) => hearLeaders(facts.filter(({ fact }) => fact.data.meetingId === id)).unheard,
  );
};
