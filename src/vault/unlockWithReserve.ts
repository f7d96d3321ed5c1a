/** Opening a vault by its reserve code, when the password is forgotten. */
import { err, ok, type Result } from '../shared/result.ts';
import type { UnlockError } from './errors.ts';
import { judgePassword, type WeakPassword } from './passwordPolicy.ts';
import { createReserveCode, parseReserveCode, type ReserveCodeError } from './reserveCode.ts';
import type { Secret } from './secret.ts';
import { tryVaultKey } from './tryVaultKey.ts';
import { openSession } from './unlock.ts';
import type { VaultDeps } from './vaultDeps.ts';
import type { VaultSession } from './vaultSession.ts';
import { unwrapByReserve, wrapByPassword, wrapByReserve } from './wrapVaultKey.ts';

export interface ReserveUnlock {
  readonly vaultId: string;
  /** As typed. */
  readonly code: Secret;
  readonly newPassword: Secret;
  /** A new reserve code, because the old one has been seen or the paper is gone. */
  readonly newCode: boolean;
}

export type ReserveUnlockError =
  | UnlockError
  | WeakPassword
  | { readonly kind: 'badCode'; readonly why: ReserveCodeError };

/**
 * Sets a new password and gives every case a new device id: what is on this disk may have come back from a copy.
 * `reserveCode` is the new one, or null when the old one still holds.
 */
export const unlockWithReserveCode = async (
  deps: VaultDeps,
  { vaultId, code, newPassword, newCode }: ReserveUnlock,
): Promise<Result<{ session: VaultSession; reserveCode: Secret | null }, ReserveUnlockError>> => {
  // A slip of the pen is found without a try being counted.
  const typed = parseReserveCode(code);
  if (!typed.ok) return err({ kind: 'badCode', why: typed.error });
  const strong = await judgePassword(newPassword);
  if (!strong.ok) return strong;
  const tried = await tryVaultKey(deps, vaultId, async (row) =>
    ok(await unwrapByReserve(vaultId, row.reserve, typed.value)),
  );
  typed.value.fill(0);
  if (!tried.ok) return tried;
  const { row, vaultKey } = tried.value;
  const password = await wrapByPassword(deps, vaultId, vaultKey, newPassword, row.password);
  if (!password.ok) return password;
  const fresh = newCode ? createReserveCode(deps) : null;
  const reserve =
    fresh === null ? row.reserve : await wrapByReserve(deps, vaultId, vaultKey, fresh.bytes);
  const saved = await deps.store.updateVault(vaultId, (now) => ({
    ...now,
    password: password.value,
    reserve,
  }));
  if (!saved.ok) return saved;
  const session = await openSession(deps, tried.value);
  if (!session.ok) return session;
  const renewed = await session.value.renewAllDevices();
  if (!renewed.ok) return renewed;
  return ok({ session: session.value, reserveCode: fresh?.code ?? null });
};
