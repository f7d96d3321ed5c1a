/** A session without password or disk: practice (`/ova`) and tests. Gone when the page is gone. */
import type { RandomDep } from '../shared/deps.ts';
import { createId } from '../shared/ids.ts';
import { ok, type Result } from '../shared/result.ts';
import { createSession } from './createSession.ts';
import type { MissingCrypto } from './errors.ts';
import { memoryVaultStore } from './memoryVaultStore.ts';
import { openVaultKeys, vaultKeyLength } from './vaultKeys.ts';
import type { VaultSession } from './vaultSession.ts';
import type { VaultStore } from './vaultStore.ts';

export const createMemorySession = async (
  deps: RandomDep,
  store: VaultStore = memoryVaultStore(),
): Promise<Result<VaultSession, MissingCrypto>> => {
  const vaultId = createId(deps);
  const keys = await openVaultKeys(vaultId, deps.random.bytes(vaultKeyLength));
  if (!keys.ok) return keys;
  const session = { vaultId, shortName: '', keys: keys.value };
  return ok(createSession({ ...deps, store }, session));
};
