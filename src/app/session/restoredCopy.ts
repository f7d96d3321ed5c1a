/**
 * That a file which was fetched here is itself a copy, and of when. Whoever's plans came may unlock much later, and until
 * then nothing can be sealed: when and how many stand by the random id of the vault, in the clear, nothing about anybody.
 */
import type { VaultSession } from '../../vault/vaultSession.ts';
import { type WebStorage, webStorage } from '../webStorage.ts';
import { type LastBackup, readLastBackup } from './lastBackup.ts';

const nameOf = (vaultId: string): string => `sip.copy.${vaultId}`;

const here = (): WebStorage => webStorage(() => localStorage);

export const noteRestoredCopy = (
  vaultIds: readonly string[],
  copy: LastBackup,
  storage = here(),
): void => {
  for (const vaultId of vaultIds) {
    try {
      storage.setItem(nameOf(vaultId), JSON.stringify(copy));
    } catch {
      // Then **Att göra** asks for a copy, which is never wrong.
    }
  }
};

/** With **Radera allt här**. */
export const forgetRestoredCopy = (vaultId: string, storage = here()): void =>
  storage.removeItem(nameOf(vaultId));

const takeNote = (vaultId: string, storage: WebStorage): LastBackup | null => {
  try {
    const kept = storage.getItem(nameOf(vaultId));
    if (kept === null) return null;
    storage.removeItem(nameOf(vaultId));
    return readLastBackup(JSON.parse(kept));
  } catch {
    return null;
  }
};

/** The newest copy that this person's plans are in: saved here, or the one that they came from. */
export const lastCopyOf = async (
  vault: Pick<VaultSession, 'vaultId' | 'readValue' | 'writeValue'>,
  storage = here(),
): Promise<LastBackup | null> => {
  const read = await vault.readValue('backup');
  const saved = read.ok ? readLastBackup(read.value) : null;
  const fetched = takeNote(vault.vaultId, storage);
  if (fetched === null || (saved !== null && saved.at >= fetched.at)) return saved;
  await vault.writeValue('backup', fetched);
  return fetched;
};
