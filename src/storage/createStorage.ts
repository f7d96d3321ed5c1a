/** Storage on disk: one database for the device, one connection for the window. */
import { type ConnectionDeps, createConnection, usualPatience } from './connection.ts';
import { dexieJournal } from './dexieJournal.ts';
import { dexieVaultStore } from './dexieVaultStore.ts';
import { broadcastGrown } from './grownChannel.ts';
import { type JournalLock, webJournalLock } from './journalLock.ts';
import { lateCaseRemoval } from './lateCaseRemoval.ts';
import { createOverwriter, type OverwriteBytes } from './overwriter.ts';
import { databaseName, type IndexedDbDep } from './schema.ts';
import type { Storage } from './storage.ts';
import { localMarker, mayKeepLocally } from './vaultMarker.ts';

export interface StorageDeps extends IndexedDbDep, ConnectionDeps {
  readonly name: string;
  readonly lock: JournalLock;
  readonly lockWaitMs: number;
  /** A database in memory has no files: none. */
  readonly overwriteBytes: OverwriteBytes;
}

const lockWaitMs = 5_000;

const megabyte = 1024 * 1024;
const nothing: OverwriteBytes = { removed: 0, start: 0 };

/** Several times what Chromium gathers before it writes the files of its store anew; and more than one log of its (4 MB). */
const overwriteBytes = (): OverwriteBytes => ({
  removed: 48 * megabyte,
  start: 'userAgentData' in navigator ? 5 * megabyte : 0,
});

/** What the browser gives; tests pass their own for each. */
export const createStorage = (own: Partial<StorageDeps> = {}): Storage => {
  const deps: StorageDeps = {
    name: own.name ?? databaseName,
    indexedDB: own.indexedDB ?? globalThis.indexedDB,
    IDBKeyRange: own.IDBKeyRange ?? globalThis.IDBKeyRange,
    marker: own.marker ?? localMarker(),
    lock: own.lock ?? webJournalLock(navigator.locks),
    lockWaitMs: own.lockWaitMs ?? lockWaitMs,
    patience: own.patience ?? usualPatience,
    mayKeep: own.mayKeep ?? mayKeepLocally,
    overwriteBytes:
      own.overwriteBytes ?? (own.indexedDB === undefined ? overwriteBytes() : nothing),
  };
  const connection = createConnection(deps, deps.name);
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
