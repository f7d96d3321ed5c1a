/** Whether what came was signed by who holds the channel's write key. The work is done off the main thread. */
import { createPublicKey, hash, type KeyObject, subtle, verify } from 'node:crypto';
import { type SignedMethod, signedBytes } from '../../src/protocol/wire/signedBytes.ts';
import { type Bytes, bytesToBase64Url } from '../../src/shared/bytes.ts';

export interface Signed {
  readonly method: SignedMethod;
  readonly channelId: Bytes;
  readonly publicKey: Bytes;
  /** All that is said, without the signature. */
  readonly body: Bytes;
  readonly signature: Bytes;
  readonly serverName: string;
}

export interface Signatures {
  readonly isRight: (signed: Signed) => Promise<boolean>;
}

/** From here on hashing is done off the main thread too. */
const longBody = 32_768;
const maxKeys = 20_000;

export const isOwnMemory = (bytes: Uint8Array): bytes is Bytes =>
  bytes.buffer instanceof ArrayBuffer;

/** The bytes as they are, where they are of no shared memory; else a copy. */
export const asBytes = (bytes: Uint8Array): Bytes =>
  isOwnMemory(bytes) ? bytes : new Uint8Array(bytes);

export const sha256 = (bytes: Uint8Array): Bytes => asBytes(hash('sha256', bytes, 'buffer'));

const hashOf = async (body: Bytes): Promise<Bytes> =>
  body.length < longBody ? sha256(body) : new Uint8Array(await subtle.digest('SHA-256', body));

/** Null when it is no point of the curve. */
const importKey = (publicKey: Bytes): KeyObject | null => {
  try {
    const key = { kty: 'OKP', crv: 'Ed25519', x: bytesToBase64Url(publicKey) };
    return createPublicKey({ key, format: 'jwk' });
  } catch {
    return null;
  }
};

export const createSignatures = (): Signatures => {
  // A Map keeps the order of insertion: the first is the one not used for the longest.
  const keys = new Map<string, KeyObject>();

  const keyOf = (publicKey: Bytes): KeyObject | null => {
    const name = Buffer.from(publicKey.buffer, publicKey.byteOffset, 32).toString('latin1');
    const known = keys.get(name) ?? importKey(publicKey);
    if (known === null) return null;
    keys.delete(name);
    keys.set(name, known);
    const [oldest] = keys.size > maxKeys ? keys.keys() : [];
    if (oldest !== undefined) keys.delete(oldest);
    return known;
  };

  return {
    isRight: async ({ method, channelId, publicKey, body, signature, serverName }) => {
      const key = keyOf(publicKey);
      if (key === null) return false;
      const message = signedBytes(method, channelId, await hashOf(body), serverName);
      return new Promise((resolve) => {
        verify(null, message, key, signature, (error, isRight) =>
          resolve(error === null && isRight),
        );
      });
    },
  };
};
