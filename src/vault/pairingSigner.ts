/**
 * A key for one pairing: who gives offers its public half first, so that the check word covers it, and signs with it what is
 * handed over. The code alone is no proof: everybody who has seen it can write where the two meet.
 */
import { type Bytes, concatBytes, textToBytes } from '../shared/bytes.ts';
import type { RandomDep } from '../shared/deps.ts';
import { ok, type Result } from '../shared/result.ts';
import { toCurveKeys } from './curveKeys.ts';
import type { MissingCrypto } from './errors.ts';

export interface PairingSigner {
  /** 32 bytes. */
  readonly publicKey: Bytes;
  readonly sign: (said: string) => Promise<Bytes>;
}

const seedLength = 32;
const purpose = concatBytes(textToBytes('sip/1/pairing'), new Uint8Array(1));

export const createPairingSigner = async ({
  random,
}: RandomDep): Promise<Result<PairingSigner, MissingCrypto>> => {
  const pair = await toCurveKeys('Ed25519', random.bytes(seedLength));
  if (!pair.ok) return pair;
  const { privateKey, publicKey } = pair.value;
  return ok({
    publicKey,
    sign: async (said) =>
      new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, signedBytes(said))),
  });
};

/** Never throws. */
export const isSaidBy = async (
  publicKey: Bytes,
  said: string,
  signature: Bytes,
): Promise<boolean> => {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, signature, signedBytes(said));
  } catch {
    return false;
  }
};

const signedBytes = (said: string): Bytes => concatBytes(purpose, textToBytes(said));
