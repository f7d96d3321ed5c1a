import { sha256 } from '@noble/hashes/sha2.js';
import canonicalize from 'canonicalize';
import { bytesToHex, textToBytes } from '../shared/bytes.ts';

/**
 * JSON in one form only (RFC 8785), so that the same content always has the same hash. Half a letter (a lone surrogate, as
 * when two people cut one sign in two) has no such form: U+FFFD stands there instead, as it does in UTF-8.
 */
export const toCanonicalJson = (value: unknown): string => {
  const text = canonicalize(wellFormed(value));
  if (text === undefined) throw new Error('not a JSON value');
  return text;
};

const wellFormed = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replace(/\p{Surrogate}/gu, '\ufffd');
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [wellFormed(name), wellFormed(each)]),
  );
};

/** SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits. */
export const hashText = (text: string): string => bytesToHex(sha256(textToBytes(text)));
