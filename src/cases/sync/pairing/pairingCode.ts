/**
 * The one-time secret as people carry it: 32 bytes as base64url in a QR code (43 characters), or 125 bits and a check
 * character as base32 to be typed (26 characters).
 */
import { base32ToBytes, bytesToBase32 } from '../../../shared/base32.ts';
import { type Bytes, base64UrlToBytes, bytesToBase64Url } from '../../../shared/bytes.ts';
import { crc32 } from '../../../shared/crc32.ts';
import type { RandomDep } from '../../../shared/deps.ts';

export interface PairingCode {
  /** As it is shown: for a QR code, or to be read and typed. */
  readonly text: string;
  readonly secret: Bytes;
}

const qrBytes = 32;
const typedBytes = 16;
/** Of the typed form's characters, the last is the check. */
const typedLength = 26;

export const createQrCode = ({ random }: RandomDep): PairingCode => {
  const secret = random.bytes(qrBytes);
  return { text: bytesToBase64Url(secret), secret };
};

export const createTypedCode = ({ random }: RandomDep): PairingCode => {
  const secret = random.bytes(typedBytes);
  // 125 of the 128 bits: they fill 25 characters.
  secret[typedBytes - 1] = (secret[typedBytes - 1] ?? 0) & 0b1111_1000;
  const text = bytesToBase32(secret).slice(0, typedLength - 1);
  return { text: text + checkOf(secret), secret };
};

/** Null: a slip, or no such code. Small slips of typing are forgiven (`base32.ts`). */
export const readPairingCode = (typed: string): Bytes | null => {
  const text = typed.trim();
  const scanned = text.length === 43 ? base64UrlToBytes(text) : null;
  if (scanned?.length === qrBytes) return scanned;
  const plain = text.toUpperCase().replaceAll(/[\s\-–—.·]/gu, '');
  if (plain.length !== typedLength) return null;
  const secret = base32ToBytes(`${plain.slice(0, -1)}0`);
  if (secret?.length !== typedBytes) return null;
  return forgiven(plain.slice(-1)) === checkOf(secret) ? secret : null;
};

const forgiven = (character: string): string =>
  character.replace('O', '0').replaceAll(/[IL]/g, '1');

/** Five bits. */
const checkOf = (secret: Bytes): string =>
  bytesToBase32(Uint8Array.of((crc32(secret) & 31) << 3)).charAt(0);
