/**
 * What of a vault goes into a backup file: what opens it anywhere. A passkey is this device's own, and a question to an
 * organisation's key is answered here or nowhere.
 */
import type { VaultRow } from './vaultStore.ts';

export const portableVault = ({
  passkey: _passkey,
  asked: _asked,
  openedAt: _openedAt,
  ...row
}: VaultRow): VaultRow => row;
