/** The code of an invitation: 128 random bits, typed or pasted once on a device. */
import { base32ToBytes, bytesToBase32, inGroups } from '../../src/shared/base32.ts';
import { bytesToHex } from '../../src/shared/bytes.ts';
import { openerKey } from '../store/store.ts';

const codeBytes = 16;
/** A credential that is longer is none. */
const maxTyped = 100;

/** In groups of four, as it is shown once and never again. */
export const createInviteCode = (random: (length: number) => Uint8Array): string =>
  inGroups(bytesToBase32(random(codeBytes)), 4);

/** What is kept of a code. Null where it cannot be one. */
export const inviteKey = (typed: string): Uint8Array | null => {
  const code = typed.length > maxTyped ? null : base32ToBytes(typed);
  return code === null || code.length !== codeBytes
    ? null
    : openerKey(`invite/${bytesToHex(code)}`);
};

/** As a client sends it: the code, as it was typed. */
export const credentialToKey = (credential: Uint8Array): Uint8Array | null =>
  credential.length > maxTyped ? null : inviteKey(Buffer.from(credential).toString('latin1'));
