/**
 * When a new version of the program may be taken: never in a meeting, and only when this is the only window, since
 * one service worker serves them all. Pure: counting windows, taking the version and loading anew happen outside
 * (`serviceWorker.ts`), and answer with events.
 */
import { assign, setup } from 'xstate';

export interface UpdateContext {
  readonly inMeeting: boolean;
  readonly otherWindows: number;
}

export type UpdateEvent =
  | { readonly type: 'update.found' }
  | { readonly type: 'meeting.began' }
  | { readonly type: 'meeting.ended' }
  | { readonly type: 'windows.counted'; readonly others: number }
  /** A person said yes to the new version. */
  | { readonly type: 'update.chosen' }
  /** The new version did not come into force. */
  | { readonly type: 'update.failed' };

/** What is known after the event. */
const learn = (context: UpdateContext, event: UpdateEvent): UpdateContext => {
  switch (event.type) {
    case 'meeting.began':
      return { ...context, inMeeting: true };
    case 'meeting.ended':
      return { ...context, inMeeting: false };
    case 'windows.counted':
      return { ...context, otherWindows: event.others };
    default:
      return context;
  }
};

const mayOffer = (context: UpdateContext, event: UpdateEvent): boolean => {
  const known = learn(context, event);
  return !known.inMeeting && known.otherWindows === 0;
};

export const updateMachine = setup({
  types: {
    context: {} as UpdateContext,
    events: {} as UpdateEvent,
    tags: {} as 'offered' | 'taking',
  },
  guards: {
    mayOffer: ({ context, event }) => mayOffer(context, event),
    mayNotOffer: ({ context, event }) => !mayOffer(context, event),
  },
  actions: {
    learn: assign(({ context, event }) => learn(context, event)),
  },
}).createMachine({
  id: 'update',
  initial: 'current',
  context: { inMeeting: false, otherWindows: 0 },
  states: {
    /** This is the newest version that we know of. */
    current: {
      on: {
        'update.found': [{ guard: 'mayOffer', target: 'ready' }, { target: 'waiting' }],
        'meeting.began': { actions: 'learn' },
        'meeting.ended': { actions: 'learn' },
        'windows.counted': { actions: 'learn' },
      },
    },
    /** There is a newer one, and now is not the time. */
    waiting: {
      on: {
        'meeting.began': { actions: 'learn' },
        'meeting.ended': [
          { guard: 'mayOffer', target: 'ready', actions: 'learn' },
          { actions: 'learn' },
        ],
        'windows.counted': [
          { guard: 'mayOffer', target: 'ready', actions: 'learn' },
          { actions: 'learn' },
        ],
      },
    },
    /** There is a newer one, and a person may take it. */
    ready: {
      tags: 'offered',
      on: {
        'meeting.began': { target: 'waiting', actions: 'learn' },
        'windows.counted': { guard: 'mayNotOffer', target: 'waiting', actions: 'learn' },
        'update.chosen': { target: 'taken' },
      },
    },
    /** The new version is told to come into force; then the page loads anew. */
    taken: {
      tags: 'taking',
      on: { 'update.failed': { target: 'ready' } },
    },
  },
});
