/** What is derived from a vault key. The key itself exists only while it is wrapped or unwrapped. */
import type { Bytes } from '../shared/bytes.ts';
import { ok, type Result } from '../shared/result.ts';
import { idBytes } from './caseKeys.ts';
import { type CurveKeys, toCurveKeys } from './curveKeys.ts';
import type { MissingCrypto } from './errors.ts';
import { keyInfos } from './keyInfos.ts';
import { deriveBytes, deriveSealKey, toBaseKey } from './primitives.ts';

export const vaultKeyLength = 32;

export interface VaultKeys {
  /** Wraps roots and device ids. */
  readonly access: CryptoKey;
  /** Seals the vault's own values. */
  readonly values: CryptoKey;
  /** X25519: to be given cases with. */
  readonly box: CurveKeys;
}

/** Wipes the vault key. */
export const openVaultKeys = async (
  vaultId: string,
  vaultKey: Bytes,
): Promise<Result<VaultKeys, MissingCrypto>> => {
  const base = await toBaseKey(vaultKey);
  vaultKey.fill(0);
  const salt = idBytes(vaultId);
  const [access, values, seed] = await Promise.all([
    deriveSealKey(base, salt, keyInfos.vaultAccess),
    deriveSealKey(base, salt, keyInfos.vaultValues),
    deriveBytes(base, salt, keyInfos.vaultBox),
  ]);
  const box = await toCurveKeys('X25519', seed);
  return box.ok ? ok({ access, values, box: box.value }) : box;
};
