/**
 * The question that a device asks an organisation's recovery key, and the answer, as texts that go by mail or on a stick
 * (docs/recovery.md). Neither opens anything by itself: both are sealed, and the answer to one device only.
 *
 *   "SIP-FRAGA-1" ‖ base32(vault id (16) ‖ organisation's key (32) ‖ device's key (32) ‖ box (92) ‖ CRC-32) ‖ "SLUT"
 *   "SIP-SVAR-1"  ‖ base32(vault id (16) ‖ device's key (32) ‖ box (92) ‖ CRC-32) ‖ "SLUT"
 */
import { checked, withCheck } from '../protocol/recoveryKey.ts';
import { base32ToBytes, bytesToBase32, inGroups } from '../shared/base32.ts';
import { type Bytes, bytesToBase64Url, concatBytes } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { idBytes } from './caseKeys.ts';
import { sealContext, sha256 } from './primitives.ts';

const idLength = 16;
const keyLength = 32;
/** A 32-byte key sealed to a public key: ephemeral key, nonce, key, tag. */
export const boxLength = 32 + 12 + 32 + 16;

const question = 'SIP-FRAGA-1';
const answer = 'SIP-SVAR-1';
const end = 'SLUT';
const line = 60;

export interface RecoveryQuestion {
  readonly vaultId: string;
  /** Whose key is asked. */
  readonly organisationKey: Bytes;
  /** To whom the answer is sealed. */
  readonly deviceKey: Bytes;
  /** The vault key, sealed to the organisation's key. */
  readonly box: Bytes;
}

export interface RecoveryAnswer {
  readonly vaultId: string;
  readonly deviceKey: Bytes;
  /** The vault key, sealed to the device's key. */
  readonly box: Bytes;
}

/** `other`: no such text in it. `damaged`: there is one, and a part of it is missing or changed. */
export type RecoveryTextError = { readonly kind: 'other' } | { readonly kind: 'damaged' };

export const questionToText = (asked: RecoveryQuestion): string =>
  toText(question, [idBytes(asked.vaultId), asked.organisationKey, asked.deviceKey, asked.box]);

export const textToQuestion = (text: string): Result<RecoveryQuestion, RecoveryTextError> => {
  const parts = toParts(question, text, [idLength, keyLength, keyLength, boxLength]);
  if (!parts.ok) return parts;
  const [id, organisationKey, deviceKey, box] = parts.value as [Bytes, Bytes, Bytes, Bytes];
  return ok({ vaultId: bytesToBase64Url(id), organisationKey, deviceKey, box });
};

export const answerToText = ({ vaultId, deviceKey, box }: RecoveryAnswer): string =>
  toText(answer, [idBytes(vaultId), deviceKey, box]);

export const textToAnswer = (text: string): Result<RecoveryAnswer, RecoveryTextError> => {
  const parts = toParts(answer, text, [idLength, keyLength, boxLength]);
  if (!parts.ok) return parts;
  const [id, deviceKey, box] = parts.value as [Bytes, Bytes, Bytes];
  return ok({ vaultId: bytesToBase64Url(id), deviceKey, box });
};

/** What the answer's box is bound to. */
export const answerContext = (vaultId: string, deviceKey: Bytes): Bytes =>
  sealContext('sip/1/recovery-answer', vaultId, bytesToBase64Url(deviceKey));

/**
 * Sixteen digits that both ends read aloud: the question that arrived is the one that was asked. With eight, who reads
 * the mail could try keys of their own for an hour until one gave the same.
 */
export const questionCheck = async (asked: RecoveryQuestion): Promise<string> => {
  const whole = concatBytes(
    idBytes(asked.vaultId),
    asked.organisationKey,
    asked.deviceKey,
    asked.box,
  );
  const hash = new DataView((await sha256(whole)).buffer);
  const digits = (at: number): string => String(hash.getUint32(at) % 10_000).padStart(4, '0');
  return [0, 4, 8, 12].map(digits).join(' ');
};

/** 80 bits of a public key, in four groups of four: to compare by eye and by telephone. */
export const keyFingerprint = async (publicKey: Bytes): Promise<string> =>
  inGroups(bytesToBase32((await sha256(publicKey)).slice(0, 10)), 4);

const toText = (name: string, parts: readonly Bytes[]): string => {
  const body = bytesToBase32(withCheck(concatBytes(...parts)));
  const lines = body.match(new RegExp(`.{1,${line}}`, 'g')) ?? [];
  return [name, ...lines, end, ''].join('\n');
};

const toParts = (
  name: string,
  text: string,
  lengths: readonly number[],
): Result<readonly Bytes[], RecoveryTextError> => {
  const start = text.toUpperCase().indexOf(name);
  if (start < 0) return err({ kind: 'other' });
  const rest = text.slice(start + name.length);
  const stop = rest.toUpperCase().indexOf(end);
  if (stop < 0) return err({ kind: 'damaged' });
  const bytes = base32ToBytes(rest.slice(0, stop));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const body = bytes === null ? null : checked(bytes, total);
  if (body === null) return err({ kind: 'damaged' });
  let at = 0;
  return ok(
    lengths.map((length) => {
      at += length;
      return body.slice(at - length, at);
    }),
  );
};
