/**
 * One open database for a window: opens it, tells apart what can be wrong with it, and opens it again when the browser
 * has closed it. A database that comes back empty after a vault has been here is never taken for a new one.
 */
import { err, ok, type Result } from '../shared/result.ts';
import type { StoreError } from '../vault/vaultStore.ts';
import { createDatabase, type IndexedDbDep, type SipDatabase, schemaVersion } from './schema.ts';
import { namedError, toStoreError } from './storeErrors.ts';
import type { VaultMarker } from './vaultMarker.ts';

export type Trouble = StoreError | { readonly kind: 'newerWaits' };

export interface Connection {
  open(): Promise<Result<void, StoreError>>;
  /** Runs on the open database. What the browser throws becomes a typed error. */
  run<T>(work: (db: SipDatabase) => PromiseLike<T>): Promise<Result<T, StoreError>>;
  onTrouble(listener: (trouble: Trouble) => void): () => void;
  close(): void;
}

export const createConnection = (
  deps: IndexedDbDep & { readonly marker: VaultMarker },
  name: string,
): Connection => {
  const listeners = new Set<(trouble: Trouble) => void>();
  const tell = (trouble: Trouble): void => {
    for (const listener of listeners) listener(trouble);
  };

  let db: SipDatabase | null = null;
  let opening: Promise<Result<void, StoreError>> | null = null;
  let closed = false;

  const prepare = (): SipDatabase => {
    const fresh = createDatabase(deps, name);
    fresh.on('versionchange', () => {
      // A newer tab waits until this is the only window: closing under a person's hands would lose what they write.
      tell({ kind: 'newerWaits' });
      return false;
    });
    fresh.on('close', () => {
      if (db !== fresh) return;
      db = null;
      if (!closed) tell({ kind: 'closed' });
    });
    return fresh;
  };

  const start = async (): Promise<Result<void, StoreError>> => {
    const fresh = prepare();
    const blocked = new Promise<'blocked'>((resolve) => {
      fresh.on('blocked', () => resolve('blocked'));
    });
    try {
      // Asked before Dexie opens it: Dexie would add what it misses to a newer database, and change it.
      if ((await versionOnDisk(deps.indexedDB, name)) > schemaVersion) {
        throw namedError('NewerVersionError');
      }
      const opened = fresh.open().then(() => 'open' as const);
      if ((await Promise.race([opened, blocked])) === 'blocked') {
        // Goes on waiting by itself; whoever asks meanwhile is told so.
        opened.then(
          () => fresh.close(),
          () => undefined,
        );
        return err({ kind: 'blocked' });
      }
      const vaults = await fresh.vaults.count();
      if (vaults === 0 && deps.marker.isSet()) throw namedError('VanishedError');
      if (vaults > 0) deps.marker.set();
      else await finishDestruction(fresh);
      db = fresh;
      return ok(undefined);
    } catch (error) {
      fresh.close();
      return err(toStoreError(error));
    }
  };

  const open = (): Promise<Result<void, StoreError>> => {
    if (closed) return Promise.resolve(err({ kind: 'closed' }));
    if (db?.isOpen()) return Promise.resolve(ok(undefined));
    opening ??= start().finally(() => {
      opening = null;
    });
    return opening;
  };

  return {
    open,
    run: async (work) => {
      const opened = await open();
      if (!opened.ok) return opened;
      if (db === null) return err({ kind: 'closed' });
      try {
        return ok(await work(db));
      } catch (error) {
        return err(toStoreError(error));
      }
    },
    onTrouble: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      closed = true;
      db?.close();
      db = null;
    },
  };
};

/** Without any vault nobody can open what lies here: what an interrupted **Radera allt här** left is taken away. */
const finishDestruction = async (db: SipDatabase): Promise<void> => {
  const counts = await Promise.all(db.tables.map((table) => table.count()));
  if (counts.every((count) => count === 0)) return;
  await db.transaction('rw', db.tables, async () => {
    // Another window may have made a vault meanwhile.
    if ((await db.vaults.count()) > 0) return;
    await Promise.all(db.tables.map((table) => table.clear()));
  });
};

/** The version as Dexie counts, a tenth of the browser's own number; 0 when there is no database. Creates nothing. */
const versionOnDisk = (factory: IDBFactory | undefined, name: string): Promise<number> =>
  new Promise((resolve, reject) => {
    if (factory === undefined) throw namedError('MissingAPIError');
    const request = factory.open(name);
    let absent = false;
    request.onupgradeneeded = () => {
      absent = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      const version = Math.floor(request.result.version / 10);
      request.result.close();
      resolve(version);
    };
    request.onerror = () => {
      if (absent) resolve(0);
      else reject(request.error);
    };
  });
