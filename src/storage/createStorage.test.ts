/** What can go wrong with a database, told apart, and nothing in clear in it after use. */
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ok } from '../shared/result.ts';
import { createVault } from '../vault/createVault.ts';
import { destroyVault } from '../vault/destroyVault.ts';
import { sealCard } from '../vault/sealLocal.ts';
import { sealRecord } from '../vault/sealRecord.ts';
import { secretOf } from '../vault/secret.ts';
import { errorOf, testVaultDeps, unwrap } from '../vault/testing.ts';
import { unlockWithPassword } from '../vault/unlock.ts';
import type { VaultSession } from '../vault/vaultSession.ts';
import type { VaultStore } from '../vault/vaultStore.ts';
import { createStorage, type StorageDeps } from './createStorage.ts';
import type { JournalLock } from './journalLock.ts';
import { databaseName } from './schema.ts';
import type { Storage } from './storage.ts';
import { memoryMarker } from './vaultMarker.ts';
import { wipedMark } from './wipedMark.ts';

const password = secretOf('lingon kanot bastu vinter');

let indexedDB: IDBFactory;
let marker: ReturnType<typeof memoryMarker>;
let storage: Storage;

const open = (own: Partial<StorageDeps> = {}): Storage =>
  createStorage({ indexedDB, IDBKeyRange, marker, ...own });

const newVault = async (store: VaultStore) =>
  unwrap(await createVault(testVaultDeps(store), { shortName: 'E', password }));

/** One case with a record and a card that both hold `text`. */
const writeCase = async (session: VaultSession, to: Storage, text: string): Promise<string> => {
  const keys = unwrap(await session.createCase());
  const payload = new TextEncoder().encode(text);
  const body = {
    device: keys.device,
    seq: 1,
    prev: null,
    seen: {},
    kind: 'doc' as const,
    at: 1,
    payload,
  };
  const record = unwrap(await sealRecord(keys, body));
  const card = unwrap(await sealCard(keys, { name: text }));
  const done = await to.journal.append(keys.caseId, 0, async () =>
    ok({ rows: [{ device: keys.device, seq: 1, ...record }], card }),
  );
  unwrap(done);
  return keys.caseId;
};

/** Every row of every store, read past our code. */
const everyRow = async (): Promise<readonly unknown[]> => {
  const db = await new Dexie(databaseName, { indexedDB, IDBKeyRange }).open();
  const rows = await Promise.all(db.tables.map((table) => table.toArray()));
  db.close();
  return rows.flat();
};

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, inner) =>
    inner instanceof Uint8Array ? new TextDecoder('latin1').decode(inner) : inner,
  );

beforeEach(() => {
  indexedDB = new IDBFactory();
  marker = memoryMarker();
  storage = open();
});

describe('the database', () => {
  test('holds nothing of a person in clear after use, but the short name', async () => {
    const canary = 'KANARIEFAGEL';
    const { session } = await newVault(storage.vaults);
    unwrap(await session.writeValue('person', { name: canary }));
    await writeCase(session, storage, canary);
    const text = textOf(await everyRow());
    expect(text).not.toContain(canary);
    expect(text).not.toContain('lingon');
    expect(text).toContain('"shortName":"E"');
    // The search itself works: it finds one that was laid in clear.
    unwrap(await storage.vaults.putSealed('x', 'planted', new TextEncoder().encode(canary)));
    expect(textOf(await everyRow())).toContain(canary);
  });

  test('makes every write durable before it is said to be done', async () => {
    const asked: (IDBTransactionOptions | undefined)[] = [];
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const { session } = await newVault(storage.vaults);
    await writeCase(session, storage, 'x');
    unwrap(await session.writeValue('person', {}));
    for (const [, mode, options] of spy.mock.calls) if (mode === 'readwrite') asked.push(options);
    expect(asked.length).toBeGreaterThanOrEqual(3);
    expect(asked.every((options) => options?.durability === 'strict')).toBe(true);
  });

  test('keeps what it was given over a restart', async () => {
    const { session } = await newVault(storage.vaults);
    const caseId = await writeCase(session, storage, 'x');
    storage.close();
    const again = open();
    const deps = testVaultDeps(again.vaults);
    const unlocked = unwrap(await unlockWithPassword(deps, session.vaultId, password));
    const cards = unwrap(await again.journal.readCards(unwrap(await unlocked.listCases())));
    expect(unwrap(await unlocked.openCards(cards))).toEqual([{ caseId, card: { name: 'x' } }]);
    expect(unwrap(await again.journal.readSince(caseId, 0)).rows).toHaveLength(1);
  });
});

describe('a vault that is destroyed', () => {
  test('takes its cases with it, but not one that a colleague here has', async () => {
    const { session } = await newVault(storage.vaults);
    const colleague = (await newVault(storage.vaults)).session;
    const shared = await writeCase(session, storage, 'shared');
    const own = await writeCase(session, storage, 'own');
    await session.writeValue('person', { name: 'Eva' });
    unwrap(await session.giveCase(shared, { vaultId: colleague.vaultId }));
    unwrap(await destroyVault({ store: storage.vaults }, session.vaultId));
    expect(unwrap(await storage.journal.readSince(own, 0)).rows).toEqual([]);
    expect(unwrap(await storage.journal.readSince(shared, 0)).rows).toHaveLength(1);
    expect(unwrap(await storage.journal.readCards([own, shared]))).toHaveLength(1);
    expect(unwrap(await storage.vaults.getSealed(session.vaultId, 'person'))).toBeNull();
    unwrap(await colleague.acceptGiven());
    expect(unwrap(await colleague.listCases())).toEqual([shared]);
    unwrap(await destroyVault({ store: storage.vaults }, colleague.vaultId));
    expect(await everyRow()).toEqual([wipedMark]);
    expect(await marker.isSet()).toBe(false);
  });

  test('is not taken for a lost one when the device died before the marker was written down', async () => {
    const { session } = await newVault(storage.vaults);
    unwrap(await destroyVault({ store: storage.vaults }, session.vaultId));
    storage.close();
    await marker.set();
    const again = open();
    expect(unwrap(await again.vaults.listVaults())).toEqual([]);
    // A vault that is made afterwards and lost is told as lost.
    await newVault(again.vaults);
    expect(await everyRow()).not.toContainEqual(wipedMark);
    again.close();
    indexedDB = new IDBFactory();
    expect(errorOf(await open().open())).toEqual({ kind: 'vanished' });
  });

  test('can be opened by nobody from the first step on', async () => {
    const { session } = await newVault(storage.vaults);
    await writeCase(session, storage, 'x');
    unwrap(await storage.vaults.destroyKeys(session.vaultId));
    expect(unwrap(await storage.vaults.getVault(session.vaultId))).toBeNull();
    expect(unwrap(await storage.vaults.listAccess(session.vaultId))).toEqual([]);
  });

  test('is gone whole after the next start, when the device died in the middle of it', async () => {
    const { session } = await newVault(storage.vaults);
    await writeCase(session, storage, 'x');
    unwrap(await storage.vaults.destroyKeys(session.vaultId));
    expect(await everyRow()).not.toEqual([]);
    storage.close();
    const again = open();
    unwrap(await again.open());
    expect(unwrap(await again.vaults.listVaults())).toEqual([]);
    await vi.waitFor(async () => expect(await everyRow()).toEqual([wipedMark]));
  });
});

describe('trouble is told apart', () => {
  test('a database that came back empty is not taken for a first start', async () => {
    await newVault(storage.vaults);
    storage.close();
    indexedDB = new IDBFactory();
    const again = open();
    expect(errorOf(await again.open())).toEqual({ kind: 'vanished' });
    expect(errorOf(await again.vaults.listVaults())).toEqual({ kind: 'vanished' });
    // Only when a person has read it and says so.
    expect((await again.beginAnew()).ok).toBe(true);
    expect(unwrap(await again.vaults.listVaults())).toEqual([]);
  });

  test('a first start is no trouble', async () => {
    expect((await storage.open()).ok).toBe(true);
    expect(unwrap(await storage.vaults.listVaults())).toEqual([]);
  });

  test('a journal that was cleared under a window that has read further', async () => {
    const { session } = await newVault(storage.vaults);
    const caseId = await writeCase(session, storage, 'x');
    const db = await new Dexie(databaseName, { indexedDB, IDBKeyRange }).open();
    await db.table('records').clear();
    db.close();
    expect(errorOf(await storage.journal.readSince(caseId, 1))).toEqual({ kind: 'vanished' });
    const append = storage.journal.append(caseId, 1, async () => ok({ rows: [] }));
    expect(errorOf(await append)).toEqual({ kind: 'vanished' });
  });

  test('a database of a newer program', async () => {
    const newer = new Dexie(databaseName, { indexedDB, IDBKeyRange });
    newer.version(9).stores({ vaults: 'vaultId', later: '++' });
    await newer.open();
    newer.close();
    expect(errorOf(await storage.open())).toEqual({ kind: 'newerVersion' });
    // And is left as it was.
    const again = await new Dexie(databaseName, { indexedDB, IDBKeyRange }).open();
    expect(again.verno).toBe(9);
    expect(again.tables.map((table) => table.name)).toEqual(['later', 'vaults']);
    again.close();
  });

  test('a window with an older version that does not close', async () => {
    const older = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(databaseName, 1);
      request.onsuccess = () => resolve(request.result);
    });
    expect(errorOf(await storage.open())).toEqual({ kind: 'blocked' });
    older.close();
  });

  test('a newer window that waits: this one is told and keeps its database', async () => {
    const told: string[] = [];
    unwrap(await storage.open());
    storage.onTrouble((trouble) => told.push(trouble?.kind ?? 'over'));
    const request = indexedDB.open(databaseName, 99);
    await vi.waitUntil(() => told.length > 0);
    expect(told).toEqual(['newerWaits']);
    expect((await storage.vaults.listVaults()).ok).toBe(true);
    storage.close();
    await new Promise((resolve) => {
      request.onsuccess = resolve;
    });
    request.result.close();
  });

  test('a closed database', async () => {
    unwrap(await storage.open());
    storage.close();
    expect(errorOf(await storage.vaults.listVaults())).toEqual({ kind: 'closed' });
  });

  test('a database that the browser has closed: told, and opened again by itself', async () => {
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await newVault(storage.vaults);
    const told: string[] = [];
    storage.onTrouble((trouble) => told.push(trouble?.kind ?? 'over'));
    expect(unwrap(await storage.vaults.listVaults())).toHaveLength(1);
    const database = spy.mock.contexts.at(-1);
    if (!(database instanceof IDBDatabase)) throw new Error('expected a database');
    database.close();
    database.onclose?.(new Event('close'));
    expect(told).toEqual(['closed']);
    expect(unwrap(await storage.vaults.listVaults())).toHaveLength(1);
    expect(told).toEqual(['closed', 'over']);
  });

  test('no database at all', async () => {
    const none = {
      open: () => {
        throw new DOMException('no', 'SecurityError');
      },
    };
    const refused = open({ indexedDB: Object.assign(Object.create(indexedDB), none) });
    expect(errorOf(await refused.open())).toEqual({ kind: 'unavailable' });
  });

  test('a full disk: nothing of the append is kept', async () => {
    const { session } = await newVault(storage.vaults);
    const caseId = await writeCase(session, storage, 'x');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const done = await storage.journal.append(caseId, 1, async ({ heads }) => {
      const [device = ''] = Object.keys(heads);
      const row = { device, seq: 2, id: 'x', bytes: new Uint8Array(9) };
      return ok({ rows: [row], card: new Uint8Array(3) });
    });
    expect(errorOf(done)).toEqual({ kind: 'quota' });
    put.mockRestore();
    const state = unwrap(await storage.journal.readSince(caseId, 0));
    expect(state.rows).toHaveLength(1);
    expect(Object.values(state.heads).map((head) => head.seq)).toEqual([1]);
  });

  test('another window that holds the journal too long', async () => {
    let release: () => void = () => undefined;
    const held = navigator.locks.request(
      'journal:AAAAAAAAAAAAAAAAAAAAAA',
      () =>
        new Promise<void>((resolve) => {
          release = resolve;
        }),
    );
    const impatient = open({ lockWaitMs: 20 });
    let asked = false;
    const done = await impatient.journal.append('AAAAAAAAAAAAAAAAAAAAAA', 0, async () => {
      asked = true;
      return ok({ rows: [] });
    });
    expect(errorOf(done)).toEqual({ kind: 'busy' });
    expect(asked).toBe(false);
    release();
    await held;
    const again = await impatient.journal.append('AAAAAAAAAAAAAAAAAAAAAA', 0, async () =>
      ok({ rows: [] }),
    );
    expect(again.ok).toBe(true);
  });

  test('two writers where locks fail: the second is refused, never given the same number', async () => {
    const noLock: JournalLock = { hold: async (_id, _wait, work) => ok(await work()) };
    const windows = [open({ lock: noLock }), open({ lock: noLock })];
    for (const window of windows) unwrap(await window.open());
    const caseId = 'AAAAAAAAAAAAAAAAAAAAAA';
    let waiting = 0;
    const bothRead = new Promise<void>((resolve) => {
      vi.waitUntil(() => waiting === 2).then(
        () => resolve(),
        () => undefined,
      );
    });
    const done = await Promise.all(
      windows.map(({ journal }) =>
        journal.append(caseId, 0, async () => {
          waiting += 1;
          await bothRead;
          return ok({ rows: [{ device: 'a', seq: 1, id: 'x', bytes: new Uint8Array(1) }] });
        }),
      ),
    );
    expect(done.map((result) => result.ok).sort()).toEqual([false, true]);
    const refused = done.find((result) => !result.ok);
    expect(refused).toMatchObject({ error: { kind: 'conflict', expected: 2 } });
  });
});
