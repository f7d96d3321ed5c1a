/**
 * An organisation's public recovery key as a text that goes through settings, mail and telephones, and the small file in
 * which a server hands it out (`/organisation.json`, docs/recovery.md). Shared by the server, the program and the tool.
 *
 *   "sip-key-1:" ‖ base32(key (32) ‖ CRC-32 of it (u32))
 */
import { base32ToBytes, bytesToBase32 } from '../shared/base32.ts';
import type { Bytes } from '../shared/bytes.ts';
import { concatBytes } from '../shared/bytes.ts';
import { crc32 } from '../shared/crc32.ts';

const prefix = 'sip-key-1:';
const keyLength = 32;
const longestName = 100;
/** Signs that are not seen, turn the words beside them round, or begin a line of their own. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

export const recoveryKeyToText = (publicKey: Bytes): string =>
  prefix + bytesToBase32(withCheck(publicKey));

/** Null when it is no such text, or a character is not the one that was written. */
export const textToRecoveryKey = (text: string): Bytes | null => {
  const trimmed = text.trim();
  if (trimmed.slice(0, prefix.length).toLowerCase() !== prefix) return null;
  const bytes = base32ToBytes(trimmed.slice(prefix.length));
  return bytes === null ? null : checked(bytes, keyLength);
};

export interface Organisation {
  readonly name: string;
  readonly publicKey: Bytes;
}

/** What the server hands out. */
export interface OrganisationFile {
  readonly organisation: string;
  readonly recoveryKey: string;
}

export const organisationToFile = ({ name, publicKey }: Organisation): OrganisationFile => ({
  organisation: name,
  recoveryKey: recoveryKeyToText(publicKey),
});

/** Null: no key is set there, or what stands there is none. */
export const readOrganisation = (value: unknown): Organisation | null => {
  if (typeof value !== 'object' || value === null) return null;
  const { organisation, recoveryKey } = value as Record<string, unknown>;
  if (typeof organisation !== 'string' || typeof recoveryKey !== 'string') return null;
  const name = organisation.trim();
  const publicKey = textToRecoveryKey(recoveryKey);
  if (publicKey === null || name === '') return null;
  if (name.length > longestName || unseen.test(name)) return null;
  return { name, publicKey };
};

/** The bytes and their CRC-32 behind. */
export const withCheck = (bytes: Bytes): Bytes => {
  const check = new Uint8Array(4);
  new DataView(check.buffer).setUint32(0, crc32(bytes));
  return concatBytes(bytes, check);
};

/** The bytes without their check; null when it does not hold, or they are not so many. */
export const checked = (bytes: Bytes, length: number): Bytes | null => {
  if (bytes.length !== length + 4) return null;
  const check = new DataView(bytes.buffer, bytes.byteOffset).getUint32(length);
  const body = bytes.slice(0, length);
  return crc32(body) === check ? body : null;
};
