/**
 * Keys of a one-time channel, from the one-time secret that a person carries from one device to the other: 32 bytes in a QR
 * code, or 125 bits that can be typed. Used once, for a few minutes.
 */
import { type Bytes, bytesToBase64Url } from '../shared/bytes.ts';
import type { RandomDep } from '../shared/deps.ts';
import type { Result } from '../shared/result.ts';
import { type CaseKeys, openCaseKeys } from './caseKeys.ts';
import type { MissingCrypto } from './errors.ts';
import { keyInfos } from './keyInfos.ts';
import { deviceLength } from './lengths.ts';
import { deriveBytes, sha256, toBaseKey } from './primitives.ts';

const idLength = 16;

/** Wipes the secret. */
export const openPairingKeys = async (
  deps: RandomDep,
  secret: Bytes,
): Promise<Result<CaseKeys, MissingCrypto>> => {
  const base = await toBaseKey(secret);
  secret.fill(0);
  const [id, root] = await Promise.all([
    deriveBytes(base, new Uint8Array(), keyInfos.pairingId),
    deriveBytes(base, new Uint8Array(), keyInfos.pairing),
  ]);
  return openCaseKeys(deps, {
    caseId: bytesToBase64Url(id.slice(0, idLength)),
    epoch: 1,
    root,
    device: bytesToBase64Url(deps.random.bytes(deviceLength)),
  });
};

/**
 * What two devices that speak with the same keys, and nobody between them, both come to: for the check words that people
 * compare. An integer below 2³².
 */
export const pairingCheck = async (
  { channelId }: CaseKeys,
  publicKeys: readonly [Bytes, Bytes],
): Promise<number> => {
  const said = ['sip/1/pairing-check', channelId, ...publicKeys.map(bytesToBase64Url)];
  const hash = await sha256(new TextEncoder().encode(JSON.stringify(said)));
  return new DataView(hash.buffer).getUint32(0);
};
