/** What must be known when a person comes back from the provider: sealed, in their own browser, for ten minutes. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { object, safeParse, string } from 'valibot';
import { keyFor } from './session.ts';

const shape = object({
  state: string(),
  nonce: string(),
  verifier: string(),
  /** Where in the app they came from. */
  back: string(),
  until: string(),
});

export interface SignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly back: string;
}

export const signInMs = 600_000;

const nonceBytes = 12;
const tagBytes = 16;
const algorithm = 'aes-256-gcm';

export const sealSignIn = (secret: Uint8Array, signIn: SignIn, now: number): string => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, keyFor(secret, 'sign-in'), nonce);
  const text = JSON.stringify({ ...signIn, until: String(now + signInMs) });
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
};

/** Null where it was not sealed with this secret, or too long ago. */
export const openSignIn = (secret: Uint8Array, text: string, now: number): SignIn | null => {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length <= nonceBytes + tagBytes) return null;
  try {
    const key = keyFor(secret, 'sign-in');
    const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes));
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    const opened = decipher.update(bytes.subarray(nonceBytes, -tagBytes));
    const json: unknown = JSON.parse(Buffer.concat([opened, decipher.final()]).toString('utf8'));
    const read = safeParse(shape, json);
    if (!read.success || Number(read.output.until) <= now) return null;
    const { until: _until, ...signIn } = read.output;
    return signIn;
  } catch {
    return null;
  }
};
