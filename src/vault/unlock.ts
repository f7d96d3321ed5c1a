/** Opening a vault that is on this device by its password; by the reserve code see `unlockWithReserve.ts`. */
import { ok, type Result } from '../shared/result.ts';
import { defaultPasswordCost } from './argon2.ts';
import { createSession } from './createSession.ts';
import type { UnlockError } from './errors.ts';
import { keepPublicKey } from './keepPublicKey.ts';
import type { Secret } from './secret.ts';
import { type TriedVault, tryVaultKey } from './tryVaultKey.ts';
import type { VaultDeps } from './vaultDeps.ts';
import { openVaultKeys } from './vaultKeys.ts';
import type { VaultSession } from './vaultSession.ts';
import { isDearer, unwrapByPassword, wrapByPassword } from './wrapVaultKey.ts';

export const unlockWithPassword = async (
  deps: VaultDeps,
  vaultId: string,
  password: Secret,
): Promise<Result<VaultSession, UnlockError>> => {
  const tried = await tryVaultKey(deps, vaultId, (row) =>
    unwrapByPassword(deps, vaultId, row.password, password),
  );
  if (!tried.ok) return tried;
  await raisePasswordCost(deps, tried.value, password);
  return openSession(deps, tried.value);
};

export const openSession = async (
  deps: VaultDeps,
  { row, vaultKey }: TriedVault,
): Promise<Result<VaultSession, UnlockError>> => {
  const { vaultId, shortName } = row;
  const keys = await openVaultKeys(vaultId, vaultKey);
  if (!keys.ok) return keys;
  await keepPublicKey(deps.store, row, keys.value);
  return ok(createSession(deps, { vaultId, shortName, keys: keys.value }));
};

/** Where the program has become stricter since the password was set. A failure waits for the next unlock. */
const raisePasswordCost = async (
  deps: VaultDeps,
  { row, vaultKey }: TriedVault,
  password: Secret,
): Promise<void> => {
  if (!isDearer(deps.passwordCost ?? defaultPasswordCost, row.password)) return;
  const raised = await wrapByPassword(deps, row.vaultId, vaultKey, password, row.password);
  if (!raised.ok) return;
  await deps.store.updateVault(row.vaultId, (now) => ({ ...now, password: raised.value }));
};
