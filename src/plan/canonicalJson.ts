import { sha256 } from '@noble/hashes/sha2.js';
import canonicalize from 'canonicalize';
import { bytesToHex, textToBytes } from '../shared/bytes.ts';

/** JSON in one form only (RFC 8785), so that the same content always has the same hash. */
export const toCanonicalJson = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('not a JSON value');
  return text;
};

/** SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits. */
export const hashText = (text: string): string => bytesToHex(sha256(textToBytes(text)));
