import { assign, setup } from 'xstate';
import {
  askedToLeave,
  enteredPart,
  finished,
  type MeetingContext,
  stopped,
  wentOn,
} from './meetingContext.ts';
import type { MeetingEvent } from './meetingEvents.ts';

/** What the meeting machine may ask and do, by name: its guards read only what the event says and where it stands. */
export const meetingSetup = setup({
  types: {
    context: {} as MeetingContext,
    events: {} as MeetingEvent,
    tags: {} as 'underWay' | 'clock' | 'paused' | 'halted' | 'round',
  },
  guards: {
    hasClock: ({ context }) => context.startedAt !== null && !context.onPaper,
    ledOnPaper: ({ context }) => context.onPaper,
    partFollows: ({ context }) => context.part !== 'avslutning',
    partPrecedes: ({ context }) => context.part !== 'inledning',
    namesSomebody: ({ event }) => event.type === 'floor.roundStarted' && event.order.length > 0,
    roundIsOver: ({ context }) => context.round.length === 0,
    saysMinutes: ({ context, event }) =>
      context.startedAt !== null &&
      !context.onPaper &&
      ((event.type === 'time.added' && Number.isFinite(event.minutes) && event.minutes > 0) ||
        (event.type === 'time.set' &&
          Number.isFinite(event.minutesLeft) &&
          event.minutesLeft >= 0)),
    someoneGoesOut: ({ event }) =>
      event.type === 'consent.changed' && event.change.kind === 'party',
    noSip: ({ event }) => event.type === 'consent.changed' && event.change.kind === 'none',
  },
  actions: {
    enterPart: assign(({ context, event }, to: { part: MeetingContext['part'] }) =>
      enteredPart(context, event.at, to.part, event.type === 'part.next' ? event.facts : null),
    ),
    stop: assign(({ context, event }) =>
      stopped(context, event.at, event.type === 'meeting.paused' ? (event.until ?? null) : null),
    ),
    goOn: assign(({ context, event }) => wentOn(context, event.at)),
    saySeenBy: assign(({ event }) =>
      event.type === 'screen.seenBy' ? { seenBy: event.seenBy } : {},
    ),
    forgetRound: assign({ round: [] }),
    nameWhoLeaves: assign(({ event }) =>
      event.type === 'consent.changed' ? { askedToLeave: askedToLeave(event.change) } : {},
    ),
    finish: assign(({ context, event }) =>
      finished(
        context,
        event.at,
        event.type === 'meeting.ended' ? (event.followUp ?? null) : { kind: 'avslutas' },
        event.type === 'consent.changed' ? 'samtyckeAterkallat' : 'klart',
      ),
    ),
  },
});
