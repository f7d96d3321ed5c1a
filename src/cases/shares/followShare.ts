/**
 * Following a share from another device: no vault, no case, only what the link gives. What comes is believed when a writer
 * has signed it, with a number higher than any before; so neither the server nor others with the link can make anything up.
 * Kept in memory alone, and forgotten when the share ends.
 */
import { bytesToText } from '../../shared/bytes.ts';
import type { Instant, RandomDep } from '../../shared/deps.ts';
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
   * `badLink`: the link is not whole. `otherVersion`: what came cannot be read by this program. `oldBrowser`: it cannot
   * check who made what comes, so nothing is shown.
   */
  readonly over: 'ended' | 'aged' | 'unknown' | 'badLink' | 'otherVersion' | 'oldBrowser' | null;
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

export interface FollowShareDeps extends RandomDep, TimersDep {
  readonly sync: SyncPort;
}

/** How often something that is not shared yet is looked for: the link may be there before the leader's internet is. */
const lookAgainMs = 4_000;

export const followShare = (deps: FollowShareDeps, fragment: string): Following => {
  const { sync } = deps;
  const listeners = new Set<() => void>();
  const ears = new Set<(message: SignalMessage) => void>();
  let state: FollowState = { contact: 'waiting', shown: null, over: null };
  let keys: ShareKeys | null = null;
  let highest = 0;
  let stopped = false;
  let stopFollowing: (() => void) | null = null;
  let cancelLook: (() => void) | null = null;

  const set = (next: Partial<FollowState>): void => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
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
      if (parsed === undefined) set({ over: 'otherVersion' });
      else set({ contact: 'here', shown: { state: parsed, at }, over: null });
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
        onGone: (why) => set({ over: why, shown: null }),
        onRefused: ({ code }) => {
          const over = code === 'ended' || code === 'aged' ? code : 'unknown';
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
      stopped = true;
      cancelLook?.();
      stopFollowing?.();
      listeners.clear();
      ears.clear();
      keys = null;
      state = { contact: 'waiting', shown: null, over: null };
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
