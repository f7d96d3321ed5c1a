/**
 * A whole device for tests: a real database in memory, the vaults of Karin and of a colleague, one case about Lars that
 * Karin made.
 */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { setPlanField } from '../plan/commands/wholePlan.ts';
import { createStorage } from '../storage/createStorage.ts';
import { memoryMarker } from '../storage/vaultMarker.ts';
import { argon2Here } from '../vault/argon2.ts';
import { createVault } from '../vault/createVault.ts';
import { secretOf } from '../vault/secret.ts';
import { unlockWithPassword } from '../vault/unlock.ts';
import type { CaseDeps } from './caseDeps.ts';
import { createCase } from './createCase.ts';
import { testAuthor } from './testCase.ts';
import { createTestTimers } from './testTimers.ts';

const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
const password = secretOf('lingon tunnbröd kåta fjällvind');

export const createTestVaults = async () => {
  const time = createTestTimers();
  const indexedDB = new IDBFactory();
  const storage = createStorage({
    name: `vaults-${Math.random()}`,
    indexedDB,
    IDBKeyRange,
    marker: memoryMarker(),
    lock: { hold: async (_id, _wait, work) => ({ ok: true, value: await work() }) },
  });
  const vaultDeps = {
    clock: { now: time.now, monotonic: time.now },
    random,
    argon2: argon2Here,
    store: storage.vaults,
    passwordCost: { memoryKiB: 64, iterations: 1, parallelism: 1 },
  };
  const vault = async (shortName: string) => {
    const made = await createVault(vaultDeps, { shortName, password });
    if (!made.ok) throw new Error(made.error.kind);
    return made.value.session;
  };
  const session = await vault('K');
  const colleague = await vault('P');
  const deps: CaseDeps = {
    clock: vaultDeps.clock,
    random,
    timers: time.timers,
    journal: storage.journal,
    locks: null,
    author: () => testAuthor,
  };
  const created = await createCase(deps, session, (doc, ctx) =>
    setPlanField(doc, ctx, { field: 'name', value: 'Lars' }),
  );
  if (!created.ok) throw new Error(created.error.kind);
  const unlockColleague = async () => {
    const opened = await unlockWithPassword(vaultDeps, colleague.vaultId, password);
    if (!opened.ok) throw new Error(opened.error.kind);
    return opened.value;
  };
  return { time, storage, session, colleague, deps, opened: created.value, unlockColleague };
};
