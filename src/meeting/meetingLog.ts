import type { Instant } from '../shared/deps.ts';
import type { Fact, PlacedFact } from '../shared/fact.ts';
import { firstSnapshot } from './foldMeeting.ts';
import { hearLeaders, isMeetingFact } from './leaderTerms.ts';
import type { MeetingEvent, MeetingEventFact, MeetingEventType } from './meetingEvents.ts';
import { moveMeeting } from './meetingMachine.ts';
import type { Part } from './parts.ts';

/**
 * The course of a meeting for **Historik**: begun, parts, pauses, halts, end. Who had the floor, who was out, points,
 * pages and what the wall showed are no matter of record and are left out (field.md 6, 24).
 */

const logged = [
  'meeting.started',
  'meeting.onPaper',
  'meeting.paused',
  'meeting.resumed',
  'meeting.cutShort',
  'meeting.continued',
  'meeting.ended',
  'part.next',
  'part.back',
  'consent.changed',
  'time.added',
  'time.set',
] as const satisfies readonly MeetingEventType[];

export type LoggedEventType = (typeof logged)[number];

export interface MeetingLogEntry {
  readonly id: string;
  readonly at: Instant;
  readonly by: Fact['by'];
  readonly event: LoggedEventType;
  /** The part in which the meeting stood after it. */
  readonly part: Part;
  /** False where the device did not lead: kept and told, not applied. */
  readonly applied: boolean;
}

const isLogged = (event: MeetingEvent): event is Extract<MeetingEvent, { type: LoggedEventType }> =>
  logged.some((type) => type === event.type);

/** The course of one meeting, in the order it was applied; what was not applied comes last. */
export const meetingLog = (
  facts: readonly PlacedFact[],
  meetingId: string,
): readonly MeetingLogEntry[] => {
  const { heard, unheard } = hearLeaders(
    facts.filter(isMeetingFact).filter((placed) => placed.fact.data.meetingId === meetingId),
  );
  let snapshot = firstSnapshot();
  const entries: MeetingLogEntry[] = [];
  const add = ({ id, by, data: { event } }: MeetingEventFact, applied: boolean): void => {
    if (!isLogged(event)) return;
    const { part } = snapshot.context;
    entries.push({ id, at: event.at, by, event: event.type, part, applied });
  };
  for (const { fact } of heard) {
    snapshot = moveMeeting(snapshot, fact.data.event);
    add(fact, true);
  }
  for (const { fact } of unheard) add(fact, false);
  return entries;
};
