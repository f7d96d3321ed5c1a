/** All rows of the store, also while a server uses it. */
import { openToRead } from './sqlite/database.ts';
import { dumpRows } from './sqlite/transfer.ts';
import type { BackupRow } from './store.ts';

/** Throws where there is nothing yet. */
export const dumpStore = ({ dataDir }: { readonly dataDir: string }): AsyncIterable<BackupRow> =>
  dumpRows(openToRead(dataDir));
