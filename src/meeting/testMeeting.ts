import type { Instant } from '../shared/deps.ts';
import type { PlacedFact } from '../shared/fact.ts';
import { minute } from './clock.ts';
import {
  type LeaderTakenFact,
  type MeetingEvent,
  type MeetingEventFact,
  type MeetingFacts,
  type MeetingIntent,
  stampEvent,
} from './meetingEvents.ts';
import { defaultShares } from './parts.ts';

/** Meetings as facts, for tests. */

export const testStart: Instant = Date.UTC(2026, 4, 5, 11, 0);

export const allAnswered: MeetingFacts = { consentMake: 'yes', consentShare: 'yes' };

const by = { name: 'Anna Lind', function: 'samordnare', unit: 'Kommunen' };

export const started = (
  change: Partial<Extract<MeetingIntent, { type: 'meeting.started' }>> = {},
): MeetingIntent => ({
  type: 'meeting.started',
  minutes: 60,
  shares: defaultShares,
  seenBy: 'nej',
  interpreter: false,
  ...change,
});

export const next = (facts: MeetingFacts = allAnswered): MeetingIntent => ({
  type: 'part.next',
  facts,
});

/** Events with their minutes from the start. */
export const timed = (
  events: readonly (readonly [minutes: number, event: MeetingIntent])[],
): readonly MeetingEvent[] =>
  events.map(([minutes, event]) => stampEvent(event, testStart + minutes * minute));

export interface Where {
  readonly device?: string;
  readonly meetingId?: string;
  readonly term?: number;
  /** The first `seq`. */
  readonly seq?: number;
  readonly seen?: Readonly<Record<string, number>>;
}

export const placed = (
  events: readonly MeetingEvent[],
  { device = 'a', meetingId = 'm', term = 1, seq = 1, seen = {} }: Where = {},
): readonly PlacedFact<MeetingEventFact>[] =>
  events.map((event, index) => ({
    device,
    seq: seq + index,
    seen,
    fact: {
      id: `${device}${seq + index}`,
      type: 'meeting.event',
      at: event.at,
      by,
      data: { meetingId, term, event },
    },
  }));

export const taken = (
  at: Instant,
  { device = 'b', meetingId = 'm', term = 2, seq = 1, seen = {} }: Where = {},
): PlacedFact<LeaderTakenFact> => ({
  device,
  seq,
  seen,
  fact: { id: `${device}${seq}`, type: 'leader.taken', at, by, data: { meetingId, term } },
});
