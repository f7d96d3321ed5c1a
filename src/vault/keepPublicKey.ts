/**
 * A row whose public key is not its vault's own (a bad disk, a backup file that somebody wrote) has it again once the owner
 * is here: what colleagues give is sealed to that key. A failure waits for the next unlock.
 */
import { bytesEqual } from '../shared/bytes.ts';
import type { VaultKeys } from './vaultKeys.ts';
import type { VaultRow, VaultStore } from './vaultStore.ts';

export const keepPublicKey = async (
  store: Pick<VaultStore, 'updateVault'>,
  { vaultId, publicKey }: VaultRow,
  { box }: VaultKeys,
): Promise<void> => {
  if (bytesEqual(publicKey, box.publicKey)) return;
  await store.updateVault(vaultId, (now) => ({ ...now, publicKey: box.publicKey }));
};
