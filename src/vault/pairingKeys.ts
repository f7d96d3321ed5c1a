/** The keys of the channel in which two devices find each other: made of a one-time code, on both sides alike. */
import { bytesToBase64Url, textToBytes } from '../shared/bytes.ts';
import type { RandomDep } from '../shared/deps.ts';
import type { Result } from '../shared/result.ts';
import { type CaseKeys, openCaseKeys } from './caseKeys.ts';
import type { MissingCrypto } from './errors.ts';
import { keyInfos } from './keyInfos.ts';
import { deviceLength } from './lengths.ts';
import { deriveBytes, toBaseKey } from './primitives.ts';
import { openSecret, type Secret } from './secret.ts';

const idLength = 16;

/** `code`: as `createQrCode`, `createTypedCode` or `readPairingCode` gave it. */
export const openPairingKeys = async (
  deps: RandomDep,
  code: Secret,
): Promise<Result<CaseKeys, MissingCrypto>> => {
  const base = await toBaseKey(textToBytes(openSecret(code)));
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
