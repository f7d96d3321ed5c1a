/** All rows of the store, also while a server uses it. */
import type { StoreSettings } from '../openStore.ts';
import { dumpDatabase } from './postgres/transfer.ts';
import { openToRead } from './sqlite/database.ts';
import { dumpRows } from './sqlite/transfer.ts';
import type { BackupRow } from './store.ts';

/** Throws where there is nothing yet. */
export const dumpStore = ({ dataDir, databaseUrl }: StoreSettings): AsyncIterable<BackupRow> =>
  databaseUrl === null ? dumpRows(openToRead(dataDir)) : dumpDatabase(databaseUrl);
