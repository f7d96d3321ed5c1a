/** The few things asked of WebCrypto: hash, HKDF-SHA-256, AES-256-GCM. Nonces are random, 12 bytes, in front. */
import { type Bytes, concatBytes, textToBytes } from '../shared/bytes.ts';
import type { RandomDep } from '../shared/deps.ts';

const nonceLength = 12;
const tagLength = 16;

export const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** Key material that can be derived from and nothing else. */
export const toBaseKey = (bytes: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey', 'deriveBits']);

const hkdf = (salt: Bytes, info: string): HkdfParams => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt,
  info: textToBytes(info),
});

/** A non-extractable AES-256-GCM key. */
export const deriveSealKey = (base: CryptoKey, salt: Bytes, info: string): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(hkdf(salt, info), base, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);

/** 32 bytes. */
export const deriveBytes = async (base: CryptoKey, salt: Bytes, info: string): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.deriveBits(hkdf(salt, info), base, 256));

export const encrypt = async (
  key: CryptoKey,
  nonce: Bytes,
  plain: Bytes,
  associated: Bytes,
): Promise<Bytes> =>
  new Uint8Array(
    await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv: nonce, additionalData: associated },
      key,
      plain,
    ),
  );

/** Null when the key is wrong or a bit has changed. */
export const decrypt = async (
  key: CryptoKey,
  nonce: Bytes,
  sealed: Bytes,
  associated: Bytes,
): Promise<Bytes | null> => {
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: nonce, additionalData: associated },
        key,
        sealed,
      ),
    );
  } catch {
    return null;
  }
};

/** nonce ‖ ciphertext ‖ tag. `context` says what this is: it must be the same when opening. */
export const seal = async (
  deps: RandomDep,
  key: CryptoKey,
  plain: Bytes,
  context: Bytes,
): Promise<Bytes> => {
  const nonce = deps.random.bytes(nonceLength);
  return concatBytes(nonce, await encrypt(key, nonce, plain, context));
};

/** Null when it does not open. */
export const unseal = async (
  key: CryptoKey,
  bytes: Bytes,
  context: Bytes,
): Promise<Bytes | null> =>
  bytes.length < nonceLength + tagLength
    ? null
    : decrypt(key, bytes.slice(0, nonceLength), bytes.slice(nonceLength), context);

/** What a seal is bound to, unambiguous because it is JSON. */
export const sealContext = (...parts: readonly (string | number)[]): Bytes =>
  textToBytes(JSON.stringify(parts));
