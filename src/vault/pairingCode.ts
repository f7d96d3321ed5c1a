/**
 * The one-time code by which another device or a colleague is let in (design.md 7). It comes in two forms, each a key of
 * its own: for the camera 256 bits; to be typed 125 bits as 25 characters of Crockford's base32 and one check character.
 * The check character is a sum over GF(32), so that every single wrong character and every swap of two is found before
 * anything is tried. Small slips are forgiven: small letters, O for 0, I and L for 1, spaces and dashes.
 */
import type { Bytes } from '../shared/bytes.ts';
import type { RandomDep } from '../shared/deps.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { openSecret, type Secret, secretOf } from './secret.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const typedLength = 26;
const qrMark = 'SIP1:';
const qrLength = 52;
const groupLength = 4;

export type PairingCodeError =
  /** A code, but none of this program's. */
  | { readonly kind: 'otherCode' }
  | { readonly kind: 'wrongLength'; readonly characters: number; readonly expected: number }
  /** `at`: place among the characters that count, from 0. */
  | { readonly kind: 'wrongCharacter'; readonly at: number }
  /** One or more characters are not the ones on the other screen. */
  | { readonly kind: 'checksum' };

/** To be typed. Shown for ten minutes and used once. */
export const createTypedCode = (deps: RandomDep): Secret => {
  const values = valuesOf(deps.random.bytes(typedLength - 1));
  return secretOf(toText([...values, checkOf(values)]));
};

/** To be read by a camera. */
export const createQrCode = (deps: RandomDep): Secret =>
  secretOf(qrMark + toText(valuesOf(deps.random.bytes(qrLength))));

/** What the square code says. */
export const pairingQrText = (code: Secret): string => openSecret(code);

/** To show: groups of four, the last of two. */
export const pairingGroups = (code: Secret): readonly string[] => {
  const text = openSecret(code);
  return Array.from({ length: Math.ceil(text.length / groupLength) }, (_, index) =>
    text.slice(index * groupLength, (index + 1) * groupLength),
  );
};

/** What a camera read or a person typed, in the one spelling that keys are made of. */
export const readPairingCode = (given: string): Result<Secret, PairingCodeError> => {
  const trimmed = given.trim();
  return trimmed.startsWith(qrMark) ? readQr(trimmed) : readTyped(trimmed);
};

const readQr = (text: string): Result<Secret, PairingCodeError> => {
  const values = Array.from(text.slice(qrMark.length), (character) => alphabet.indexOf(character));
  return values.length === qrLength && !values.includes(-1)
    ? ok(secretOf(text))
    : err({ kind: 'otherCode' });
};

const readTyped = (typed: string): Result<Secret, PairingCodeError> => {
  const text = typed
    .toUpperCase()
    .replaceAll(/[\s\-–—.·_]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const values = Array.from(text, (character) => alphabet.indexOf(character));
  const at = values.indexOf(-1);
  if (at >= 0)
    return err(isOtherCode(typed) ? { kind: 'otherCode' } : { kind: 'wrongCharacter', at });
  if (values.length !== typedLength) {
    return err({ kind: 'wrongLength', characters: values.length, expected: typedLength });
  }
  const check = checkOf(values.slice(0, -1));
  return check === values.at(-1) ? ok(secretOf(text)) : err({ kind: 'checksum' });
};

/** An address or another text that a camera found: nobody typed that. */
const isOtherCode = (text: string): boolean => /[:/]/u.test(text);

/** The low five bits of each byte. */
const valuesOf = (bytes: Bytes): readonly number[] => Array.from(bytes, (byte) => byte & 31);

const toText = (values: readonly number[]): string =>
  values.map((value) => alphabet[value] ?? '').join('');

/** Σ value · α^(place + 1) over GF(32) with x⁵ + x² + 1. The order of α is 31, more than there are places. */
const checkOf = (values: readonly number[]): number => {
  let sum = 0;
  for (const value of values) sum = timesAlpha(sum ^ value);
  return sum;
};

const timesAlpha = (value: number): number => {
  const doubled = value << 1;
  return doubled & 32 ? (doubled ^ 0b100101) & 31 : doubled;
};
