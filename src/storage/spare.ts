/**
 * The same rows once more, in a store of their own (docs/decisions/0061). Chromium, killed in the middle of a write, may
 * throw a whole database away at a later start; what is then missing is filled from here. What a transaction changed is
 * written here when it is committed, before anybody is told that it is saved. A spare that cannot be written is taken
 * away with all that is in it, and made anew at the next start: it must never hold what was removed.
 */
import type { DBCore, DBCoreKeyRange, DBCoreMutateRequest, Middleware } from 'dexie';
import { sameRow } from './sameRow.ts';
import { createDatabase, type IndexedDbDep, type SealedRow, type SipDatabase } from './schema.ts';
import { within } from './within.ts';

/** Where the spare lies. */
export interface SparePlace {
  readonly open: () => Promise<IDBFactory>;
  /** Takes it away, with its files. */
  readonly remove: () => Promise<void>;
  /** One window at a time. */
  readonly hold: <T>(work: () => Promise<T>) => Promise<T>;
}

export interface Spare {
  /** For the database that is doubled: sees what its transactions change. */
  readonly watch: Middleware<DBCore>;
  /** When all that was written until now lies here too, or after two seconds. Never rejects. */
  readonly settled: () => Promise<void>;
  /** Fills a database in which nothing lies, where there is something to fill it with. Never rejects. */
  readonly fill: (empty: SipDatabase) => Promise<void>;
  /** Makes the spare what the database is. Never rejects. */
  readonly heal: (db: SipDatabase) => Promise<void>;
  readonly close: () => void;
}

const longestWait = 2_000;

export const createSpare = (
  place: SparePlace,
  deps: Pick<IndexedDbDep, 'IDBKeyRange'>,
  name: string,
): Spare => {
  let isGone = false;
  let connected: Promise<SipDatabase> | null = null;
  const connect = (): Promise<SipDatabase> => {
    connected ??= (async () => {
      const spare = createDatabase({ ...deps, indexedDB: await place.open() }, name, 'relaxed');
      await spare.open();
      return spare;
    })();
    return connected;
  };
  const letGo = async (): Promise<void> => {
    const leaving = connected;
    connected = null;
    await leaving?.then((spare) => spare.close()).catch(() => undefined);
  };

  /** One after another, in the order in which they were committed. */
  let queue: Promise<unknown> = Promise.resolve();
  const enqueue = (work: (spare: SipDatabase) => Promise<unknown>): Promise<boolean> => {
    const done = queue.then(async () => {
      if (isGone) return true;
      try {
        const spare = await connect();
        await place.hold(() => work(spare));
        return true;
      } catch {
        return false;
      }
    });
    queue = done;
    return done;
  };

  const write = async (work: (spare: SipDatabase) => Promise<unknown>): Promise<void> => {
    if ((await enqueue(work)) || isGone) return;
    isGone = true;
    await letGo();
    await place.remove().catch(() => undefined);
  };

  const pending = new Set<Promise<void>>();

  return {
    watch: watchChanges((committed) => {
      const doubled = committed.then((changes) =>
        changes.length === 0
          ? undefined
          : write((spare) => apply(spare, changes, deps.IDBKeyRange)),
      );
      pending.add(doubled);
      void doubled.then(() => pending.delete(doubled));
    }),

    settled: async () => {
      if (pending.size > 0) await within(longestWait, Promise.all(pending));
    },

    fill: async (empty) => {
      const isDone = await enqueue(async (spare) => {
        // Half a copy is no copy: what was never whole fills nothing.
        if ((await spare.sealed.get([whole.vaultId, whole.name])) === undefined) return;
        const all = await readAll(spare);
        await empty.transaction('rw', empty.tables, async () => {
          // Another window may have filled it, or made a vault, meanwhile.
          if ((await empty.vaults.count()) > 0) return;
          for (const [table, rows] of all) await empty.table(table).bulkPut([...rows]);
        });
      });
      // Asked again when the database is opened again.
      if (!isDone) await letGo();
    },

    heal: async (db) => {
      await write(async (spare) => {
        const ours = await readAll(db).catch(() => null);
        if (ours === null) return;
        const theirs = new Map(await readAll(spare));
        const keyOf = (table: string, row: object): string => keyIn(db, table, row);
        const isMore = ours.some(([table, rows]) => {
          const keys = new Set(rows.map((row) => keyOf(table, row)));
          return theirs.get(table)?.some((row) => !keys.has(keyOf(table, row))) ?? false;
        });
        if (isMore) {
          // What was removed is not left in the spare's files.
          await letGo();
          await place.remove();
          theirs.clear();
        }
        const target = await connect();
        await target.transaction('rw', target.tables, async () => {
          await target.sealed.put(whole);
          for (const [table, rows] of ours) {
            const known = new Map(theirs.get(table)?.map((row) => [keyOf(table, row), row]));
            const other = rows.filter((row) => !sameRow(row, known.get(keyOf(table, row))));
            await target.table(table).bulkPut(other);
          }
        });
      });
    },

    close: () => {
      isGone = true;
      void letGo();
    },
  };
};

type Rows = readonly (readonly [table: string, rows: readonly object[]])[];

/** Lies in the spare alone, from when it was first the same as the database. */
const whole: SealedRow = { vaultId: '', name: 'whole', bytes: new Uint8Array() };

const isWhole = (row: object): boolean =>
  'name' in row && row.name === whole.name && 'vaultId' in row && row.vaultId === whole.vaultId;

const readAll = (db: SipDatabase): Promise<Rows> =>
  db.transaction('r', db.tables, () =>
    Promise.all(
      db.tables.map(async (table) => {
        const rows: object[] = await table.toArray();
        return [table.name, rows.filter((row) => !isWhole(row))] as const;
      }),
    ),
  ) as unknown as Promise<Rows>;

/** All keys are made of fields. */
const keyIn = (db: SipDatabase, table: string, row: object): string => {
  const fields = [db.table(table).schema.primKey.keyPath ?? []].flat();
  return JSON.stringify(fields.map((field) => (row as Record<string, unknown>)[field]));
};

type Change = DBCoreMutateRequest & { readonly table: string };

/** Tells of each transaction at its first change; what it changed when it is committed, or nothing. */
const watchChanges = (
  onWriting: (committed: Promise<readonly Change[]>) => void,
): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: 'spare',
  create: (down) => {
    const under = new WeakMap<object, Change[]>();
    const begin = (transaction: IDBTransaction): Change[] => {
      const changes: Change[] = [];
      under.set(transaction, changes);
      onWriting(
        new Promise((resolve) => {
          transaction.addEventListener('complete', () => resolve(changes));
          transaction.addEventListener('abort', () => resolve([]));
        }),
      );
      return changes;
    };
    return {
      ...down,
      table: (name) => {
        const table = down.table(name);
        return {
          ...table,
          mutate: (request) => {
            const transaction = request.trans as unknown as IDBTransaction;
            const changes = under.get(transaction) ?? begin(transaction);
            changes.push({ ...request, table: name });
            return table.mutate(request);
          },
        };
      },
    };
  },
});

/** One transaction here for one there. */
const apply = (
  spare: SipDatabase,
  changes: readonly Change[],
  ranges: typeof IDBKeyRange,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const tables = [...new Set(changes.map(({ table }) => table))];
    const writing = spare.backendDB().transaction(tables, 'readwrite', { durability: 'relaxed' });
    writing.oncomplete = () => resolve();
    writing.onabort = () => reject(writing.error);
    for (const change of changes) {
      const store = writing.objectStore(change.table);
      switch (change.type) {
        case 'add':
        case 'put':
          for (const value of change.values) store.put(value);
          break;
        case 'delete':
          for (const key of change.keys) store.delete(key);
          break;
        case 'deleteRange':
          deleteRange(store, change.range, ranges);
      }
    }
  });

/** Dexie's kinds of range. */
const rangeKinds = { any: 3, never: 4 };

const deleteRange = (
  store: IDBObjectStore,
  { type, lower, upper, lowerOpen, upperOpen }: DBCoreKeyRange,
  ranges: typeof IDBKeyRange,
): void => {
  if (type === rangeKinds.never) return;
  if (type === rangeKinds.any) store.clear();
  else if (lower === undefined) store.delete(ranges.upperBound(upper, upperOpen));
  else if (upper === undefined) store.delete(ranges.lowerBound(lower, lowerOpen));
  else store.delete(ranges.bound(lower, upper, lowerOpen, upperOpen));
};
