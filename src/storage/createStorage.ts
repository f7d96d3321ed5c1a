/** Storage on disk: one database for the device, one connection for the window. */
import { type ConnectionDeps, createConnection, usualPatience } from './connection.ts';
import { dexieJournal } from './dexieJournal.ts';
import { dexieVaultStore } from './dexieVaultStore.ts';
import { broadcastGrown } from './grownChannel.ts';
import { type JournalLock, webJournalLock } from './journalLock.ts';
import { lateCaseRemoval } from './lateCaseRemoval.ts';
import { overwriteBytes } from './overwriteRows.ts';
import { createOverwriter } from './overwriter.ts';
import { databaseName, type IndexedDbDep } from './schema.ts';
import { createSpare } from './spare.ts';
import { bucketPlace } from './sparePlace.ts';
import type { Storage } from './storage.ts';
import { localMarker, mayKeepLocally } from './vaultMarker.ts';

export interface StorageDeps extends IndexedDbDep, ConnectionDeps {
  readonly name: string;
  readonly lock: JournalLock;
  readonly lockWaitMs: number;
  /** A database in memory has no files: none. */
  readonly overwriteBytes: number;
}

const lockWaitMs = 5_000;

/** What the browser gives; tests pass their own for each. */
export const createStorage = (own: Partial<StorageDeps> = {}): Storage => {
  const name = own.name ?? databaseName;
  const ranges = own.IDBKeyRange ?? globalThis.IDBKeyRange;
  const place = own.indexedDB === undefined ? bucketPlace() : null;
  const deps: StorageDeps = {
    name,
    indexedDB: own.indexedDB ?? globalThis.indexedDB,
    IDBKeyRange: ranges,
    marker: own.marker ?? localMarker(),
    lock: own.lock ?? webJournalLock(navigator.locks),
    lockWaitMs: own.lockWaitMs ?? lockWaitMs,
    patience: own.patience ?? usualPatience,
    mayKeep: own.mayKeep ?? mayKeepLocally,
    overwriteBytes: own.overwriteBytes ?? (own.indexedDB === undefined ? overwriteBytes : 0),
    spare: own.spare ?? (place && createSpare(place, { IDBKeyRange: ranges }, name)),
  };
  const connection = createConnection(deps, name);
  const grown = broadcastGrown(deps.name);
  const overwriter = createOverwriter(connection, deps.overwriteBytes);
  const open = async (): ReturnType<typeof connection.open> => {
    const opened = await connection.open();
    if (opened.ok) void overwriter.goOn();
    return opened;
  };
  const journal = dexieJournal(connection, { ...deps, grown });
  return {
    vaults: dexieVaultStore(connection, { ...deps, overwriter }),
    journal,
    removal: lateCaseRemoval(connection, journal, { ...deps, grown, overwriter }),
    backup: async () => {
      const found = await import('./dexieBackup.ts').catch(() => null);
      return found?.dexieBackup(connection, { ...deps, grown }) ?? null;
    },
    open,
    onTrouble: connection.onTrouble,
    beginAnew: async () => {
      await deps.marker.clear();
      return open();
    },
    close: () => {
      connection.close();
      grown.close();
    },
  };
};
