import { assign, type SnapshotFrom, transition } from 'xstate';
import {
  continued,
  emptyContext,
  personLeft,
  personReturned,
  pointTicked,
  putOnPaper,
  started,
  timeAdded,
  timeSet,
  turned,
} from './meetingContext.ts';
import type { MeetingEvent } from './meetingEvents.ts';
import { meetingSetup } from './meetingSetup.ts';
import { fitShares } from './parts.ts';

/**
 * The only thing that moves a meeting. Pure: no delays, no invoked or spawned children, and what it must know comes
 * in the events, so a meeting is rebuilt from its facts anywhere. Its guards never lock a leader in: going on,
 * pausing and ending always work (field.md 7). Views ask for tags, never for state paths.
 */

const went = '#meeting.running.part.last' as const;

export const meetingMachine = meetingSetup.createMachine({
  id: 'meeting',
  context: emptyContext,
  initial: 'waiting',
  on: {
    'meeting.ended': { target: '.ended' },
    'screen.seenBy': { actions: 'saySeenBy' },
    'plan.hidden': { actions: assign({ hidden: true }) },
    'plan.unhidden': { actions: assign({ hidden: false }) },
    'time.added': {
      guard: 'saysMinutes',
      actions: assign(({ context, event }) => timeAdded(context, event)),
    },
    'time.set': {
      guard: 'saysMinutes',
      actions: assign(({ context, event }) => timeSet(context, event)),
    },
    'clock.jumped': { guard: 'hasClock', actions: assign({ clockDoubt: true }) },
    'shares.set': { actions: assign(({ event }) => ({ shares: fitShares(event.shares) })) },
    'followUp.answered': { actions: assign(({ event }) => ({ followUp: event.followUp })) },
    'person.left': { actions: assign(({ context, event }) => personLeft(context, event)) },
    'person.returned': { actions: assign(({ context, event }) => personReturned(context, event)) },
    'points.ticked': { actions: assign(({ context, event }) => pointTicked(context, event)) },
    'question.next': {
      actions: assign(({ context, event }) => ({ question: turned(context.question, event.of) })),
    },
    'page.next': {
      actions: assign(({ context, event }) => ({ page: turned(context.page, event.of) })),
    },
  },
  states: {
    waiting: {
      on: {
        'meeting.started': {
          target: 'running',
          actions: assign(({ context, event }) => started(context, event)),
        },
        'meeting.onPaper': {
          target: '#meeting.running.clock.none',
          actions: assign(({ context, event }) => putOnPaper(context, event.at)),
        },
      },
    },
    running: {
      type: 'parallel',
      tags: 'underWay',
      on: {
        'meeting.onPaper': {
          guard: 'hasClock',
          target: [went, '#meeting.running.clock.none'],
          actions: assign(({ context, event }) => putOnPaper(context, event.at)),
        },
        'meeting.cutShort': {
          guard: 'hasClock',
          target: '#meeting.halted.cutShort',
          actions: 'stop',
        },
        'consent.opened': { target: '#meeting.halted.consent', actions: 'stop' },
        'consent.changed': [
          { guard: 'noSip', target: '#meeting.ended' },
          {
            guard: 'someoneGoesOut',
            target: '#meeting.halted.consent',
            actions: ['stop', 'nameWhoLeaves'],
          },
        ],
      },
      states: {
        part: {
          initial: 'inledning',
          states: {
            inledning: {
              on: {
                'part.next': {
                  target: 'aktuellSituation',
                  actions: { type: 'enterPart', params: { part: 'aktuellSituation' } },
                },
              },
            },
            aktuellSituation: {
              on: {
                'part.next': {
                  target: 'behov',
                  actions: { type: 'enterPart', params: { part: 'behov' } },
                },
                'part.back': {
                  target: 'inledning',
                  actions: { type: 'enterPart', params: { part: 'inledning' } },
                },
              },
            },
            behov: {
              on: {
                'part.next': {
                  target: 'sammanfattning',
                  actions: { type: 'enterPart', params: { part: 'sammanfattning' } },
                },
                'part.back': {
                  target: 'aktuellSituation',
                  actions: { type: 'enterPart', params: { part: 'aktuellSituation' } },
                },
              },
            },
            sammanfattning: {
              on: {
                'part.next': {
                  target: 'avslutning',
                  actions: { type: 'enterPart', params: { part: 'avslutning' } },
                },
                'part.back': {
                  target: 'behov',
                  actions: { type: 'enterPart', params: { part: 'behov' } },
                },
              },
            },
            avslutning: {
              on: {
                'part.back': {
                  target: 'sammanfattning',
                  actions: { type: 'enterPart', params: { part: 'sammanfattning' } },
                },
              },
            },
            last: { type: 'history' },
          },
        },
        clock: {
          initial: 'ticking',
          states: {
            ticking: {
              tags: 'clock',
              on: { 'meeting.paused': { target: 'paused', actions: 'stop' } },
            },
            paused: {
              tags: ['clock', 'paused'],
              on: {
                // Another length of the same pause.
                'meeting.paused': { actions: 'stop' },
                'meeting.resumed': { target: 'ticking', actions: 'goOn' },
              },
            },
            none: {},
          },
        },
        floor: {
          initial: 'open',
          states: {
            open: {
              on: {
                'floor.roundStarted': {
                  guard: 'namesSomebody',
                  target: 'round',
                  actions: assign(({ context, event }) => ({
                    round: event.order.filter(
                      (id, index) =>
                        event.order.indexOf(id) === index &&
                        !context.out.some((one) => one.participantId === id),
                    ),
                  })),
                },
              },
            },
            round: {
              tags: 'round',
              always: { guard: 'roundIsOver', target: 'open' },
              on: {
                'floor.next': {
                  actions: assign(({ context }) => ({ round: context.round.slice(1) })),
                },
                'floor.roundEnded': { target: 'open', actions: 'forgetRound' },
                'part.next': { guard: 'partFollows', target: 'open', actions: 'forgetRound' },
                'part.back': { guard: 'partPrecedes', target: 'open', actions: 'forgetRound' },
              },
            },
          },
        },
      },
    },
    halted: {
      tags: ['underWay', 'halted'],
      initial: 'consent',
      entry: 'forgetRound',
      on: {
        'consent.changed': [
          { guard: 'noSip', target: '#meeting.ended' },
          { guard: 'someoneGoesOut', actions: 'nameWhoLeaves' },
        ],
      },
      states: {
        consent: {
          on: {
            'consent.changed': [
              { guard: 'noSip', target: '#meeting.ended' },
              { guard: 'someoneGoesOut', actions: 'nameWhoLeaves' },
              {
                guard: 'ledOnPaper',
                target: [went, '#meeting.running.clock.none'],
                actions: 'goOn',
              },
              { target: [went, '#meeting.running.clock.ticking'], actions: 'goOn' },
            ],
            'meeting.resumed': [
              {
                guard: 'ledOnPaper',
                target: [went, '#meeting.running.clock.none'],
                actions: 'goOn',
              },
              { target: [went, '#meeting.running.clock.ticking'], actions: 'goOn' },
            ],
            'meeting.cutShort': { guard: 'hasClock', target: 'cutShort' },
            'meeting.onPaper': {
              guard: 'hasClock',
              target: [went, '#meeting.running.clock.none'],
              actions: assign(({ context, event }) => putOnPaper(context, event.at)),
            },
          },
        },
        cutShort: {
          on: {
            'meeting.continued': {
              target: [went, '#meeting.running.clock.ticking'],
              actions: assign(({ context, event }) => continued(context, event)),
            },
            'meeting.onPaper': {
              target: [went, '#meeting.running.clock.none'],
              actions: assign(({ context, event }) => putOnPaper(context, event.at)),
            },
          },
        },
      },
    },
    // Nothing moves it any more. Who sees the screen can still be said: the shared view outlives the meeting.
    ended: { entry: 'finish', on: { 'screen.seenBy': { actions: 'saySeenBy' }, '*': {} } },
  },
});

export type MeetingSnapshot = SnapshotFrom<typeof meetingMachine>;

/** One event further. An ended meeting stays as it is, but for who sees the screen. */
export const moveMeeting = (snapshot: MeetingSnapshot, event: MeetingEvent): MeetingSnapshot =>
  transition(meetingMachine, snapshot, event)[0];
