/** The program's layers below the views, as `src/app/deps.ts` puts them together, on the real database. */
import type { CaseDeps } from '../../src/cases/caseDeps.ts';
import { createCase } from '../../src/cases/createCase.ts';
import type { OpenCase } from '../../src/cases/openCase.ts';
import { browserTimers } from '../../src/cases/timers.ts';
import { setPlanField } from '../../src/plan/commands/wholePlan.ts';
import type { Result } from '../../src/shared/result.ts';
import { createStorage } from '../../src/storage/createStorage.ts';
import { argon2Here, argon2InWorker, type PasswordCost } from '../../src/vault/argon2.ts';
import { createVault } from '../../src/vault/createVault.ts';
import { type Secret, secretOf } from '../../src/vault/secret.ts';
import type { VaultDeps } from '../../src/vault/vaultDeps.ts';
import type { VaultSession } from '../../src/vault/vaultSession.ts';

export const okOf = <T>(result: Result<T, { readonly kind: string }>): T => {
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

export const author = { name: 'Karin', function: 'samordnare', unit: 'Åby' };
export const storage = createStorage();

export const caseDeps: CaseDeps = {
  clock: { now: () => Date.now(), monotonic: () => performance.now() },
  random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
  timers: browserTimers,
  journal: storage.journal,
  locks: navigator.locks,
  author: () => author,
};

/** Where the password is not what is measured. */
const cheap: PasswordCost = { memoryKiB: 64, iterations: 1, parallelism: 1 };

/** `dear`: the real cost of a password. `hash`: in a worker as in the program, or here, where it can be throttled. */
export const vaultDeps = (dear: boolean, hash: 'worker' | 'here' = 'here'): VaultDeps => ({
  clock: caseDeps.clock,
  random: caseDeps.random,
  argon2: hash === 'worker' ? argon2InWorker : argon2Here,
  store: storage.vaults,
  ...(!dear && { passwordCost: cheap }),
});

export const password = (): Secret => secretOf('lingon tunnbröd kåta fjällvind');

export const newVault = async (dear: boolean): Promise<VaultSession> =>
  okOf(await createVault(vaultDeps(dear), { shortName: 'K', password: password() })).session;

export const newCase = async (session: VaultSession, name: string): Promise<OpenCase> =>
  okOf(
    await createCase(caseDeps, session, (doc, ctx) =>
      setPlanField(doc, ctx, { field: 'name', value: name }),
    ),
  );

/** Milliseconds. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const before = performance.now();
  await work();
  return performance.now() - before;
};
