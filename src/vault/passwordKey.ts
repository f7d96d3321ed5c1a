/** From what a person typed to a key: stretched by Argon2id, then derived once more for the one use it has. */
import { type Bytes, textToBytes } from '../shared/bytes.ts';
import { ok, type Result } from '../shared/result.ts';
import type { Argon2Dep, PasswordCost } from './argon2.ts';
import type { MissingCrypto } from './errors.ts';
import type { keyInfos } from './keyInfos.ts';
import { deriveSealKey, toBaseKey } from './primitives.ts';
import { openSecret, type Secret } from './secret.ts';

export interface PasswordKeyUse {
  /** For the second step: of a vault, a file or a public key, so that one password gives each its own key. */
  readonly salt: Bytes;
  readonly info: (typeof keyInfos)['password' | 'backup' | 'recoveryFile'];
}

/** `stretch`: salt and cost as they stand beside what the key seals. */
export const derivePasswordKey = async (
  deps: Argon2Dep,
  password: Secret,
  { salt, memoryKiB, iterations, parallelism }: PasswordCost & { readonly salt: Bytes },
  use: PasswordKeyUse,
): Promise<Result<CryptoKey, MissingCrypto>> => {
  const typed = passwordBytes(password);
  const cost = { memoryKiB, iterations, parallelism };
  const stretched = await deps.argon2({ password: typed, salt, ...cost });
  typed.fill(0);
  if (!stretched.ok) return stretched;
  const base = await toBaseKey(stretched.value);
  stretched.value.fill(0);
  return ok(await deriveSealKey(base, use.salt, use.info));
};

/**
 * One spelling for what a person types: composed letters, single spaces, none at the ends (a tablet's keyboard adds one
 * after each word). Capitals count.
 */
export const passwordBytes = (password: Secret): Bytes =>
  textToBytes(openSecret(password).normalize('NFKC').trim().replaceAll(/\s+/gu, ' '));
