import type { VaultDeps } from '../vault/vaultDeps.ts';
import type { AppDeps } from './deps.ts';

export const vaultDepsOf = (deps: AppDeps): VaultDeps => ({
  clock: deps.clock,
  random: deps.random,
  argon2: deps.argon2,
  store: deps.storage.vaults,
});
