import type { ConsentState } from '../consent/consent.ts';
import type { WriteContext } from '../plan/writeContext.ts';
import {
  type LeaderAskedFact,
  type LeaderOfferedFact,
  type LeaderTakenFact,
  type MeetingEventFact,
  type MeetingFacts,
  type MeetingIntent,
  stampEvent,
} from './meetingEvents.ts';
import type { Meeting, MeetingState } from './meetingState.ts';

/** Makers of the facts that a meeting consists of. */

const begins = (intent: MeetingIntent): boolean =>
  intent.type === 'meeting.started' || intent.type === 'meeting.onPaper';

/** Whether the event opens a meeting of its own: none has been, or the last one has ended. */
const opensNew = (current: Meeting, intent: MeetingIntent): boolean =>
  current.id === null || (current.phase === 'ended' && begins(intent));

/** `meeting.event`, in the present meeting and term. The first event of a meeting gives it its id. */
export const meetingEventFact = (
  ctx: WriteContext,
  state: MeetingState,
  intent: MeetingIntent,
): MeetingEventFact => {
  const isNew = opensNew(state.current, intent);
  return {
    id: ctx.newId(),
    type: 'meeting.event',
    at: ctx.at,
    by: ctx.by,
    data: {
      meetingId: isNew || state.current.id === null ? ctx.newId() : state.current.id,
      term: isNew ? 1 : Math.max(1, state.current.term),
      event: stampEvent(intent, ctx.at),
    },
  };
};

/** `leader.taken`: a deliberate act on this device. Null where there is no meeting to lead. */
export const leaderTakenFact = (ctx: WriteContext, state: MeetingState): LeaderTakenFact | null =>
  state.current.id === null
    ? null
    : {
        id: ctx.newId(),
        type: 'leader.taken',
        at: ctx.at,
        by: ctx.by,
        data: { meetingId: state.current.id, term: state.current.term + 1 },
      };

/** `leader.asked`. Null where there is no meeting to lead. */
export const leaderAskedFact = (
  ctx: WriteContext,
  { current: { id, term } }: MeetingState,
): LeaderAskedFact | null =>
  id === null
    ? null
    : {
        id: ctx.newId(),
        type: 'leader.asked',
        at: ctx.at,
        by: ctx.by,
        data: { meetingId: id, term },
      };

/** `leader.offered`, to a device of the case. Null where there is no meeting to lead. */
export const leaderOfferedFact = (
  ctx: WriteContext,
  { current: { id, term } }: MeetingState,
  to: string,
): LeaderOfferedFact | null =>
  id === null
    ? null
    : {
        id: ctx.newId(),
        type: 'leader.offered',
        at: ctx.at,
        by: ctx.by,
        data: { meetingId: id, term, to },
      };

/** What the machine is told with **Nästa del**. */
export const meetingFacts = (consent: {
  readonly make: Pick<ConsentState['make'], 'answer'>;
  readonly share: Pick<ConsentState['share'], 'answer'>;
}): MeetingFacts => ({
  consentMake: consent.make.answer,
  consentShare: consent.share.answer,
});
