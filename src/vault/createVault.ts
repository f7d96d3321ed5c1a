/** A new personal vault on this device: a random key, wrapped by a password and by a reserve code (design.md 6). */
import type { Bytes } from '../shared/bytes.ts';
import { createId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { noAttempts } from './attempts.ts';
import { createSession } from './createSession.ts';
import type { VaultError } from './errors.ts';
import { needCrypto } from './needCrypto.ts';
import { judgePassword, type WeakPassword } from './passwordPolicy.ts';
import { createReserveCode } from './reserveCode.ts';
import type { Secret } from './secret.ts';
import type { VaultDeps } from './vaultDeps.ts';
import { openVaultKeys, vaultKeyLength } from './vaultKeys.ts';
import type { VaultSession } from './vaultSession.ts';
import { wrapByPassword, wrapByReserve, wrapForRecovery } from './wrapVaultKey.ts';

export interface NewVault {
  /** Shown on the lock screen in clear: a letter will do. */
  readonly shortName: string;
  readonly password: Secret;
  /** An organisation's X25519 public key, 32 bytes. The person must have been told. */
  readonly recoveryKey?: Bytes;
}

export interface CreatedVault {
  readonly session: VaultSession;
  /** Show and print it now: it cannot be read again. */
  readonly reserveCode: Secret;
}

export type CreateVaultError = VaultError | WeakPassword | { readonly kind: 'badPublicKey' };

/** On disk and unlocked when it says ok. */
export const createVault = async (
  deps: VaultDeps,
  { shortName, password, recoveryKey }: NewVault,
): Promise<Result<CreatedVault, CreateVaultError>> => {
  const able = needCrypto();
  if (!able.ok) return able;
  const strong = await judgePassword(password);
  if (!strong.ok) return strong;
  const vaultId = createId(deps);
  const vaultKey = deps.random.bytes(vaultKeyLength);
  const { code, bytes } = createReserveCode(deps);
  const byPassword = await wrapByPassword(deps, vaultId, vaultKey, password);
  if (!byPassword.ok) return byPassword;
  const byReserve = await wrapByReserve(deps, vaultId, vaultKey, bytes);
  bytes.fill(0);
  const recovery =
    recoveryKey === undefined ? null : await wrapForRecovery(deps, vaultId, vaultKey, recoveryKey);
  if (recovery?.ok === false) return err(recovery.error);
  const keys = await openVaultKeys(vaultId, vaultKey);
  if (!keys.ok) return keys;
  const saved = await deps.store.addVault({
    vaultId,
    shortName,
    publicKey: keys.value.box.publicKey,
    password: byPassword.value,
    reserve: byReserve,
    ...(recovery === null ? {} : { recovery: recovery.value }),
    attempts: noAttempts,
    openedAt: deps.clock.now(),
  });
  if (!saved.ok) return saved;
  const session = createSession(deps, { vaultId, shortName, keys: keys.value });
  return ok({ session, reserveCode: code });
};
