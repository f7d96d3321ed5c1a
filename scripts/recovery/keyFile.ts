/**
 * The file of an organisation's private recovery key: JSON, the private half sealed by a passphrase (Argon2id, AES-256-GCM).
 * Form and figures stand in docs/recovery.md.
 */
import * as v from 'valibot';
import { recoveryKeyToText, textToRecoveryKey } from '../../src/protocol/recoveryKey.ts';
import { base64UrlToBytes, bytesToBase64Url } from '../../src/shared/bytes.ts';
import type { SealedRecoveryKey } from '../../src/vault/answerRecovery.ts';

const format = 'sip-recovery-key-1';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const shape = v.object({
  format: v.literal(format),
  publicKey: v.string(),
  memoryKiB: count,
  iterations: count,
  parallelism: count,
  salt: v.string(),
  sealed: v.string(),
});

export const keyToFile = ({ publicKey, salt, sealed, ...cost }: SealedRecoveryKey): string => {
  const file: v.InferOutput<typeof shape> = {
    format,
    publicKey: recoveryKeyToText(publicKey),
    memoryKiB: cost.memoryKiB,
    iterations: cost.iterations,
    parallelism: cost.parallelism,
    salt: bytesToBase64Url(salt),
    sealed: bytesToBase64Url(sealed),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
};

/** Null when it is no such file. */
export const fileToKey = (text: string): SealedRecoveryKey | null => {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), shape), text);
  if (!read.success) return null;
  const { memoryKiB, iterations, parallelism } = read.output;
  const publicKey = textToRecoveryKey(read.output.publicKey);
  const salt = base64UrlToBytes(read.output.salt);
  const sealed = base64UrlToBytes(read.output.sealed);
  if (publicKey === null || salt === null || sealed === null) return null;
  return { publicKey, salt, sealed, memoryKiB, iterations, parallelism };
};
