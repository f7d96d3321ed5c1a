/** The world as the program gets it in a browser. Tests make their own. */
import { hearStorage } from '../cases/sync/heardStorage.ts';
import type { SyncWorkDeps } from '../cases/sync/syncWork.ts';
import { browserTimers, type TimersDep } from '../cases/timers.ts';
import type { ClockDep, RandomDep } from '../shared/deps.ts';
import { createStorage } from '../storage/createStorage.ts';
import type { Storage } from '../storage/storage.ts';
import { type Argon2Dep, argon2InWorker } from '../vault/argon2.ts';

export interface AppDeps extends ClockDep, RandomDep, TimersDep, Argon2Dep {
  readonly storage: Storage;
  readonly locks: LockManager | null;
  /** What syncing needs; without it nothing is synced. */
  readonly syncing?: AppSyncing;
}

export interface AppSyncing extends Pick<SyncWorkDeps, 'journal' | 'removal' | 'connect'> {
  /** The server, as it is dialled. */
  readonly serverName: string;
}

export const createAppDeps = (): AppDeps => {
  const storage = createStorage();
  const { journal, removal, forSync } = hearStorage(storage);
  const clock: ClockDep['clock'] = { now: () => Date.now(), monotonic: () => performance.now() };
  const random: RandomDep['random'] = {
    bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  };
  return {
    clock,
    random,
    timers: browserTimers,
    argon2: argon2InWorker,
    storage: { ...storage, journal, removal },
    locks: navigator.locks ?? null,
    syncing: {
      ...forSync,
      serverName: window.location.host,
      connect: async () => {
        const { createBrowserSync } = await import('../sync/browserSync.ts');
        const client = createBrowserSync({ clock, random, timers: browserTimers });
        client.start();
        return client;
      },
    },
  };
};
