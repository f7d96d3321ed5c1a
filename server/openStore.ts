/** The store that the settings name: PostgreSQL where DATABASE_URL is set, else the embedded one beside the server. */
import type { Store } from './store/store.ts';

export interface StoreSettings {
  /** Of the embedded store. */
  readonly dataDir: string;
  /** Of a PostgreSQL; null: the embedded store. */
  readonly databaseUrl: string | null;
}

/**
 * Throws with words when it cannot be used. The packages of the one that is not used are not even loaded.
 * @param onLack told what keeps deleted bytes longer than need be
 */
export const openStore = async (
  { dataDir, databaseUrl }: StoreSettings,
  onLack: (words: string) => void = () => {},
): Promise<Store> => {
  if (databaseUrl === null) {
    const { createSqliteStore } = await import('./store/sqlite/sqliteStore.ts');
    return createSqliteStore(dataDir);
  }
  const { createPostgresStore } = await import('./store/postgres/postgresStore.ts');
  return createPostgresStore({ url: databaseUrl, onLack });
};
