/**
 * Sealing to a public key: for giving a case to a colleague and for an organisation's recovery key.
 *
 *   ephemeral public key (32) ‖ nonce (12) ‖ AES-256-GCM, key = HKDF(shared secret, salt = both public keys)
 */
import { type Bytes, concatBytes } from '../shared/bytes.ts';
import type { RandomDep } from '../shared/deps.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { agree, type CurveKeys, toCurveKeys } from './curveKeys.ts';
import type { MissingCrypto } from './errors.ts';
import { keyInfos } from './keyInfos.ts';
import { deriveSealKey, seal, toBaseKey, unseal } from './primitives.ts';

const keyLength = 32;

export type BoxError = MissingCrypto | { readonly kind: 'badPublicKey' };

export const sealToPublicKey = async (
  deps: RandomDep,
  publicKey: Bytes,
  plain: Bytes,
  context: Bytes,
): Promise<Result<Bytes, BoxError>> => {
  const mine = await toCurveKeys('X25519', deps.random.bytes(keyLength));
  if (!mine.ok) return mine;
  const key = await sharedKey(mine.value.privateKey, publicKey, mine.value.publicKey, publicKey);
  if (key === null) return err({ kind: 'badPublicKey' });
  return ok(concatBytes(mine.value.publicKey, await seal(deps, key, plain, context)));
};

/** Null when it was not sealed to this key, or with another context. */
export const openBox = async (
  keys: CurveKeys,
  box: Bytes,
  context: Bytes,
): Promise<Bytes | null> => {
  if (box.length < keyLength) return null;
  const theirs = box.slice(0, keyLength);
  const key = await sharedKey(keys.privateKey, theirs, theirs, keys.publicKey);
  return key === null ? null : unseal(key, box.slice(keyLength), context);
};

const sharedKey = async (
  mine: CryptoKey,
  theirs: Bytes,
  ephemeral: Bytes,
  recipient: Bytes,
): Promise<CryptoKey | null> => {
  const shared = await agree(mine, theirs);
  if (shared === null) return null;
  const base = await toBaseKey(shared);
  shared.fill(0);
  return deriveSealKey(base, concatBytes(ephemeral, recipient), keyInfos.box);
};
