/** The organisation's side of a recovery: its key, kept under a passphrase, and the answer to a device's question. */

import type { Bytes } from '../shared/bytes.ts';
import { bytesToBase64Url } from '../shared/bytes.ts';
import type { RandomDep } from '../shared/deps.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Argon2Dep, PasswordCost } from './argon2.ts';
import { defaultPasswordCost, highestPasswordCost } from './argon2.ts';
import { openBox, sealToPublicKey } from './box.ts';
import { type CurveKeys, toCurveKeys } from './curveKeys.ts';
import type { MissingCrypto } from './errors.ts';
import { keyInfos } from './keyInfos.ts';
import { derivePasswordKey } from './passwordKey.ts';
import { judgePassword, type WeakPassword } from './passwordPolicy.ts';
import { seal, sealContext, unseal } from './primitives.ts';
import { answerContext, answerToText, type RecoveryQuestion } from './recoveryTexts.ts';
import type { Secret } from './secret.ts';
import { vaultKeyLength } from './vaultKeys.ts';
import { isDearer, wrapContext } from './wrapVaultKey.ts';

export interface SealedRecoveryKey extends PasswordCost {
  readonly publicKey: Bytes;
  readonly salt: Bytes;
  /** The private half: nonce ‖ AES-256-GCM. */
  readonly sealed: Bytes;
}

type Deps = RandomDep & Argon2Dep & { readonly passwordCost?: PasswordCost };

export const createRecoveryKey = async (
  deps: Deps,
  passphrase: Secret,
): Promise<Result<SealedRecoveryKey, MissingCrypto | WeakPassword>> => {
  const strong = await judgePassword(passphrase);
  if (!strong.ok) return strong;
  const seed = deps.random.bytes(32);
  const keys = await toCurveKeys('X25519', seed.slice());
  if (!keys.ok) return keys;
  const sealed = await sealSeed(deps, keys.value.publicKey, seed, passphrase);
  seed.fill(0);
  return sealed;
};

export type OpenKeyError =
  | MissingCrypto
  /** Wrong passphrase, or the file is damaged: they look the same. */
  | { readonly kind: 'wrongPassphrase' };

export const openRecoveryKey = async (
  deps: Deps,
  file: SealedRecoveryKey,
  passphrase: Secret,
): Promise<Result<CurveKeys, OpenKeyError>> => {
  const seed = await openSeed(deps, file, passphrase);
  return seed.ok ? toCurveKeys('X25519', seed.value) : seed;
};

/** The same key under another passphrase. */
export const changePassphrase = async (
  deps: Deps,
  file: SealedRecoveryKey,
  { old, next }: { readonly old: Secret; readonly next: Secret },
): Promise<Result<SealedRecoveryKey, OpenKeyError | WeakPassword>> => {
  const strong = await judgePassword(next);
  if (!strong.ok) return strong;
  const seed = await openSeed(deps, file, old);
  if (!seed.ok) return seed;
  const sealed = await sealSeed(deps, file.publicKey, seed.value, next);
  seed.value.fill(0);
  return sealed;
};

export type AnswerError =
  | MissingCrypto
  /** Asked of another key. */
  | { readonly kind: 'otherKey' }
  /** Asked of this key, but what is in it was not sealed to it for this vault. */
  | { readonly kind: 'damaged' };

/** The answer, sealed to the one device that asked. The vault key exists here only meanwhile, and is shown to nobody. */
export const answerQuestion = async (
  deps: RandomDep,
  keys: CurveKeys,
  question: RecoveryQuestion,
): Promise<Result<string, AnswerError>> => {
  const { vaultId, deviceKey } = question;
  if (bytesToBase64Url(keys.publicKey) !== bytesToBase64Url(question.organisationKey)) {
    return err({ kind: 'otherKey' });
  }
  const vaultKey = await openBox(keys, question.box, wrapContext('recovery', vaultId));
  if (vaultKey?.length !== vaultKeyLength) return err({ kind: 'damaged' });
  const context = answerContext(vaultId, deviceKey);
  const box = await sealToPublicKey(deps, deviceKey, vaultKey, context);
  vaultKey.fill(0);
  if (box.ok) return ok(answerToText({ vaultId, deviceKey, box: box.value }));
  return box.error.kind === 'badPublicKey' ? err({ kind: 'damaged' }) : err(box.error);
};

const sealSeed = async (
  deps: Deps,
  publicKey: Bytes,
  seed: Bytes,
  passphrase: Secret,
): Promise<Result<SealedRecoveryKey, MissingCrypto>> => {
  const cost = deps.passwordCost ?? defaultPasswordCost;
  const head = { publicKey, salt: deps.random.bytes(16), ...cost };
  const key = await derivePasswordKey(deps, passphrase, head, fileUse(publicKey));
  if (!key.ok) return key;
  return ok({ ...head, sealed: await seal(deps, key.value, seed, fileContext(publicKey)) });
};

const openSeed = async (
  deps: Deps,
  file: SealedRecoveryKey,
  passphrase: Secret,
): Promise<Result<Bytes, OpenKeyError>> => {
  if (isDearer(file, highestPasswordCost)) return err({ kind: 'wrongPassphrase' });
  const key = await derivePasswordKey(deps, passphrase, file, fileUse(file.publicKey));
  if (!key.ok) return key;
  const seed = await unseal(key.value, file.sealed, fileContext(file.publicKey));
  return seed?.length === 32 ? ok(seed) : err({ kind: 'wrongPassphrase' });
};

const fileUse = (publicKey: Bytes) => ({ salt: publicKey, info: keyInfos.recoveryFile });

const fileContext = (publicKey: Bytes): Bytes =>
  sealContext('sip/1/recovery-file', bytesToBase64Url(publicKey));
