/** What a browser does to a database while the program is open. Words for each: docs/failures.md. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ok } from '../shared/result.ts';
import { createVault } from '../vault/createVault.ts';
import { secretOf } from '../vault/secret.ts';
import { errorOf, testVaultDeps, unwrap } from '../vault/testing.ts';
import type { Trouble } from './connection.ts';
import { createStorage, type StorageDeps } from './createStorage.ts';
import { databaseName } from './schema.ts';
import type { Storage } from './storage.ts';
import { hangingFactory, holdStores } from './testHang.ts';
import { memoryMarker } from './vaultMarker.ts';

const caseId = 'AAAAAAAAAAAAAAAAAAAAAA';

let indexedDB: IDBFactory;
let marker: ReturnType<typeof memoryMarker>;
let told: (string | null)[];

const open = (own: Partial<StorageDeps> = {}): Storage => {
  const storage = createStorage({ indexedDB, IDBKeyRange, marker, ...own });
  storage.onTrouble((trouble: Trouble | null) => told.push(trouble?.kind ?? null));
  return storage;
};

/** Without any vault, what lies in the database is taken for what an interrupted removal left. */
const openWithVault = async (): Promise<Storage> => {
  const storage = open();
  unwrap(
    await createVault(testVaultDeps(storage.vaults), {
      shortName: 'E',
      password: secretOf('lingon kanot bastu vinter'),
    }),
  );
  return storage;
};

const write = (storage: Storage, seq: number) =>
  storage.journal.append(caseId, seq - 1, async () =>
    ok({ rows: [{ device: 'a', seq, id: `id${seq}`, bytes: new Uint8Array([seq]) }] }),
  );

/** Lets the clock of waiting run until this has an answer; the database itself goes by its own time. */
const whileTimePasses = async <T>(work: Promise<T>): Promise<T> => {
  let done = false;
  const end = (): void => {
    done = true;
  };
  work.then(end, end);
  while (!done) {
    await vi.advanceTimersByTimeAsync(1_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return work;
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  indexedDB = new IDBFactory();
  marker = memoryMarker();
  told = [];
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a database that does not answer', () => {
  test('when it is opened: told in time, and opened at the next try', async () => {
    let hangs = true;
    const storage = open({ indexedDB: hangingFactory(indexedDB, () => hangs) });
    expect(errorOf(await whileTimePasses(storage.open()))).toEqual({ kind: 'slow' });
    expect(errorOf(await whileTimePasses(storage.vaults.listVaults()))).toEqual({
      kind: 'slow',
    });
    hangs = false;
    expect((await storage.open()).ok).toBe(true);
    expect((await write(storage, 1)).ok).toBe(true);
    storage.close();
  });

  test('when it is read: told on every screen, and that it is over when it answers', async () => {
    const storage = await openWithVault();
    unwrap(await write(storage, 1));
    const letGo = await holdStores(indexedDB, ['records']);
    expect(errorOf(await whileTimePasses(storage.journal.readSince(caseId, 0)))).toEqual({
      kind: 'slow',
    });
    expect(told).toEqual(['slow']);
    await letGo();
    expect(unwrap(await storage.journal.readSince(caseId, 0)).rows).toHaveLength(1);
    expect(told).toEqual(['slow', null]);
    storage.close();
  });

  test('when it is written to: never said to be written, and what came through late stands once', async () => {
    const storage = await openWithVault();
    unwrap(await write(storage, 1));
    const letGo = await holdStores(indexedDB, ['records', 'heads', 'cards']);
    expect(errorOf(await whileTimePasses(write(storage, 2)))).toEqual({ kind: 'slow' });
    await letGo();
    const state = unwrap(await storage.journal.readSince(caseId, 0));
    // Begun is begun: whether it came through is read from the journal, as after a restart.
    expect(state.rows.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(errorOf(await write(storage, 2))).toMatchObject({ kind: 'conflict', expected: 3 });
    storage.close();
  });

  test('does not stop another window from writing when it answers again', async () => {
    const one = await openWithVault();
    const two = open();
    unwrap(await two.open());
    unwrap(await write(one, 1));
    const letGo = await holdStores(indexedDB, ['records']);
    expect(errorOf(await whileTimePasses(two.journal.readSince(caseId, 0)))).toEqual({
      kind: 'slow',
    });
    await letGo();
    unwrap(await write(two, 2));
    expect(unwrap(await one.journal.readSince(caseId, 0)).last).toBe(2);
    one.close();
    two.close();
  });

  test('is given its time where all rows are read for a backup', async () => {
    const storage = await openWithVault();
    unwrap(await write(storage, 1));
    const backup = await storage.backup();
    const letGo = await holdStores(indexedDB, ['records']);
    const reading = backup?.readAll();
    await vi.advanceTimersByTimeAsync(60_000);
    await letGo();
    expect((await reading)?.ok).toBe(true);
    storage.close();
  });
});

describe('a browser that loses its database', () => {
  const closeByBrowser = (spy: { mock: { contexts: unknown[] } }): void => {
    const database = spy.mock.contexts.at(-1);
    if (!(database instanceof IDBDatabase)) throw new Error('expected a database');
    database.close();
    database.onclose?.(new Event('close'));
  };

  test('while nothing is written: told at once, and over at the next thing that is read', async () => {
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const storage = await openWithVault();
    unwrap(await write(storage, 1));
    closeByBrowser(spy);
    expect(told).toEqual(['closed']);
    expect(unwrap(await storage.journal.readSince(caseId, 0)).rows).toHaveLength(1);
    expect(told).toEqual(['closed', null]);
    storage.close();
  });

  test('and answers with an error that it does not explain: the next try opens it anew', async () => {
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const storage = await openWithVault();
    unwrap(await write(storage, 1));
    spy.mockImplementationOnce(() => {
      throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
    });
    expect(errorOf(await storage.journal.readSince(caseId, 0))).toMatchObject({
      kind: 'failed',
      name: 'UnknownError',
    });
    const opened = vi.spyOn(indexedDB, 'open');
    expect(unwrap(await storage.journal.readSince(caseId, 0)).rows).toHaveLength(1);
    expect(opened).toHaveBeenCalled();
    storage.close();
  });

  test('and brings it back empty under an open window: told as vanished, not as no plans', async () => {
    const storage = await openWithVault();
    await new Promise<void>((resolve) => {
      const request = indexedDB.open(databaseName);
      request.onsuccess = () => {
        const wiping = request.result.transaction(['vaults'], 'readwrite');
        wiping.objectStore('vaults').clear();
        wiping.oncomplete = () => {
          request.result.close();
          resolve();
        };
      };
    });
    expect(errorOf(await storage.vaults.listVaults())).toEqual({ kind: 'vanished' });
    storage.close();
  });
});

describe('a window in which nothing may be kept', () => {
  test.each([
    ['SecurityError', 'storage that is blocked'],
    ['InvalidStateError', 'an older private window'],
  ])('says so (%s: %s)', async (name) => {
    const refusing = Object.assign(Object.create(indexedDB) as IDBFactory, {
      open: () => {
        throw new DOMException('no', name);
      },
    });
    const storage = open({ indexedDB: refusing });
    expect(errorOf(await storage.open())).toEqual({ kind: 'unavailable' });
    expect(errorOf(await storage.vaults.listVaults())).toEqual({ kind: 'unavailable' });
  });

  test('says so where all is blocked, and the database gives no reason', async () => {
    const refusing = Object.assign(Object.create(indexedDB) as IDBFactory, {
      open: () => {
        throw new DOMException('denied', 'UnknownError');
      },
    });
    const blocked = open({ indexedDB: refusing, mayKeep: () => false });
    expect(errorOf(await blocked.open())).toEqual({ kind: 'unavailable' });
    // The same word from a browser that keeps other things: the database is in trouble, and tried again.
    const broken = open({ indexedDB: refusing, mayKeep: () => true });
    expect(errorOf(await broken.open())).toEqual({ kind: 'failed', name: 'UnknownError' });
  });

  test('says so where there is no database at all', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const storage = createStorage({ marker, IDBKeyRange });
    vi.unstubAllGlobals();
    expect(errorOf(await storage.open())).toEqual({ kind: 'unavailable' });
  });
});
