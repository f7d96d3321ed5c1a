/** **Radera allt här**: the key first, so that from the first step on nobody can open anything with this vault. */
import type { Result } from '../shared/result.ts';
import type { StoreError, VaultStore } from './vaultStore.ts';

/** Records stay only where another vault here has access to the case. After an error it can be called again. */
export const destroyVault = async (
  { store }: { readonly store: VaultStore },
  vaultId: string,
): Promise<Result<void, StoreError>> => {
  const keys = await store.destroyKeys(vaultId);
  return keys.ok ? store.destroyRest(vaultId) : keys;
};
