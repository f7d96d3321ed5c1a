import { initialTransition } from 'xstate';
import type { PlacedFact } from '../shared/fact.ts';
import { type HeardEvents, hearLeaders, isMeetingFact } from './leaderTerms.ts';
import type { MeetingFact } from './meetingEvents.ts';
import { type MeetingSnapshot, meetingMachine, moveMeeting } from './meetingMachine.ts';
import {
  emptyMeeting,
  type Meeting,
  type MeetingPhase,
  type MeetingState,
} from './meetingState.ts';

/** Facts to meetings: the machine is run over the events of those who led. Any prefix of the facts folds. */

const waiting: MeetingSnapshot = initialTransition(meetingMachine)[0];

export const firstSnapshot = (): MeetingSnapshot => waiting;

/**
 * What each fact made of the snapshot before it: a case is folded after every event, and only what is new costs
 * anything. Forgotten with the facts themselves.
 */
const known = new WeakMap<object, { from: MeetingSnapshot; to: MeetingSnapshot }>();

/** Runs the machine over what was heard, from the beginning. */
export const runMeeting = (heard: HeardEvents['heard']): MeetingSnapshot => {
  let snapshot = waiting;
  for (const { fact } of heard) {
    const before = known.get(fact);
    const to = before?.from === snapshot ? before.to : moveMeeting(snapshot, fact.data.event);
    known.set(fact, { from: snapshot, to });
    snapshot = to;
  }
  return snapshot;
};

const phaseOf = (snapshot: MeetingSnapshot): MeetingPhase => {
  if (snapshot.matches('ended')) return 'ended';
  if (snapshot.hasTag('halted')) return 'halted';
  if (!snapshot.hasTag('underWay')) return 'waiting';
  if (!snapshot.hasTag('clock')) return 'onPaper';
  return snapshot.hasTag('paused') ? 'paused' : 'running';
};

/** What views read of a machine's snapshot. */
export const readMeeting = (
  id: string | null,
  snapshot: MeetingSnapshot,
  lead: Pick<Meeting, 'term' | 'leader' | 'lastAt' | 'unheard'>,
): Meeting => {
  const { round, ...context } = snapshot.context;
  const [now, next] = round;
  return {
    ...context,
    ...lead,
    id,
    phase: phaseOf(snapshot),
    halted: snapshot.matches({ halted: 'consent' })
      ? 'consent'
      : snapshot.matches({ halted: 'cutShort' })
        ? 'cutShort'
        : null,
    round: now === undefined ? null : { now, next: next ?? null, left: round },
  };
};

/** One meeting from its own facts. */
export const foldOneMeeting = (id: string, facts: readonly PlacedFact<MeetingFact>[]): Meeting => {
  const heard = hearLeaders(facts);
  return readHeard(id, heard, runMeeting(heard.heard));
};

export const readHeard = (id: string, heard: HeardEvents, snapshot: MeetingSnapshot): Meeting =>
  readMeeting(id, snapshot, {
    term: heard.term,
    leader: heard.leader,
    unheard: heard.unheard.length,
    lastAt: heard.heard.reduce<number | null>(
      (last, placed) => Math.max(last ?? placed.fact.at, placed.fact.at, placed.fact.data.event.at),
      null,
    ),
  });

/** When a meeting first came to be: decides the order among the meetings of a case. */
const begin = (facts: readonly PlacedFact<MeetingFact>[]): number =>
  Math.min(...facts.map((placed) => placed.fact.at));

/** The facts of each meeting, the oldest meeting first. */
export const factsByMeeting = (
  facts: readonly PlacedFact[],
): readonly { readonly id: string; readonly facts: readonly PlacedFact<MeetingFact>[] }[] => {
  const byId = new Map<string, PlacedFact<MeetingFact>[]>();
  for (const placed of facts.filter(isMeetingFact)) {
    const id = placed.fact.data.meetingId;
    byId.set(id, [...(byId.get(id) ?? []), placed]);
  }
  return [...byId]
    .map(([id, ofMeeting]) => ({ id, facts: ofMeeting }))
    .sort((a, b) => begin(a.facts) - begin(b.facts) || (a.id < b.id ? -1 : 1));
};

/** All meetings of a case, from all its facts in any order. */
export const foldMeeting = (facts: readonly PlacedFact[]): MeetingState => {
  const meetings = factsByMeeting(facts).map((one) => foldOneMeeting(one.id, one.facts));
  return { current: meetings.at(-1) ?? emptyMeeting, earlier: meetings.slice(0, -1) };
};
