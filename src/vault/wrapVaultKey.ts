/** The vault key wrapped by what opens it: a password, a reserve code, an organisation's recovery key. */
import type { Bytes } from '../shared/bytes.ts';
import type { RandomDep } from '../shared/deps.ts';
import { err, ok, type Result } from '../shared/result.ts';
import {
  type Argon2Dep,
  defaultPasswordCost,
  highestPasswordCost,
  type PasswordCost,
} from './argon2.ts';
import { type BoxError, sealToPublicKey } from './box.ts';
import { idBytes } from './caseKeys.ts';
import type { MissingCrypto } from './errors.ts';
import { keyInfos } from './keyInfos.ts';
import { derivePasswordKey, passwordBytes } from './passwordKey.ts';
import { deriveSealKey, seal, sealContext, toBaseKey, unseal } from './primitives.ts';
import type { Secret } from './secret.ts';
import type { PasskeyWrap, PasswordWrap, RecoveryWrap, ReserveWrap } from './vaultStore.ts';

const saltLength = 16;

type Damaged = { readonly kind: 'damaged' };

export const raiseCost = (one: PasswordCost, other: PasswordCost): PasswordCost => ({
  memoryKiB: Math.max(one.memoryKiB, other.memoryKiB),
  iterations: Math.max(one.iterations, other.iterations),
  parallelism: Math.max(one.parallelism, other.parallelism),
});

export const isDearer = (one: PasswordCost, other: PasswordCost): boolean =>
  one.memoryKiB > other.memoryKiB ||
  one.iterations > other.iterations ||
  one.parallelism > other.parallelism;

export const wrapByPassword = async (
  deps: Argon2Dep & RandomDep & { readonly passwordCost?: PasswordCost },
  vaultId: string,
  vaultKey: Bytes,
  password: Secret,
  least: PasswordCost | null = null,
): Promise<Result<PasswordWrap, MissingCrypto>> => {
  const wanted = deps.passwordCost ?? defaultPasswordCost;
  const { memoryKiB, iterations, parallelism } = least === null ? wanted : raiseCost(wanted, least);
  const head = { salt: deps.random.bytes(saltLength), memoryKiB, iterations, parallelism };
  const key = await derivePasswordKey(deps, password, head, passwordUse(vaultId));
  if (!key.ok) return key;
  const wrapped = await seal(deps, key.value, vaultKey, wrapContext('password', vaultId));
  return ok({ ...head, wrapped });
};

/** The vault key, or null when the password is wrong. */
export const unwrapByPassword = async (
  deps: Argon2Dep,
  vaultId: string,
  wrap: PasswordWrap,
  password: Secret,
): Promise<Result<Bytes | null, MissingCrypto | Damaged>> => {
  if (isDearer(wrap, highestPasswordCost)) return err({ kind: 'damaged' });
  // Argon2 refuses an empty one: that is a wrong password, not a browser that cannot.
  if (passwordBytes(password).length === 0) return ok(null);
  const key = await derivePasswordKey(deps, password, wrap, passwordUse(vaultId));
  if (!key.ok) return key;
  return ok(await unseal(key.value, wrap.wrapped, wrapContext('password', vaultId)));
};

/** `code`: the 16 bytes of a reserve code. */
export const wrapByReserve = async (
  deps: RandomDep,
  vaultId: string,
  vaultKey: Bytes,
  code: Bytes,
): Promise<ReserveWrap> => {
  const salt = deps.random.bytes(saltLength);
  const key = await deriveSealKey(await toBaseKey(code), salt, keyInfos.reserve);
  return { salt, wrapped: await seal(deps, key, vaultKey, wrapContext('reserve', vaultId)) };
};

/** The vault key, or null when the code is another vault's. */
export const unwrapByReserve = async (
  vaultId: string,
  wrap: ReserveWrap,
  code: Bytes,
): Promise<Bytes | null> => {
  const key = await deriveSealKey(await toBaseKey(code), wrap.salt, keyInfos.reserve);
  return unseal(key, wrap.wrapped, wrapContext('reserve', vaultId));
};

/** To an organisation's X25519 public key. The person is told at set-up. */
export const wrapForRecovery = async (
  deps: RandomDep,
  vaultId: string,
  vaultKey: Bytes,
  publicKey: Bytes,
): Promise<Result<RecoveryWrap, BoxError>> => {
  const box = await sealToPublicKey(deps, publicKey, vaultKey, wrapContext('recovery', vaultId));
  return box.ok ? ok({ publicKey, box: box.value }) : box;
};

/** `secret`: what the passkey gave for `salt`. Wiped here. */
export const wrapByPasskey = async (
  deps: RandomDep,
  vaultId: string,
  vaultKey: Bytes,
  secret: Bytes,
): Promise<PasskeyWrap['wrapped']> =>
  seal(deps, await passkeyKey(vaultId, secret), vaultKey, wrapContext('passkey', vaultId));

/** The vault key, or null when the passkey gives something else than before, or the wrap is damaged. Wipes the secret. */
export const unwrapByPasskey = async (
  vaultId: string,
  wrapped: Bytes,
  secret: Bytes,
): Promise<Bytes | null> =>
  unseal(await passkeyKey(vaultId, secret), wrapped, wrapContext('passkey', vaultId));

const passkeyKey = async (vaultId: string, secret: Bytes): Promise<CryptoKey> => {
  const base = await toBaseKey(secret);
  secret.fill(0);
  return deriveSealKey(base, idBytes(vaultId), keyInfos.passkey);
};

const passwordUse = (vaultId: string) => ({ salt: idBytes(vaultId), info: keyInfos.password });

export const wrapContext = (
  by: 'password' | 'reserve' | 'recovery' | 'passkey',
  vaultId: string,
): Bytes => sealContext('sip/1/vault-key', by, vaultId);
