/**
 * Having signed in, as a short-lived signed token: `opener ‖ until ‖ HMAC`. It says nothing about the person: the opener is
 * a keyed hash of what the provider calls them. Nothing is kept on the server.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { openerBytes } from '../store/store.ts';

const instantBytes = 8;
const signatureBytes = 32;
const tokenBytes = openerBytes + instantBytes + signatureBytes;

/** One key a purpose, of the one secret. */
export const keyFor = (secret: Uint8Array, purpose: 'opener' | 'session' | 'sign-in'): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), `sip/access/${purpose}`, 32));

export const personToOpener = (secret: Uint8Array, issuer: string, name: string): Uint8Array => {
  const hmac = createHmac('sha256', keyFor(secret, 'opener'));
  hmac.update(`${issuer}\0${name}`);
  return new Uint8Array(hmac.digest().subarray(0, openerBytes));
};

const signatureOf = (secret: Uint8Array, signed: Uint8Array): Buffer =>
  createHmac('sha256', keyFor(secret, 'session')).update(signed).digest();

/** @param until ms since 1970 */
export const createSession = (secret: Uint8Array, opener: Uint8Array, until: number): string => {
  const signed = Buffer.alloc(openerBytes + instantBytes);
  signed.set(opener);
  signed.writeBigUInt64BE(BigInt(Math.floor(until)), openerBytes);
  return Buffer.concat([signed, signatureOf(secret, signed)]).toString('base64url');
};

export interface Session {
  readonly opener: Uint8Array;
  readonly until: number;
}

/** Null where it was not made with this secret, or its time is over. */
export const readSession = (secret: Uint8Array, text: string, now: number): Session | null => {
  const bytes = Buffer.from(text, 'base64url');
  // The same bytes have one spelling only.
  if (bytes.length !== tokenBytes || bytes.toString('base64url') !== text) return null;
  const signed = bytes.subarray(0, openerBytes + instantBytes);
  if (!timingSafeEqual(signatureOf(secret, signed), bytes.subarray(signed.length))) return null;
  const until = Number(signed.readBigUInt64BE(openerBytes));
  return now < until ? { opener: new Uint8Array(signed.subarray(0, openerBytes)), until } : null;
};
