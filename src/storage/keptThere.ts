/**
 * Whether somebody may have kept a plan here (`keptStore.ts`). It opens nothing: where nobody ever has, as on a tablet of those
 * who lead meetings, nothing is made by asking.
 */
export const keptDatabaseName = 'sip-kept';

export const isKeptThere = async (
  here: Pick<IDBFactory, 'databases'> | undefined = globalThis.indexedDB,
): Promise<boolean> => {
  try {
    return (await here?.databases())?.some(({ name }) => name === keptDatabaseName) ?? false;
  } catch {
    return false;
  }
};
