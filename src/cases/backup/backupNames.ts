import { readCard } from '../../process/readCard.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { UnlockError } from '../../vault/errors.ts';
import { memoryVaultStore } from '../../vault/memoryVaultStore.ts';
import type { Secret } from '../../vault/secret.ts';
import { unlockWithPassword } from '../../vault/unlock.ts';
import type { VaultDeps } from '../../vault/vaultDeps.ts';
import type { OpenedBackup } from './openBackup.ts';

export interface NamedCase {
  readonly caseId: string;
  /** Null: its card is not there or does not open. */
  readonly name: string | null;
}

/**
 * Whose plans a vault in a backup holds, when its owner gives the vault's own password. The vault is opened in memory
 * and locked again: nothing on the device is touched, and no wrong try is counted there.
 */
export const readBackupNames = async (
  deps: Omit<VaultDeps, 'store'>,
  backup: OpenedBackup,
  vaultId: string,
  password: Secret,
): Promise<Result<readonly NamedCase[], UnlockError>> => {
  const store = memoryVaultStore();
  for (const row of backup.vaults) {
    if (row.vaultId === vaultId) {
      await store.addVault({ ...row, attempts: { failed: 0, lastAt: 0 } });
    }
  }
  await store.putAccess(backup.keys.access.filter((row) => row.vaultId === vaultId));
  const session = await unlockWithPassword({ ...deps, store }, vaultId, password);
  if (!session.ok) return session;
  const cases = backup.cases.filter(({ vaultIds }) => vaultIds.includes(vaultId));
  const cards = await session.value.openCards(
    cases.flatMap(({ caseId, card }) => (card === null ? [] : [{ caseId, bytes: card }])),
  );
  session.value.lock();
  if (!cards.ok) return cards;
  const names = new Map(
    cards.value.map(({ caseId, card }) => [caseId, readCard(card)?.name ?? null] as const),
  );
  return ok(cases.map(({ caseId }) => ({ caseId, name: names.get(caseId) ?? null })));
};
