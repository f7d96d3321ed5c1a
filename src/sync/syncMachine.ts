/**
 * When to connect, and what is known of the connection. Pure: sockets and timers live outside (`syncClient.ts`) and answer
 * with events, which bring the time and the chance that are needed.
 */
import { assign, setup } from 'xstate';
import type { Instant } from '../shared/deps.ts';
import type { SyncTrouble } from './syncPort.ts';

/** The first wait, doubled with every try that came to nothing, up to the longest. */
const firstWaitMs = 1_000;
const longestWaitMs = 60_000;
/** Somebody looking at the page often does not make it knock more often than this. */
const leastGapMs = 1_000;

export interface SyncContext {
  /** The vault is open, and a server is known. */
  readonly isWanted: boolean;
  /** As the browser says it: false is mostly right, true says little. */
  readonly isOnline: boolean;
  /** Tries that came to nothing since the last one that did not. */
  readonly failures: number;
  readonly triedAt: Instant;
  readonly nextTryAt: Instant | null;
  readonly trouble: SyncTrouble | null;
}

export type SyncEvent =
  | { readonly type: 'wanted'; readonly at: Instant }
  | { readonly type: 'unwanted' }
  | { readonly type: 'network.found'; readonly at: Instant }
  | { readonly type: 'network.lost'; readonly at: Instant }
  /** Time has passed. */
  | { readonly type: 'time'; readonly at: Instant }
  /** Somebody looks at the page again, or the machine woke. */
  | { readonly type: 'looked'; readonly at: Instant }
  /** **Försök igen**. */
  | { readonly type: 'try'; readonly at: Instant }
  /** The server has greeted. `isBehind`: something is followed that has not all come. */
  | { readonly type: 'welcomed'; readonly isBehind: boolean }
  | { readonly type: 'caughtUp' }
  | { readonly type: 'behind' }
  /** No connection, or no more. `chance` from 0 to 1 spreads the tries of many. */
  | {
      readonly type: 'closed';
      readonly trouble: SyncTrouble;
      readonly at: Instant;
      readonly chance: number;
    };

/** Half of it is certain, half is chance: a thousand devices do not come back in the same moment. */
export const waitAfter = (failures: number, chance: number): number => {
  const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures, 16));
  return Math.round(wait / 2 + (wait / 2) * chance);
};

const learn = (context: SyncContext, event: SyncEvent): SyncContext => {
  switch (event.type) {
    case 'wanted':
      return { ...context, isWanted: true };
    case 'unwanted':
      return { ...context, isWanted: false, failures: 0, nextTryAt: null, trouble: null };
    case 'network.found':
      return { ...context, isOnline: true };
    case 'network.lost':
      return { ...context, isOnline: false };
    case 'welcomed':
      return { ...context, failures: 0, nextTryAt: null, trouble: null };
    case 'closed': {
      const { trouble, at, chance } = event;
      const failures = context.failures + 1;
      const wait = waitAfter(trouble === 'unknownVersion' ? 16 : context.failures, chance);
      return { ...context, failures, nextTryAt: at + wait, trouble };
    }
    default:
      return context;
  }
};

/** Whether the event says that it is time to try. */
const isTime = ({ isWanted, nextTryAt, triedAt }: SyncContext, event: SyncEvent): boolean => {
  if (!isWanted && event.type !== 'wanted') return false;
  switch (event.type) {
    case 'wanted':
    case 'network.found':
    case 'try':
      return true;
    case 'looked':
      // A clock that was set back must not stop it.
      return Math.abs(event.at - triedAt) >= leastGapMs;
    case 'time':
      return nextTryAt !== null && (event.at >= nextTryAt || event.at < triedAt);
    default:
      return false;
  }
};

const tryNow = { guard: 'isTime', target: 'connecting', actions: ['learn', 'begin'] } as const;

/** What may end a wait. */
const wakes = {
  wanted: [tryNow],
  time: [tryNow],
  looked: [tryNow],
  try: [tryNow],
  'network.found': [tryNow, { actions: 'learn' as const }],
} as const;

/** What may happen to a connection in any state of it. */
const breaks = {
  closed: [
    { guard: 'isOnline', target: 'backingOff', actions: 'learn' },
    { target: 'offline', actions: 'learn' },
  ],
  unwanted: { target: 'offline', actions: 'learn' },
  'network.found': { actions: 'learn' },
  'network.lost': { actions: 'learn' },
} as const;

export const syncMachine = setup({
  types: {
    context: {} as SyncContext,
    events: {} as SyncEvent,
    tags: {} as 'connected',
  },
  guards: {
    isTime: ({ context, event }) => isTime(context, event),
    isOnline: ({ context }) => context.isOnline,
    isBehind: ({ event }) => event.type === 'welcomed' && event.isBehind,
  },
  actions: {
    learn: assign(({ context, event }) => learn(context, event)),
    begin: assign(({ context, event }) =>
      'at' in event ? { ...context, triedAt: event.at, nextTryAt: null } : context,
    ),
  },
}).createMachine({
  id: 'sync',
  initial: 'offline',
  context: {
    isWanted: false,
    isOnline: true,
    failures: 0,
    triedAt: 0,
    nextTryAt: null,
    trouble: null,
  },
  states: {
    /** Not wanted, or the device has no network. Then it still tries now and then: a server may be on this very device. */
    offline: {
      on: {
        ...wakes,
        unwanted: { actions: 'learn' },
        'network.lost': { actions: 'learn' },
      },
    },
    connecting: {
      on: {
        ...breaks,
        welcomed: [
          { guard: 'isBehind', target: 'catchingUp', actions: 'learn' },
          { target: 'live', actions: 'learn' },
        ],
      },
    },
    catchingUp: {
      tags: 'connected',
      on: { ...breaks, caughtUp: { target: 'live' } },
    },
    live: {
      tags: 'connected',
      on: { ...breaks, behind: { target: 'catchingUp' } },
    },
    /** The last try came to nothing, and the next comes by itself. */
    backingOff: {
      on: {
        ...wakes,
        unwanted: { target: 'offline', actions: 'learn' },
        'network.lost': { target: 'offline', actions: 'learn' },
      },
    },
  },
});
