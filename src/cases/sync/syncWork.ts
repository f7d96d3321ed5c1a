/**
 * Syncing as the app has it: one object for an unlocked vault, started after unlocking and stopped before locking. Only one
 * window of a device does it at a time. Nothing else waits for it, and no word of "saved" depends on it.
 */
import type { Bytes } from '../../shared/bytes.ts';
import type { ConnectedPort } from '../../sync/syncPort.ts';
import type { LockManagerPart } from '../leadLock.ts';
import type { TimersDep } from '../timers.ts';
import type { SyncTrouble } from './channelState.ts';
import { countEndings } from './endings.ts';
import { createEngine, type Engine, type EngineDeps, type Pass } from './engine.ts';
import { relayOverPort } from './relayOverPort.ts';
import { isAnyLeft, offState, type SyncState } from './syncState.ts';

export interface SyncWork {
  readonly start: () => void;
  /** What is under way may still land; nothing new is begun. */
  readonly stop: () => void;
  readonly get: () => SyncState;
  readonly subscribe: (listener: () => void) => () => void;
  /** **Försök igen**: all of it, now, and each channel compared with the server as a whole. */
  readonly retry: () => void;
  /** Something has changed that this object does not hear of by itself, such as a new ring. */
  readonly wake: () => void;
  /** Says to the others of a case that this device is there, in a meeting that it leads. Kept nowhere. */
  readonly tellHere: (caseId: string, meeting: string) => void;
  /** Another device of a case has said so. */
  readonly onHere: (listener: (caseId: string, device: string) => void) => () => void;
}

export interface SyncWorkDeps extends Omit<EngineDeps, 'relay'>, TimersDep {
  readonly locks: LockManagerPart | null;
  /** Called when there is first something to sync: who has one device asks no server. */
  readonly connect: () => Promise<ConnectedPort>;
  readonly credential: () => Bytes;
}

interface Running extends Pick<SyncWork, 'tellHere'> {
  readonly stop: () => void;
  readonly wake: (whole?: boolean) => void;
}

/** Tried again after this long when nothing tells that it would go better, up to the last. */
const againAfterMs = [1_000, 2_000, 5_000, 15_000, 60_000, 300_000] as const;

/** What does not go away by waiting. A channel that may not be opened here may be by another device of the same. */
const needsPerson: readonly SyncTrouble['kind'][] = ['update', 'refused', 'aged'];

export const createSyncWork = (deps: SyncWorkDeps): SyncWork => {
  const listeners = new Set<() => void>();
  let state: SyncState = offState;
  const hereListeners = new Set<(caseId: string, device: string) => void>();
  let running: Running | null = null;
  let stopAsking: (() => void) | null = null;

  const set = (change: Partial<SyncState>): void => {
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
  };

  /** While this window has the lock. */
  const run = (): Running => {
    let stopped = false;
    let port: ConnectedPort | null = null;
    let engine: Engine | null = null;
    let cancelTimer: (() => void) | null = null;
    let attempts = 0;
    let busy = false;
    let again: 'no' | 'pass' | 'whole' = 'no';
    const following = new Map<string, { readonly epoch: number; readonly stop: () => void }>();
    const stops: (() => void)[] = [];
    const writing = new Set<string>();
    /** Written to since the sending under way began. */
    const writtenAgain = new Set<string>();

    const later = (ms: number): void => {
      cancelTimer?.();
      cancelTimer = deps.timers.after(ms, () => wake());
    };

    const showPort = (): void => {
      const status = port?.status();
      if (status === undefined || stopped) return;
      const wasOnline = isOnline(state.phase);
      const { phase, isSkewed, skewMs, nextTryAt } = status;
      set({ phase, isSkewed, skewMs, nextTryAt });
      if (!wasOnline && isOnline(status.phase)) wake();
    };

    const connect = async (): Promise<Engine | null> => {
      if (engine !== null) return engine;
      const connected = await deps.connect().catch(() => null);
      if (connected === null) return null;
      if (stopped) {
        connected.stop();
        return null;
      }
      port = connected;
      stops.push(connected.subscribe(showPort), () => connected.stop());
      engine = createEngine({ ...deps, relay: relayOverPort(connected, deps.credential) });
      stops.push(deps.journal.onGrown((caseId) => void sendOf(caseId)));
      showPort();
      return engine;
    };

    /** Something was written here: it waits from now on, and is sent at once, one sending at a time. */
    const sendOf = async (caseId: string): Promise<void> => {
      if (stopped) return;
      showWaiting(caseId);
      if (engine === null) return;
      if (!state.cases.has(caseId) && !following.has(caseId)) return wake();
      writtenAgain.add(caseId);
      if (writing.has(caseId)) return;
      writing.add(caseId);
      let trouble: SyncTrouble | null = null;
      while (writtenAgain.delete(caseId) && trouble === null && !stopped) {
        const done = await engine.channel(caseId).send();
        trouble = done.ok ? null : done.error;
      }
      writing.delete(caseId);
      if (stopped) return;
      show(caseId, trouble?.kind ?? null);
      if (trouble !== null) retryLater(trouble);
    };

    /** Before anything is sent: nobody is told that all is synced while it is on its way. */
    const showWaiting = (caseId: string): void => {
      const before = state.cases.get(caseId);
      if (before === undefined || before.waits > 0) return;
      const waiting = { ...before, waits: 1, since: deps.clock.now() };
      set({ cases: new Map(state.cases).set(caseId, waiting) });
    };

    const show = (caseId: string, trouble: SyncTrouble['kind'] | null): void => {
      const before = state.cases.get(caseId);
      if (before === undefined) return;
      const progress = engine?.channel(caseId).progress();
      const cases = new Map(state.cases).set(caseId, {
        ...before,
        waits: progress?.waits ?? before.waits,
        since: progress?.since ?? null,
        trouble,
      });
      set({ cases });
    };

    const retryLater = (trouble: SyncTrouble): void => {
      // Offline: the connection itself tells when it is there again.
      if (trouble.kind === 'offline' || needsPerson.includes(trouble.kind)) return;
      const ms = againAfterMs[Math.min(attempts, againAfterMs.length - 1)] ?? 300_000;
      attempts += 1;
      later('ms' in trouble ? Math.max(1_000, trouble.ms) : ms);
    };

    const follow = async (pass: Pass): Promise<void> => {
      for (const [caseId, channel] of pass.channels) {
        const known = following.get(caseId);
        if (channel.trouble !== null || known?.epoch === channel.epoch || engine === null) continue;
        known?.stop();
        const sync = engine.channel(caseId);
        const link = await sync.link();
        if (!link.ok || stopped) continue;
        const stop = link.value.follow(sync.progress()?.cursor ?? 0, {
          page: async (page) => {
            if (stopped) return false;
            const taken = await sync.take(page);
            if (!taken.ok) retryLater(taken.error);
            else if (channel.isRing && page.records.length > 0) wake();
            return taken.ok;
          },
          signal: async (sealed) => {
            const here = await sync.hearHere(sealed);
            if (here === null || stopped) return;
            for (const listener of [...hereListeners]) listener(caseId, here.device);
          },
          stopped: (why) => {
            following.delete(caseId);
            if (stopped || why.kind === 'locked') return;
            // A channel that nobody has opened yet is opened with the first thing to send.
            if (why.kind !== 'noChannel') wake();
          },
        });
        following.set(caseId, { epoch: channel.epoch, stop });
      }
      for (const [caseId, { stop }] of following) {
        if (pass.channels.has(caseId)) continue;
        stop();
        following.delete(caseId);
      }
    };

    const onePass = async (whole: boolean): Promise<void> => {
      const roots = await deps.session.listRoots();
      if (stopped || !roots.ok) return;
      const toEnd = await countEndings(deps.session);
      if (stopped) return;
      // No ring, nothing coming and nothing left to be deleted there: no server is asked.
      const isAlone = !roots.value.some((root) => root.isRing || root.isComing || root.epoch > 1);
      if (isAlone && !isAnyLeft(toEnd)) return set({ ...offState });
      set({ endings: toEnd });
      const connected = await connect();
      if (connected === null) return later(againAfterMs[3]);
      const pass = await connected.pass(whole);
      if (stopped) return;
      const { channels, ...told } = pass;
      set(told);
      await follow(pass);
      const troubles = [...channels.values()].flatMap(({ trouble }) => trouble ?? []);
      if (troubles.length === 0) attempts = 0;
      for (const trouble of troubles) retryLater(trouble);
      if (isAnyLeft(pass.endings) && isOnline(state.phase)) later(againAfterMs[2]);
    };

    const wake = (whole = false): void => {
      if (stopped) return;
      again = whole ? 'whole' : again === 'whole' ? again : 'pass';
      if (busy) return;
      busy = true;
      void (async () => {
        while (again !== 'no' && !stopped) {
          const isWhole = again === 'whole';
          again = 'no';
          await onePass(isWhole);
        }
        busy = false;
      })();
    };

    wake();
    return {
      stop: () => {
        stopped = true;
        cancelTimer?.();
        for (const { stop } of following.values()) stop();
        for (const stop of stops) stop();
      },
      tellHere: (caseId, meeting) => {
        if (following.has(caseId)) void engine?.channel(caseId).tellHere(meeting);
      },
      wake: (whole) => {
        port?.tryNow();
        wake(whole);
      },
    };
  };

  return {
    start: () => {
      if (running !== null || stopAsking !== null) return;
      if (deps.locks === null) {
        running = run();
        return;
      }
      const asking = new AbortController();
      let letGo: () => void = () => undefined;
      stopAsking = () => {
        asking.abort();
        letGo();
      };
      set({ ...offState, phase: 'elsewhere' });
      void deps.locks
        .request(`syncing:${deps.session.vaultId}`, { signal: asking.signal }, () => {
          if (asking.signal.aborted) return undefined;
          set({ ...offState });
          running = run();
          return new Promise<void>((done) => {
            letGo = done;
          });
        })
        .catch(() => undefined);
    },
    stop: () => {
      stopAsking?.();
      stopAsking = null;
      running?.stop();
      running = null;
      set({ ...offState });
    },
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    retry: () => running?.wake(true),
    wake: () => running?.wake(),
    tellHere: (caseId, meeting) => running?.tellHere(caseId, meeting),
    onHere: (listener) => {
      hereListeners.add(listener);
      return () => hereListeners.delete(listener);
    },
  };
};

const isOnline = (phase: SyncState['phase']): boolean => phase === 'live' || phase === 'catchingUp';
