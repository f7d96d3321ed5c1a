/** Whether what came was signed by who holds the channel's write key. The sum is done on threads of its own. */
import { hash, subtle } from 'node:crypto';
import { type SignedMethod, signedBytes } from '../../src/protocol/wire/signedBytes.ts';
import type { Bytes } from '../../src/shared/bytes.ts';
import { createVerifyPool, type VerifyPool } from './verifyPool.ts';

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
  readonly close: () => Promise<void>;
}

/** From here on hashing is done off the main thread too. */
const longBody = 32_768;

const isOwnMemory = (bytes: Uint8Array): bytes is Bytes => bytes.buffer instanceof ArrayBuffer;

/** The bytes as they are, where they are of no shared memory; else a copy. */
export const asBytes = (bytes: Uint8Array): Bytes =>
  isOwnMemory(bytes) ? bytes : new Uint8Array(bytes);

export const sha256 = (bytes: Uint8Array): Bytes => asBytes(hash('sha256', bytes, 'buffer'));

export const createSignatures = (pool: VerifyPool = createVerifyPool()): Signatures => ({
  isRight: ({ method, channelId, publicKey, body, signature, serverName }) => {
    const verify = (bodyHash: Bytes): Promise<boolean> => {
      const message = signedBytes(method, channelId, bodyHash, serverName);
      return pool.verify({ publicKey, message, signature });
    };
    return body.length < longBody
      ? verify(sha256(body))
      : subtle.digest('SHA-256', body).then((bodyHash) => verify(new Uint8Array(bodyHash)));
  },
  close: () => pool.close(),
});
