/** A JSON value of a case that stays on the device: its card. */
import type { Bytes } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type CaseKeys, caseSecrets } from './caseKeys.ts';
import type { SealError, VaultLocked } from './errors.ts';
import { packJson, unpackJson } from './paddedJson.ts';
import { seal, sealContext, unseal } from './primitives.ts';

type Purpose = 'card';

/** `damaged`: throw it away and build it anew from the journal. */
export type OpenLocalError = VaultLocked | { readonly kind: 'damaged' };

export const sealCard = (keys: CaseKeys, card: unknown): Promise<Result<Bytes, SealError>> =>
  sealLocal(keys, 'card', card);

export const openCard = (keys: CaseKeys, bytes: Bytes): Promise<Result<unknown, OpenLocalError>> =>
  openLocal(keys, 'card', bytes);

/** For a list: opens with the case's local key alone. */
export const openCardWith = async (
  key: CryptoKey,
  caseId: string,
  bytes: Bytes,
): Promise<Result<unknown, { readonly kind: 'damaged' }>> => {
  const plain = await unseal(key, bytes, localContext('card', caseId));
  return plain === null ? err({ kind: 'damaged' }) : unpackJson(plain);
};

const localContext = (purpose: Purpose, caseId: string): Bytes =>
  sealContext('sip/1/local', purpose, caseId);

const sealLocal = async (
  keys: CaseKeys,
  purpose: Purpose,
  value: unknown,
): Promise<Result<Bytes, SealError>> => {
  const secrets = caseSecrets(keys);
  if (secrets === null) return err({ kind: 'locked' });
  const packed = packJson(value);
  if (!packed.ok) return packed;
  const context = localContext(purpose, keys.caseId);
  return ok(await seal(secrets.deps, secrets.local, packed.value, context));
};

const openLocal = async (
  keys: CaseKeys,
  purpose: Purpose,
  bytes: Bytes,
): Promise<Result<unknown, OpenLocalError>> => {
  const secrets = caseSecrets(keys);
  if (secrets === null) return err({ kind: 'locked' });
  const plain = await unseal(secrets.local, bytes, localContext(purpose, keys.caseId));
  return plain === null ? err({ kind: 'damaged' }) : unpackJson(plain);
};
