/** What making, unlocking and changing a vault needs of the world. */
import type { ClockDep, RandomDep } from '../shared/deps.ts';
import type { Argon2Dep, PasswordCost } from './argon2.ts';
import type { VaultStore } from './vaultStore.ts';

export interface VaultDeps extends ClockDep, RandomDep, Argon2Dep {
  readonly store: VaultStore;
  /** Only tests choose a lower one. */
  readonly passwordCost?: PasswordCost;
}
