/** The root of a case, sealed to a colleague on this device: a case that is given (field.md 5). */
import type { Bytes } from '../shared/bytes.ts';
import type { RandomDep } from '../shared/deps.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { openBox, sealToPublicKey } from './box.ts';
import type { CurveKeys } from './curveKeys.ts';
import type { VaultError } from './errors.ts';
import { rootLength } from './lengths.ts';
import { sealContext } from './primitives.ts';
import type { AccessRow, VaultRow } from './vaultStore.ts';

export interface CasePlace {
  readonly caseId: string;
  readonly epoch: number;
}

export const sealGift = async (
  deps: RandomDep,
  from: string,
  { caseId, epoch }: CasePlace,
  colleague: VaultRow,
  root: Bytes,
): Promise<Result<AccessRow, VaultError>> => {
  const given = { vaultId: colleague.vaultId, caseId, epoch, state: 'given' as const, from };
  const box = await sealTo(deps, colleague, root, giftContext(given));
  return box.ok ? ok({ ...given, sealed: box.value }) : box;
};

/** Null when it was not sealed to this vault. */
export const openGift = async (keys: CurveKeys, row: AccessRow): Promise<Bytes | null> => {
  const root = await openBox(keys, row.sealed, giftContext(row));
  return root?.length === rootLength ? root : null;
};

/** Sealed to a vault on this device. A public key that is none is a damaged row. */
export const sealTo = async (
  deps: RandomDep,
  to: Pick<VaultRow, 'publicKey'>,
  plain: Bytes,
  context: Bytes,
): Promise<Result<Bytes, VaultError>> => {
  const box = await sealToPublicKey(deps, to.publicKey, plain, context);
  if (box.ok) return box;
  return box.error.kind === 'badPublicKey' ? err({ kind: 'damaged' }) : err(box.error);
};

const giftContext = (row: Omit<AccessRow, 'sealed' | 'state'>): Bytes =>
  sealContext('sip/1/gift', row.from ?? '', row.vaultId, row.caseId, row.epoch);
