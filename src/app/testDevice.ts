import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createCase } from '../cases/createCase.ts';
import type { OpenCase } from '../cases/openCase.ts';
import { createTestTimers, type TestTimers } from '../cases/testTimers.ts';
import { setPlanField } from '../plan/commands/wholePlan.ts';
import { createStorage } from '../storage/createStorage.ts';
import type { Storage } from '../storage/storage.ts';
import { memoryMarker } from '../storage/vaultMarker.ts';
import { argon2Here } from '../vault/argon2.ts';
import { createVault } from '../vault/createVault.ts';
import { secretOf } from '../vault/secret.ts';
import type { VaultSession } from '../vault/vaultSession.ts';
import { caseDeps } from './caseDeps.ts';
import { createAppSession } from './session/appSession.ts';
import { type LockChannel, onlyThisWindow } from './session/lockChannel.ts';
import type { AppSession } from './session/sessionTypes.ts';

/** A whole device for tests: a real database in memory, an unlocked vault, one case about Lars that is open. */
export interface TestDevice {
  readonly time: TestTimers;
  readonly session: AppSession;
  readonly opened: OpenCase;
  readonly addVault: (shortName: string) => Promise<VaultSession>;
  /** Another window of the same device, or this one after a reload: nothing is unlocked in it. */
  readonly again: () => AppSession;
}

export const testPassword = 'lingon tunnbröd kåta fjällvind';

export const createTestDevice = async (
  wrap: (storage: Storage) => Storage = (storage) => storage,
  joinWindows: () => LockChannel = () => onlyThisWindow,
): Promise<TestDevice> => {
  const time = createTestTimers();
  const storage = wrap(
    createStorage({
      name: `device-${Math.random()}`,
      indexedDB: new IDBFactory(),
      IDBKeyRange,
      marker: memoryMarker(),
      lock: { hold: async (_id, _wait, work) => ({ ok: true, value: await work() }) },
    }),
  );
  const again = (): AppSession =>
    createAppSession(
      {
        clock: { now: time.now, monotonic: time.now },
        random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
        timers: time.timers,
        argon2: argon2Here,
        storage,
        locks: null,
      },
      joinWindows(),
    );
  const session = again();
  await session.start();
  const addVault = async (shortName: string): Promise<VaultSession> => {
    const made = await createVault(
      {
        ...session.deps,
        store: storage.vaults,
        passwordCost: { memoryKiB: 64, iterations: 1, parallelism: 1 },
      },
      { shortName, password: secretOf(testPassword) },
    );
    if (!made.ok) throw new Error(made.error.kind);
    return made.value.session;
  };
  const vault = await addVault('K');
  await session.vaultCreated(vault);
  const created = await createCase(caseDeps(session), vault, (doc, ctx) =>
    setPlanField(doc, ctx, { field: 'name', value: 'Lars' }),
  );
  if (!created.ok) throw new Error(created.error.kind);
  await session.keepOpen(created.value);
  return { time, session, opened: created.value, addVault, again };
};
