import * as v from 'valibot';
import { isConsentType, readConsentFact } from '../consent/consentFacts.ts';
import { type AfterLineFact, afterLines } from '../meeting/afterMeeting.ts';
import type {
  LeaderAskedFact,
  LeaderOfferedFact,
  LeaderTakenFact,
  MeetingEvent,
  MeetingEventFact,
} from '../meeting/meetingEvents.ts';
import { parts } from '../meeting/parts.ts';
import { isLocalDate } from '../plan/localDate.ts';
import type { CalledFact, ClosedFact } from '../process/processFacts.ts';
import type { Fact } from '../shared/fact.ts';
import type {
  CaseExportedFact,
  CaseGivenFact,
  CasePrintedFact,
  CaseReceivedFact,
  CaseRestoredFact,
  CaseTakenOverFact,
  ContentsRemovedFact,
  StandInChosenFact,
  StandInWithdrawnFact,
  WriterInvitedFact,
  WriterRemovedFact,
} from './caseFacts.ts';
import { type ShareFact, shareSchemas } from './shares/shareFacts.ts';

/**
 * Whether the inside of a fact is what its type says. Facts come from disks and from other devices: one that is not
 * sound is set aside and told in **Historik**, so that those who fold facts need not doubt them. A type that this
 * program does not know is passed on: nobody folds it. A version is judged by its own hash (`plan/versions.ts`).
 */
export const isSoundFact = ({ type, data, ...fact }: Fact): boolean => {
  if (!isInstant(fact.at)) return false;
  if (isConsentType(type)) return readConsentFact({ type, data, ...fact }) !== null;
  const schema = isKnown(type) ? dataSchemas[type] : null;
  return schema === null || v.is(schema, data);
};

/** From 1970 to a day before the year 10 000: what can be written as a date in every time zone, and a day added to. */
const isInstant = (at: number): boolean => Number.isInteger(at) && at >= 0 && at < lastInstant;

const lastInstant = Date.UTC(9999, 11, 31);

const text = v.string();
const instant = v.pipe(v.number(), v.check(isInstant));
const localDate = v.pipe(v.string(), v.check(isLocalDate));
/** A meeting is never longer than a day. */
const minutes = v.pipe(v.number(), v.minValue(0), v.maxValue(24 * 60));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const term = v.pipe(v.number(), v.integer(), v.minValue(1));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const shares = v.object({
  inledning: share,
  aktuellSituation: share,
  behov: share,
  sammanfattning: share,
  avslutning: share,
});
const seenBy = v.picklist(['nej', 'rummet', 'video', 'personen']);
const answer = v.nullable(v.picklist(['yes', 'no', 'later']));
const followUp = v.variant('kind', [
  v.object({ kind: v.literal('bokad') }),
  v.object({ kind: v.literal('bokas'), by: text, before: v.nullable(localDate) }),
  v.object({ kind: v.literal('avslutas') }),
  v.object({ kind: v.literal('nyttMote') }),
]);
const change = v.variant('kind', [
  v.object({ kind: v.literal('party'), participantId: v.nullable(text) }),
  v.object({ kind: v.literal('subject') }),
  v.object({ kind: v.literal('none') }),
]);

const eventSchemas: Readonly<Record<MeetingEvent['type'], v.GenericSchema>> = {
  'meeting.started': v.object({ minutes, shares, seenBy, interpreter: v.boolean() }),
  'meeting.onPaper': v.object({}),
  'meeting.paused': v.object({ until: v.nullish(instant) }),
  'meeting.resumed': v.object({}),
  'meeting.cutShort': v.object({}),
  'meeting.continued': v.object({ minutes: v.nullish(minutes) }),
  'meeting.ended': v.object({ followUp: v.nullish(followUp) }),
  'part.next': v.object({ facts: v.object({ consentMake: answer, consentShare: answer }) }),
  'part.back': v.object({}),
  'time.added': v.object({ minutes }),
  'time.set': v.object({ minutesLeft: minutes }),
  'clock.jumped': v.object({}),
  'shares.set': v.object({ shares }),
  'floor.roundStarted': v.object({ order: v.array(text) }),
  'floor.next': v.object({}),
  'floor.roundEnded': v.object({}),
  'person.left': v.object({ participantId: text }),
  'person.returned': v.object({ participantId: text }),
  'screen.seenBy': v.object({ seenBy }),
  'plan.hidden': v.object({}),
  'plan.unhidden': v.object({}),
  'consent.opened': v.object({}),
  'consent.changed': v.object({ change }),
  'followUp.answered': v.object({ followUp }),
  'points.ticked': v.object({ part: v.picklist(parts), point: text, ticked: v.boolean() }),
  'question.next': v.object({ of: count }),
  'page.next': v.object({ of: count }),
};

/** An event of a newer program has a name that is not known here: the machine passes it over. */
const isSoundEvent = (event: { readonly type: string }): boolean => {
  const schema = Object.hasOwn(eventSchemas, event.type)
    ? eventSchemas[event.type as MeetingEvent['type']]
    : null;
  return schema === null || v.is(schema, event);
};

type KnownFact =
  | MeetingEventFact
  | LeaderTakenFact
  | LeaderAskedFact
  | LeaderOfferedFact
  | AfterLineFact
  | CalledFact
  | ClosedFact
  | CasePrintedFact
  | CaseExportedFact
  | CaseGivenFact
  | CaseReceivedFact
  | CaseRestoredFact
  | CaseTakenOverFact
  | StandInChosenFact
  | StandInWithdrawnFact
  | ContentsRemovedFact
  | WriterInvitedFact
  | WriterRemovedFact
  | ShareFact;

const dataSchemas: Readonly<Record<KnownFact['type'], v.GenericSchema>> = {
  'meeting.event': v.object({
    meetingId: text,
    term,
    event: v.pipe(
      v.looseObject({ type: text, at: instant }),
      v.check((event) => isSoundEvent(event)),
    ),
  }),
  'leader.taken': v.object({ meetingId: text, term }),
  'leader.asked': v.object({ meetingId: text, term }),
  'leader.offered': v.object({ meetingId: text, term, to: text }),
  'after.line': v.object({
    line: v.picklist(afterLines),
    state: v.picklist(['done', 'notDone', 'notNeeded']),
    meetingId: v.nullable(text),
    note: v.optional(text),
    date: v.optional(localDate),
    system: v.optional(text),
    way: v.optional(v.picklist(['papper', 'telefon', 'upplast', 'post'])),
    participantId: v.optional(text),
  }),
  'process.called': v.object({ on: localDate, participantIds: v.array(text) }),
  'process.closed': v.object({ ground: text, note: text }),
  'case.printed': v.object({ what: text }),
  'case.exported': v.object({ what: text }),
  'case.given': v.object({ toVault: text, shortName: text }),
  'case.received': v.object({ fromVault: text }),
  'case.restored': v.object({}),
  'case.takenOver': v.object({ fromVault: text, shortName: text, reason: text, note: text }),
  'case.standInChosen': v.object({ toVault: text, shortName: text }),
  'case.standInWithdrawn': v.object({}),
  'writer.invited': v.object({
    name: text,
    function: text,
    unit: text,
    organisation: text,
    member: text,
  }),
  'writer.removed': v.object({ member: text }),
  ...shareSchemas,
  'contents.removed': v.object({ scope: text, choice: text, date: v.optional(localDate) }),
};

const isKnown = (type: string): type is KnownFact['type'] => Object.hasOwn(dataSchemas, type);
