/** The store that the settings name: the embedded one, beside the server. */
import { createSqliteStore } from './store/sqlite/sqliteStore.ts';
import type { Store } from './store/store.ts';

export interface StoreSettings {
  readonly dataDir: string;
}

/** Throws with words when it cannot be used. */
export const openStore = async ({ dataDir }: StoreSettings): Promise<Store> =>
  createSqliteStore(dataDir);
