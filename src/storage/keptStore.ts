/**
 * What somebody has chosen to keep on their own phone (docs/decisions/0070): a database of its own, so that it and a vault
 * never meet. In clear stand a random id and the key of each row, which no script can read out; all else is sealed.
 */
import { Dexie, type Table } from 'dexie';
import type { Bytes } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { StoreError } from '../vault/vaultStore.ts';
import { usualPatience } from './connection.ts';
import { keptDatabaseName } from './keptThere.ts';
import { overwriteBytes } from './overwriteRows.ts';
import type { IndexedDbDep } from './schema.ts';
import { toStoreError } from './storeErrors.ts';
import { late, within } from './within.ts';

export interface KeptRow {
  /** 16 random bytes as base64url: says nothing about anybody. */
  readonly id: string;
  /** Non-extractable, of this row alone: with the row it is gone. */
  readonly key: CryptoKey;
  readonly bytes: Bytes;
}

export interface KeptStore {
  readonly readAll: () => Promise<Result<readonly KeptRow[], StoreError>>;
  /** Durable on disk when it is said to be done. */
  readonly put: (row: KeptRow) => Promise<Result<void, StoreError>>;
  /** Gone when it is said to be done; what the browser's files still hold of it is overwritten afterwards. */
  readonly remove: (id: string) => Promise<Result<void, StoreError>>;
}

export interface KeptStoreDeps extends IndexedDbDep {
  /** How much is written over what was removed; none in memory. */
  readonly overwriteBytes: number;
}

interface FillRow {
  readonly name: string;
  readonly bytes: Bytes;
}

interface KeptDatabase extends Dexie {
  readonly plans: Table<KeptRow, string>;
  /** What overwrites what was removed (decision 0057), and the mark that it waits to be. */
  readonly fill: Table<FillRow, string>;
}

const mark: FillRow = { name: 'overwrite', bytes: new Uint8Array() };

/** What the browser gives; tests pass their own. */
export const createKeptStore = (own: Partial<KeptStoreDeps> = {}): KeptStore => {
  const deps: KeptStoreDeps = {
    indexedDB: own.indexedDB ?? globalThis.indexedDB,
    IDBKeyRange: own.IDBKeyRange ?? globalThis.IDBKeyRange,
    overwriteBytes: own.overwriteBytes ?? (own.indexedDB === undefined ? overwriteBytes : 0),
  };
  const run = async <T>(
    work: (db: KeptDatabase) => PromiseLike<T>,
    ms: number = usualPatience.work,
  ): Promise<Result<T, StoreError>> => {
    const db = createDatabase(deps);
    const done = await within(ms, attempt(db, work));
    db.close();
    return done === late ? err({ kind: 'slow' }) : done;
  };

  let isOverwriting = false;
  const overwrite = async (): Promise<void> => {
    if (isOverwriting) return;
    isOverwriting = true;
    const { writeOver } = await import('./overwrite.ts');
    const isWhole = await run(
      (db) =>
        writeOver(
          (rows) => db.fill.bulkPut(rows.map(({ caseId: name, bytes }) => ({ name, bytes }))),
          deps.overwriteBytes,
        ),
      usualPatience.long,
    );
    // Where there was no room for it, the mark brings it back the next time.
    await run(async (db) => {
      await db.fill.clear();
      if (!isWhole.ok) await db.fill.put(mark);
    }, usualPatience.long);
    isOverwriting = false;
  };

  return {
    readAll: async () => {
      const read = await run(async (db) => ({
        rows: await db.plans.toArray(),
        left: await db.fill.count(),
      }));
      if (!read.ok) return read;
      if (read.value.left > 0) void overwrite().catch(() => undefined);
      return ok(read.value.rows);
    },
    put: (row) => run(async (db) => void (await db.plans.put(row))),
    remove: async (id) => {
      const gone = await run((db) =>
        db.transaction('rw', db.plans, db.fill, async () => {
          await db.plans.delete(id);
          await db.fill.put(mark);
        }),
      );
      if (gone.ok) void overwrite().catch(() => undefined);
      return gone;
    },
  };
};

const createDatabase = ({ indexedDB, IDBKeyRange }: IndexedDbDep): KeptDatabase => {
  const db = new Dexie(keptDatabaseName, {
    autoOpen: false,
    chromeTransactionDurability: 'strict',
    indexedDB,
    IDBKeyRange,
  }) as KeptDatabase;
  db.version(1).stores({ plans: 'id', fill: 'name' });
  return db;
};

const attempt = async <T>(
  db: KeptDatabase,
  work: (db: KeptDatabase) => PromiseLike<T>,
): Promise<Result<T, StoreError>> => {
  try {
    await db.open();
    return ok(await work(db));
  } catch (error) {
    return err(toStoreError(error));
  }
};
