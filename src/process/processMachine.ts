import { assign, initialTransition, type SnapshotFrom, setup, transition } from 'xstate';
import type { FollowUp } from '../meeting/meetingEvents.ts';

/**
 * Where a SIP stands in its process (domain.md 2.1). It is never stored: it is run over what plan and facts tell
 * (`foldProcess`), so that it cannot say anything else than they do. Nothing in it locks: a meeting may begin from
 * anywhere (**Starta möte direkt**).
 */

export type ProcessEvent =
  /** Something is written of what the meeting is for. */
  | { readonly type: 'process.prepared' }
  /** Somebody is called and there is a date. */
  | { readonly type: 'process.called' }
  | { readonly type: 'process.meetingBegan' }
  | {
      readonly type: 'process.meetingEnded';
      readonly followUp: FollowUp['kind'] | null;
      readonly noSip: boolean;
    }
  /** **Avsluta SIP:en** */
  | { readonly type: 'process.closed' };

export interface ProcessContext {
  /** Meetings held. */
  readonly meetings: number;
}

export const processMachine = setup({
  types: { context: {} as ProcessContext, events: {} as ProcessEvent },
  guards: {
    closes: ({ event }) =>
      event.type === 'process.meetingEnded' && (event.followUp === 'avslutas' || event.noSip),
    needsNewMeeting: ({ event }) =>
      event.type === 'process.meetingEnded' && event.followUp === 'nyttMote',
  },
  actions: { held: assign(({ context }) => ({ meetings: context.meetings + 1 })) },
}).createMachine({
  id: 'process',
  context: { meetings: 0 },
  initial: 'noticed',
  on: {
    'process.meetingBegan': { target: '.meeting' },
    'process.closed': { target: '.closed' },
  },
  states: {
    noticed: {
      on: { 'process.prepared': 'preparing', 'process.called': 'called' },
    },
    preparing: { on: { 'process.called': 'called' } },
    called: {},
    meeting: {
      on: {
        'process.meetingEnded': [
          { guard: 'closes', target: 'closed', actions: 'held' },
          { guard: 'needsNewMeeting', target: 'preparing', actions: 'held' },
          { target: 'followingUp', actions: 'held' },
        ],
      },
    },
    /** Round and round: each follow-up meeting comes back here. */
    followingUp: {},
    /** A meeting may still begin: then it is followed up after all. */
    closed: {},
  },
});

export type ProcessSnapshot = SnapshotFrom<typeof processMachine>;

export const processSteps = [
  'noticed',
  'preparing',
  'called',
  'meeting',
  'followingUp',
  'closed',
] as const;

export type ProcessStep = (typeof processSteps)[number];

export const firstProcess = (): ProcessSnapshot => initialTransition(processMachine)[0];

export const moveProcess = (snapshot: ProcessSnapshot, event: ProcessEvent): ProcessSnapshot =>
  transition(processMachine, snapshot, event)[0];

export const stepOf = (snapshot: ProcessSnapshot): ProcessStep =>
  processSteps.find((step) => snapshot.matches(step)) ?? 'noticed';
