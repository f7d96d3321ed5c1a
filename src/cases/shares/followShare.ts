/**
 * Following a share from another device: no vault, no case, only what the link gives. What comes is believed when a writer
 * has signed it, with a number higher than any before; so neither the server nor others with the link can make anything up.
 * Kept in memory alone, and forgotten when the share ends, or when its last day is over by the clock here: also where no
 * writer's device is there to end it.
 */
import { isLocalDate } from '../../plan/localDate.ts';
import { bytesToText } from '../../shared/bytes.ts';
import type { ClockDep, Instant, LocalDate, RandomDep } from '../../shared/deps.ts';
import type { ShareMessage, SignalMessage } from '../../shared/signalMessage.ts';
import type { ChannelPage, SyncPort } from '../../sync/syncPort.ts';
import { openProjection } from '../../vault/sealProjection.ts';
import { openShareKeys, type ShareKeys } from '../../vault/shareKeys.ts';
import { canCheckSignatures, readTokenOf } from '../../vault/signing.ts';
import type { TimersDep } from '../timers.ts';
import { sendSignal, takeSignal } from './wireSignals.ts';

export interface Followed {
  /** Made by an allow-list of `individual`; read there. */
  readonly state: unknown;
  /** When it was sent, by the leader's clock. */
  readonly at: Instant;
}

export interface FollowState {
  /** `waiting`: nothing has come yet. */
  readonly contact: 'waiting' | 'here' | 'lost';
  readonly shown: Followed | null;
  /**
   * `ended`: whoever shared it has ended it. `aged`: it has lain too long. `unknown`: nothing is shared there, or not yet.
   * `badLink`: the link is not whole. `otherVersion`: what came cannot be read by this program. `lastDay`: its last day
   * is over. `oldBrowser`: it cannot check who made what comes, so nothing is shown.
   */
  readonly over:
    | 'ended'
    | 'aged'
    | 'unknown'
    | 'badLink'
    | 'otherVersion'
    | 'lastDay'
    | 'oldBrowser'
    | null;
  /** The last day on which it may be shown, as what came last says; null where there is none. */
  readonly lastDay: LocalDate | null;
}

export interface Following {
  readonly get: () => FollowState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly onSignal: (listener: (message: SignalMessage) => void) => () => void;
  /** Whether it went out. That it came is told by `sent` from the leader. */
  readonly say: (message: ShareMessage) => Promise<boolean>;
  readonly tryNow: () => void;
  readonly stop: () => void;
}

export interface FollowShareDeps extends ClockDep, RandomDep, TimersDep {
  readonly sync: SyncPort;
  readonly todayOf: (now: Instant) => LocalDate;
}

/** How often something that is not shared yet is looked for: the link may be there before the leader's internet is. */
const lookAgainMs = 4_000;
/** How often the day is looked at: a phone that slept over midnight sees it when it wakes. */
const dayLookMs = 30_000;

const nothing: FollowState = { contact: 'waiting', shown: null, over: null, lastDay: null };

export const followShare = (deps: FollowShareDeps, fragment: string): Following => {
  const { sync } = deps;
  const listeners = new Set<() => void>();
  const ears = new Set<(message: SignalMessage) => void>();
  let state: FollowState = nothing;
  let keys: ShareKeys | null = null;
  let highest = 0;
  let stopped = false;
  let stopFollowing: (() => void) | null = null;
  let cancelLook: (() => void) | null = null;
  let cancelDay: (() => void) | null = null;

  const set = (next: Partial<FollowState>): void => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };

  const leave = (): void => {
    stopped = true;
    cancelLook?.();
    cancelDay?.();
    stopFollowing?.();
    keys = null;
  };

  /** Whether it may be shown today. After its last day nothing of it stays here, not even what opens it. */
  const mayStand = (lastDay: LocalDate | null): boolean => {
    cancelDay?.();
    if (lastDay === null) return true;
    if (deps.todayOf(deps.clock.now()) > lastDay) {
      leave();
      set({ over: 'lastDay', shown: null, lastDay });
      return false;
    }
    cancelDay = deps.timers.after(dayLookMs, () => mayStand(lastDay));
    return true;
  };

  const takePage = async (from: ShareKeys, page: ChannelPage): Promise<boolean> => {
    for (const item of page.items) {
      if (item.kind !== 'projection') continue;
      const opened = await openProjection(from, item.bytes, sync.serverName);
      if (stopped) return true;
      if (!opened.ok || opened.value.number <= highest) continue;
      const { number, at, payload } = opened.value;
      highest = number;
      const parsed = parse(payload);
      const lastDay = lastDayIn(parsed);
      if (!mayStand(lastDay)) return true;
      if (parsed === undefined) set({ over: 'otherVersion' });
      else set({ contact: 'here', shown: { state: parsed, at }, over: null, lastDay });
    }
    return true;
  };

  const follow = (from: ShareKeys): void => {
    const readToken = readTokenOf(from);
    if (!readToken.ok || stopped) return;
    stopFollowing?.();
    stopFollowing = sync.follow(
      { channelId: from.channelId, readToken: readToken.value, cursor: 0 },
      {
        onPage: (page) => takePage(from, page),
        onCaughtUp: () => state.shown !== null && set({ contact: 'here' }),
        onLost: () => set({ contact: 'lost' }),
        onGone: (why) => {
          cancelDay?.();
          set({ over: why, shown: null });
        },
        onRefused: ({ code }) => {
          cancelDay?.();
          // The channel is there, and what the link holds does not open it: to wait would not help.
          const known = code === 'badToken' ? 'badLink' : code;
          const over =
            known === 'ended' || known === 'aged' || known === 'badLink' ? known : 'unknown';
          set({ over, shown: null });
          if (over === 'unknown') cancelLook = deps.timers.after(lookAgainMs, () => follow(from));
        },
        onSignal: (bytes) =>
          void takeSignal(from, bytes, (message) => {
            // What others have answered is not for this phone.
            if (message.is === 'answered') return;
            for (const ear of ears) ear(message);
          }),
      },
    );
  };

  void Promise.all([canCheckSignatures(), openShareKeys(deps, fragment)]).then(([can, opened]) => {
    if (stopped) return;
    if (!opened.ok || !can) {
      set({ over: opened.ok ? 'oldBrowser' : 'badLink' });
      return;
    }
    keys = opened.value;
    follow(keys);
  });

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onSignal: (listener) => {
      ears.add(listener);
      return () => ears.delete(listener);
    },
    say: async (message) => keys !== null && sendSignal(deps, keys, message),
    tryNow: sync.tryNow,
    stop: () => {
      leave();
      listeners.clear();
      ears.clear();
      state = nothing;
    },
  };
};

const parse = (payload: Uint8Array): unknown => {
  try {
    return JSON.parse(bytesToText(payload));
  } catch {
    return undefined;
  }
};

/** All else of what a share holds is read where it is shown; this one holds whatever it shows. */
const lastDayIn = (state: unknown): LocalDate | null => {
  if (typeof state !== 'object' || state === null || !('until' in state)) return null;
  const { until } = state;
  return typeof until === 'string' && isLocalDate(until) ? until : null;
};
