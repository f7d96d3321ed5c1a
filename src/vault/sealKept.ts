/**
 * A plan that somebody keeps on their own phone, sealed without a password (docs/decisions/0070): with a key of its own that
 * the browser holds and no script can read out. It keeps the plan out of the browser's files in clear, and that is all:
 * whoever can open the phone can open the plan.
 */
import type { Bytes } from '../shared/bytes.ts';
import type { RandomDep } from '../shared/deps.ts';
import type { Result } from '../shared/result.ts';
import { ok } from '../shared/result.ts';
import { packJson, unpackJson, type ValueTooLarge } from './paddedJson.ts';
import { seal, sealContext, unseal } from './primitives.ts';

/** A new one for each plan. */
export const createKeptKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

const contextOf = (id: string): Bytes => sealContext('sip/1/kept', id);

export const sealKept = async (
  deps: RandomDep,
  key: CryptoKey,
  id: string,
  value: unknown,
): Promise<Result<Bytes, ValueTooLarge>> => {
  const packed = packJson(value);
  return packed.ok ? ok(await seal(deps, key, packed.value, contextOf(id))) : packed;
};

/** `undefined` when it does not open, or is damaged. */
export const openKept = async (key: CryptoKey, id: string, bytes: Bytes): Promise<unknown> => {
  const plain = await unseal(key, bytes, contextOf(id));
  const value = plain === null ? null : unpackJson(plain);
  return value?.ok === true ? value.value : undefined;
};
