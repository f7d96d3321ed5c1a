import { createActor } from 'xstate';
import type { Instant } from '../shared/deps.ts';
import type { PlacedFact } from '../shared/fact.ts';
import { readHeard, runMeeting, runOn } from './foldMeeting.ts';
import { type HeardEvents, hearLeaders } from './leaderTerms.ts';
import { emptyContext } from './meetingContext.ts';
import type { MeetingFact } from './meetingEvents.ts';
import { type MeetingSnapshot, meetingMachine } from './meetingMachine.ts';
import type { Meeting } from './meetingState.ts';

/**
 * The machine's state as it is kept beside the facts, for speed alone: where it does not fit it is thrown away and
 * the meeting is rebuilt from its facts. Never a crash (design.md 4).
 */

/** Raised with every change of the machine that an older snapshot does not fit; an upcaster beside it. */
export const snapshotVersion = 1;

export interface StoredMeetingSnapshot {
  readonly version: number;
  readonly meetingId: string;
  readonly term: number;
  readonly at: Instant;
  /** How many heard events it holds, and the id of the last fact among them. */
  readonly events: number;
  readonly last: string | null;
  /** What XState persists, as plain JSON. */
  readonly snapshot: unknown;
}

/** From each older version to the next. */
const upcasters: Readonly<Record<number, (snapshot: unknown) => unknown>> = {};

/** Plain JSON of the machine after the heard events. */
export const storeSnapshot = (
  meetingId: string,
  heard: HeardEvents,
  snapshot: MeetingSnapshot,
  at: Instant,
): StoredMeetingSnapshot => ({
  version: snapshotVersion,
  meetingId,
  term: heard.term,
  at,
  events: heard.heard.length,
  last: heard.heard.at(-1)?.fact.id ?? null,
  snapshot: JSON.parse(JSON.stringify(meetingMachine.getPersistedSnapshot(snapshot))),
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The machine's own snapshot again, or null where it does not fit. */
const openSnapshot = (stored: StoredMeetingSnapshot): MeetingSnapshot | null => {
  try {
    let snapshot = stored.snapshot;
    for (let version = stored.version; version < snapshotVersion; version += 1) {
      const upcast = upcasters[version];
      if (upcast === undefined) return null;
      snapshot = upcast(snapshot);
    }
    if (stored.version > snapshotVersion || !isRecord(snapshot) || !isRecord(snapshot.context)) {
      return null;
    }
    if (!['active', 'done'].includes(String(snapshot.status))) return null;
    const { context } = snapshot;
    if (Object.keys(emptyContext).some((field) => !(field in context))) return null;
    // XState does not throw on a state that is gone: the actor comes up with status `error`.
    const opened = createActor(meetingMachine, { snapshot: snapshot as never }).getSnapshot();
    return opened.status === 'error' ? null : opened;
  } catch {
    return null;
  }
};

/** A meeting from its snapshot and what came after it; from the facts alone where the snapshot does not fit. */
export const foldFromSnapshot = (
  stored: StoredMeetingSnapshot,
  facts: readonly PlacedFact<MeetingFact>[],
): Meeting => {
  const heard = hearLeaders(facts);
  const fits =
    stored.term === heard.term &&
    stored.events <= heard.heard.length &&
    (heard.heard[stored.events - 1]?.fact.id ?? null) === stored.last;
  const opened = fits ? openSnapshot(stored) : null;
  const snapshot =
    opened === null ? runMeeting(heard.heard) : runOn(heard.heard, opened, stored.events);
  return readHeard(stored.meetingId, heard, snapshot);
};
