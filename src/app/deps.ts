/** The world as the program gets it in a browser. Tests make their own. */
import { type HeardStorage, hearStorage } from '../cases/sync/heardStorage.ts';
import { browserTimers, type TimersDep } from '../cases/timers.ts';
import type { ClockDep, RandomDep } from '../shared/deps.ts';
import { createStorage } from '../storage/createStorage.ts';
import type { Storage } from '../storage/storage.ts';
import { type Argon2Dep, argon2InWorker } from '../vault/argon2.ts';

export interface AppDeps extends ClockDep, RandomDep, TimersDep, Argon2Dep {
  readonly storage: Storage;
  /** The same storage as syncing writes in it, so that each side hears the other; left out where nothing is synced. */
  readonly syncSide?: HeardStorage<Storage['removal']>['forSync'];
  readonly locks: LockManager | null;
}

export const createAppDeps = (): AppDeps => {
  const storage = createStorage();
  const { journal, removal, forSync } = hearStorage(storage);
  return {
    clock: { now: () => Date.now(), monotonic: () => performance.now() },
    random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
    timers: browserTimers,
    argon2: argon2InWorker,
    storage: { ...storage, journal, removal },
    syncSide: forSync,
    locks: navigator.locks ?? null,
  };
};
