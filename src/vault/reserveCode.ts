/**
 * The reserve code: 128 random bits and a 12-bit checksum as 28 characters of Crockford's base32, in seven groups of four.
 * It opens the vault when the password is forgotten. Read from paper and typed by hand, so small slips are forgiven
 * (small letters, O for 0, I and L for 1, any spaces and dashes) and the rest is caught before anything is tried:
 * a CRC of 12 bits finds every single wrong character and every swap of two neighbours.
 */
import type { Bytes } from '../shared/bytes.ts';
import type { RandomDep } from '../shared/deps.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { openSecret, type Secret, secretOf } from './secret.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeBytes = 16;
const codeLength = 28;
const groupLength = 4;

export type ReserveCodeError =
  | { readonly kind: 'wrongLength'; readonly characters: number; readonly expected: number }
  /** `at`: place among the characters that count, from 0. */
  | { readonly kind: 'wrongCharacter'; readonly at: number }
  /** One or more characters are not the ones on the paper. */
  | { readonly kind: 'checksum' };

/** For this folder. */
export const createReserveCode = (deps: RandomDep): { code: Secret; bytes: Bytes } => {
  const bytes = deps.random.bytes(codeBytes);
  return { code: secretOf(toText(bytes)), bytes };
};

/** To show and print: seven groups of four. The only way to read a reserve code. */
export const reserveCodeGroups = (code: Secret): readonly string[] => {
  const text = openSecret(code);
  return Array.from({ length: Math.ceil(text.length / groupLength) }, (_, index) =>
    text.slice(index * groupLength, (index + 1) * groupLength),
  );
};

/** What a person typed, as 16 bytes; or what is wrong with it, without anything being tried. For this folder. */
export const parseReserveCode = (typed: Secret): Result<Bytes, ReserveCodeError> => {
  const text = openSecret(typed)
    .toUpperCase()
    .replaceAll(/[\s\-–—.·_]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const values = Array.from(text, (character) => alphabet.indexOf(character));
  const at = values.indexOf(-1);
  if (at >= 0) return err({ kind: 'wrongCharacter', at });
  if (values.length !== codeLength) {
    return err({ kind: 'wrongLength', characters: values.length, expected: codeLength });
  }
  const bits = values.reduce((sum, value) => (sum << 5n) | BigInt(value), 0n);
  const bytes = new Uint8Array(codeBytes);
  let rest = bits >> 12n;
  for (let index = codeBytes - 1; index >= 0; index -= 1) {
    bytes[index] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return Number(bits & 0xfffn) === crc12(bytes) ? ok(bytes) : err({ kind: 'checksum' });
};

const toText = (bytes: Bytes): string => {
  let bits = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  bits = (bits << 12n) | BigInt(crc12(bytes));
  let text = '';
  for (let index = 0; index < codeLength; index += 1) {
    text = (alphabet[Number(bits & 31n)] ?? '') + text;
    bits >>= 5n;
  }
  return text;
};

/** CRC-12/UMTS without reflection: x¹² + x¹¹ + x³ + x² + x + 1. Starts from ones, so that zeros are not their own check. */
const crc12 = (bytes: Uint8Array): number => {
  let crc = 0xfff;
  for (const byte of bytes) {
    crc ^= byte << 4;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x800 ? (crc << 1) ^ 0x80f : crc << 1;
    crc &= 0xfff;
  }
  return crc;
};
