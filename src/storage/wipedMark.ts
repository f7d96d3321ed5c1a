/**
 * That the last vault here was taken away on purpose, written with its removal. Killed before the
 * marker outside the database is gone too, that says that a vault has been here, and an empty database would be told as
 * a lost one. A database that the browser itself emptied has no such mark.
 */
import type { SealedRow } from '../vault/vaultStore.ts';
import type { SipDatabase } from './schema.ts';

export const wipedMark: SealedRow = { vaultId: '', name: 'wiped', bytes: new Uint8Array() };

const place: [string, string] = [wipedMark.vaultId, wipedMark.name];

type Sealed = Pick<SipDatabase, 'sealed'>;

export const isWiped = async ({ sealed }: Sealed): Promise<boolean> =>
  (await sealed.get(place)) !== undefined;

export const markWiped = async ({ sealed }: Sealed): Promise<void> => {
  await sealed.put(wipedMark);
};

/** There is a vault again. */
export const unmarkWiped = ({ sealed }: Sealed): PromiseLike<void> => sealed.delete(place);
