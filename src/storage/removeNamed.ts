import type { SipDatabase } from './schema.ts';

/** The values of a vault whose name begins so. */
export const removeNamed = async (
  db: Pick<SipDatabase, 'sealed'>,
  vaultId: string,
  prefix: string,
): Promise<void> => {
  await db.sealed
    .where({ vaultId })
    .filter(({ name }) => name.startsWith(prefix))
    .delete();
};
