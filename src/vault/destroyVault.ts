/** **Radera allt här**: the key first, so that from the first step on nobody can open anything with this vault. */
import { err, type Result } from '../shared/result.ts';
import type { StoreError, VaultStore } from './vaultStore.ts';

/** `keys`: nothing is destroyed. `rest`: the keys are gone for good, and what they locked still lies here. */
export interface NotDestroyed {
  readonly kind: 'keys' | 'rest';
  readonly cause: StoreError;
}

/** Records stay only where another vault here has access to the case. After an error it can be called again. */
export const destroyVault = async (
  { store }: { readonly store: VaultStore },
  vaultId: string,
): Promise<Result<void, NotDestroyed>> => {
  const keys = await store.destroyKeys(vaultId);
  if (!keys.ok) return err({ kind: 'keys', cause: keys.error });
  const rest = await store.destroyRest(vaultId);
  return rest.ok ? rest : err({ kind: 'rest', cause: rest.error });
};
