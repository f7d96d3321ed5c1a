/** A new password or a new reserve code for a vault whose password is known. The cases are not touched. */
import { ok, type Result } from '../shared/result.ts';
import type { UnlockError } from './errors.ts';
import { judgePassword, type WeakPassword } from './passwordPolicy.ts';
import { createReserveCode } from './reserveCode.ts';
import type { Secret } from './secret.ts';
import { tryVaultKey } from './tryVaultKey.ts';
import type { VaultDeps } from './vaultDeps.ts';
import { unwrapByPassword, wrapByPassword, wrapByReserve } from './wrapVaultKey.ts';

export const changePassword = async (
  deps: VaultDeps,
  input: { readonly vaultId: string; readonly password: Secret; readonly newPassword: Secret },
): Promise<Result<void, UnlockError | WeakPassword>> => {
  const { vaultId, newPassword } = input;
  const strong = await judgePassword(newPassword);
  if (!strong.ok) return strong;
  const tried = await tryVaultKey(deps, vaultId, (row) =>
    unwrapByPassword(deps, vaultId, row.password, input.password),
  );
  if (!tried.ok) return tried;
  const { row, vaultKey } = tried.value;
  const password = await wrapByPassword(deps, vaultId, vaultKey, newPassword, row.password);
  vaultKey.fill(0);
  if (!password.ok) return password;
  const saved = await deps.store.updateVault(vaultId, (now) => ({
    ...now,
    password: password.value,
  }));
  return saved.ok ? ok(undefined) : saved;
};

/** The old code opens nothing from now on. */
export const renewReserveCode = async (
  deps: VaultDeps,
  { vaultId, password }: { readonly vaultId: string; readonly password: Secret },
): Promise<Result<Secret, UnlockError>> => {
  const tried = await tryVaultKey(deps, vaultId, (row) =>
    unwrapByPassword(deps, vaultId, row.password, password),
  );
  if (!tried.ok) return tried;
  const { code, bytes } = createReserveCode(deps);
  const reserve = await wrapByReserve(deps, vaultId, tried.value.vaultKey, bytes);
  tried.value.vaultKey.fill(0);
  bytes.fill(0);
  const saved = await deps.store.updateVault(vaultId, (now) => ({ ...now, reserve }));
  return saved.ok ? ok(code) : saved;
};
