/**
 * One open database for a window: opens it, tells apart what can be wrong with it, and opens it again when the browser
 * has closed it. A database that comes back empty after a vault has been here is never taken for a new one. One that
 * does not answer is not waited for: what was begun may still reach the disk, and the journal knows its own records.
 */
import { err, ok, type Result } from '../shared/result.ts';
import type { StoreError } from '../vault/vaultStore.ts';
import { markOverwrite } from './overwriteRows.ts';
import { createDatabase, type IndexedDbDep, type SipDatabase, schemaVersion } from './schema.ts';
import type { Spare } from './spare.ts';
import { namedError, toStoreError } from './storeErrors.ts';
import type { VaultMarker } from './vaultMarker.ts';
import { isWiped, markWiped } from './wipedMark.ts';
import { late, within } from './within.ts';

export type Trouble = StoreError | { readonly kind: 'newerWaits' };

export interface Connection {
  open(): Promise<Result<void, StoreError>>;
  /** Runs on the open database. What the browser throws becomes a typed error; `slow` when it does not answer in time. */
  run<T>(
    work: (db: SipDatabase) => PromiseLike<T>,
    wait?: keyof Patience,
  ): Promise<Result<T, StoreError>>;
  /** Null: the trouble that was told last is over. */
  onTrouble(listener: (trouble: Trouble | null) => void): () => void;
  close(): void;
}

/** How long the database may take to answer, in milliseconds. */
export interface Patience {
  readonly open: number;
  /** One reading or writing that a person waits for. */
  readonly work: number;
  /** All rows of the device at once. */
  readonly long: number;
}

/** The first screen comes first. */
const healAfter = 1_000;

export const usualPatience: Patience = { open: 8_000, work: 8_000, long: 180_000 };

export interface ConnectionDeps {
  readonly marker: VaultMarker;
  readonly patience: Patience;
  /** Whether this browser lets a page keep anything at all. Asked when the database does not open. */
  readonly mayKeep: () => boolean;
  /** The same rows once more; null where the browser needs none. */
  readonly spare: Spare | null;
}

export const createConnection = (deps: IndexedDbDep & ConnectionDeps, name: string): Connection => {
  const listeners = new Set<(trouble: Trouble | null) => void>();
  /** Told, and over as soon as something is read or written again. */
  let passing = false;
  const tell = (trouble: Trouble | null): void => {
    passing = trouble !== null && trouble.kind !== 'newerWaits';
    for (const listener of listeners) listener(trouble);
  };

  let db: SipDatabase | null = null;
  let opening: Promise<Result<void, StoreError>> | null = null;
  let closed = false;

  /** The next to ask opens another connection. What is under way in this one ends as it may. */
  const letGo = (own: SipDatabase): void => {
    if (db === own) db = null;
    own.close();
  };

  const prepare = (): SipDatabase => {
    const fresh = createDatabase(deps, name);
    if (deps.spare !== null) fresh.use(deps.spare.watch);
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

  const start = async (isAwaited: () => boolean): Promise<Result<void, StoreError>> => {
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
      let vaults = await fresh.vaults.count();
      const wiped = vaults === 0 && (await isWiped(fresh));
      if (vaults === 0 && !wiped) {
        await deps.spare?.fill(fresh);
        vaults = await fresh.vaults.count();
      }
      if (wiped) await deps.marker.clear();
      if (vaults === 0 && (await deps.marker.isSet())) throw namedError('VanishedError');
      if (vaults > 0) void deps.marker.set();
      else await finishDestruction(fresh);
      if (closed || !isAwaited()) throw namedError('DatabaseClosedError');
      db = fresh;
      if (deps.spare !== null) setTimeout(() => void deps.spare?.heal(fresh), healAfter);
      return ok(undefined);
    } catch (error) {
      fresh.close();
      const told = toStoreError(error);
      // Closed before it was open, or refused without a word where nothing else may be kept either.
      const isRefused =
        told.kind === 'closed' ? !closed && isAwaited() : told.kind === 'failed' && !deps.mayKeep();
      return err(isRefused ? { kind: 'unavailable' } : told);
    }
  };

  const startInTime = async (): Promise<Result<void, StoreError>> => {
    let awaited = true;
    const started = await within(
      deps.patience.open,
      start(() => awaited),
    );
    awaited = false;
    return started === late ? err({ kind: 'slow' }) : started;
  };

  const open = (): Promise<Result<void, StoreError>> => {
    if (closed) return Promise.resolve(err({ kind: 'closed' }));
    if (db?.isOpen()) return Promise.resolve(ok(undefined));
    opening ??= startInTime().finally(() => {
      opening = null;
    });
    return opening;
  };

  return {
    open,
    run: async (work, wait = 'work') => {
      const opened = await open();
      if (!opened.ok) return opened;
      if (db === null) return err({ kind: 'closed' });
      const own = db;
      const done = await within(deps.patience[wait], attempt(own, work));
      await deps.spare?.settled();
      if (done === late) {
        letGo(own);
        if (!closed) tell({ kind: 'slow' });
        return err({ kind: 'slow' });
      }
      if (done.ok) {
        if (passing) tell(null);
      } else if (done.error.kind === 'failed' && done.error.name === 'UnknownError') letGo(own);
      return done;
    },
    onTrouble: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      closed = true;
      deps.spare?.close();
      db?.close();
      db = null;
    },
  };
};

const attempt = async <T>(
  db: SipDatabase,
  work: (db: SipDatabase) => PromiseLike<T>,
): Promise<Result<T, StoreError>> => {
  try {
    return ok(await work(db));
  } catch (error) {
    return err(toStoreError(error));
  }
};

/** Without any vault nobody can open what lies here: what an interrupted **Radera allt här** left is taken away. */
const finishDestruction = async (db: SipDatabase): Promise<void> => {
  const wiped = await isWiped(db);
  const counts = await Promise.all(db.tables.map((table) => table.count()));
  if (counts.reduce((sum, count) => sum + count, 0) === (wiped ? 1 : 0)) return;
  await db.transaction('rw', db.tables, async () => {
    // Another window may have made a vault meanwhile.
    if ((await db.vaults.count()) > 0) return;
    await Promise.all(db.tables.map((table) => table.clear()));
    if (wiped) await markWiped(db);
    await markOverwrite(db);
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
