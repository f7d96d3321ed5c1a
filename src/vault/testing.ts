/** Worlds for tests: a clock that is moved by hand, a cheap password, and a way to look into a `Result`. */
import type { Bytes } from '../shared/bytes.ts';
import type { Result } from '../shared/result.ts';
import { argon2Here } from './argon2.ts';
import { memoryVaultStore } from './memoryVaultStore.ts';
import type { VaultDeps } from './vaultDeps.ts';
import type { VaultStore } from './vaultStore.ts';

export const realRandom = {
  bytes: (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length)),
};

export interface TestClock {
  now: () => number;
  monotonic: () => number;
  move(milliseconds: number): void;
}

export const testClock = (): TestClock => {
  let at = 1_790_000_000_000;
  return {
    now: () => at,
    monotonic: () => at,
    move: (milliseconds) => {
      at += milliseconds;
    },
  };
};

export const testVaultDeps = (
  store: VaultStore = memoryVaultStore(),
): VaultDeps & { clock: TestClock } => ({
  store,
  clock: testClock(),
  random: realRandom,
  argon2: argon2Here,
  passwordCost: { memoryKiB: 64, iterations: 1, parallelism: 1 },
});

/** The value, or a test that fails with the error. */
export const unwrap = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

export const errorOf = <E>(result: Result<unknown, E>): E => {
  if (result.ok) throw new Error('expected an error');
  return result.error;
};
