import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createStorage } from './createStorage.ts';
import { createDatabase, databaseName, type SipDatabase } from './schema.ts';
import { createSpare, type SparePlace } from './spare.ts';
import { memoryMarker } from './vaultMarker.ts';

const row = (
  n: number,
  words = 'x',
): { caseId: string; n: number; device: string; seq: number; bytes: Uint8Array<ArrayBuffer> } => ({
  caseId: 'a',
  n,
  device: 'd',
  seq: n,
  bytes: new TextEncoder().encode(words),
});
const vault = { vaultId: 'v' } as Parameters<SipDatabase['vaults']['put']>[0];

let disk: IDBFactory;
let spareDisk: IDBFactory;
let isFull: boolean;
let removed: number;

const place: SparePlace = {
  open: async () => {
    if (isFull) throw new Error('full');
    return spareDisk;
  },
  remove: async () => {
    removed += 1;
    spareDisk = new IDBFactory();
  },
  hold: (work) => work(),
};

const open = async (from: () => IDBFactory = () => disk) => {
  const spare = createSpare(place, { IDBKeyRange }, databaseName);
  const db = createDatabase({ indexedDB: from(), IDBKeyRange }, databaseName);
  db.use(spare.watch);
  await db.open();
  return { db, spare };
};

/** What lies in the spare. */
const look = async () => {
  const db = createDatabase({ indexedDB: spareDisk, IDBKeyRange }, databaseName);
  await db.open();
  const found = {
    vaults: await db.vaults.toArray(),
    records: (await db.records.toArray()).map(({ n, bytes }) => [
      n,
      new TextDecoder().decode(bytes),
    ]),
    cards: await db.cards.count(),
    isWhole: (await db.sealed.get(['', 'whole'])) !== undefined,
  };
  db.close();
  return found;
};

beforeEach(() => {
  disk = new IDBFactory();
  spareDisk = new IDBFactory();
  isFull = false;
  removed = 0;
});

describe('the spare', () => {
  it('holds what each transaction changed by the time that it is said to be saved', async () => {
    const { db, spare } = await open();
    await db.vaults.put(vault);
    await db.records.bulkAdd([row(1), row(2), row(3), row(4)]);
    await db.cards.put({ caseId: 'a', bytes: new Uint8Array(3) });
    await db.transaction('rw', db.records, db.cards, async () => {
      await db.records.put(row(2, 'other'));
      await db.records.bulkDelete([['a', 1]]);
      await db.records.where('[caseId+n]').between(['a', 4], ['a', 9]).delete();
      await db.cards.clear();
    });
    await spare.settled();
    expect(await look()).toEqual({
      vaults: [vault],
      records: [
        [2, 'other'],
        [3, 'x'],
      ],
      cards: 0,
      isWhole: false,
    });
  });

  it('holds nothing of a transaction that came to nothing', async () => {
    const { db, spare } = await open();
    const failed = db.transaction('rw', db.records, async () => {
      await db.records.add(row(1));
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await spare.settled();
    expect((await look()).records).toEqual([]);
  });

  it('fills a database that the browser threw away, and what is written after that lies in both', async () => {
    const { db, spare } = await open();
    await spare.heal(db);
    await db.vaults.put(vault);
    await db.records.bulkAdd([row(1), row(2)]);
    await spare.settled();
    disk = new IDBFactory();
    const again = await open();
    await again.spare.fill(again.db);
    expect(await again.db.vaults.toArray()).toEqual([vault]);
    expect((await again.db.records.toArray()).map(({ n }) => n)).toEqual([1, 2]);
    await again.db.records.add(row(3));
    await again.spare.settled();
    expect((await look()).records).toHaveLength(3);
  });

  it('fills nothing before it was once the same as the database: half a copy is none', async () => {
    const plain = createDatabase({ indexedDB: disk, IDBKeyRange }, databaseName);
    await plain.open();
    await plain.records.bulkAdd([row(1), row(2)]);
    const { db, spare } = await open();
    await db.vaults.put(vault);
    await spare.settled();
    disk = new IDBFactory();
    const again = await open();
    await again.spare.fill(again.db);
    expect(await again.db.vaults.count()).toBe(0);
  });

  it('becomes what the database is: what is missing is added, and what is more goes with its files', async () => {
    const { db, spare } = await open();
    await db.vaults.put(vault);
    await db.records.bulkAdd([row(1), row(2)]);
    await spare.settled();
    const other = createDatabase({ indexedDB: disk, IDBKeyRange }, databaseName);
    await other.open();
    await other.records.bulkPut([row(2, 'other'), row(3)]);
    await spare.heal(db);
    expect(removed).toBe(0);
    expect((await look()).records).toEqual([
      [1, 'x'],
      [2, 'other'],
      [3, 'x'],
    ]);
    await other.records.delete(['a', 1]);
    await spare.heal(db);
    expect(removed).toBe(1);
    expect((await look()).records).toHaveLength(2);
    expect((await look()).vaults).toEqual([vault]);
  });

  it('is taken away where it cannot be written, and the database goes on alone', async () => {
    const { db, spare } = await open();
    isFull = true;
    await db.vaults.put(vault);
    await spare.settled();
    await vi.waitFor(() => expect(removed).toBe(1));
    await db.records.add(row(1));
    await spare.settled();
    expect(await db.records.count()).toBe(1);
    expect(removed).toBe(1);
  });

  it('is left alone when a database could not be filled from it: it is the last there is', async () => {
    const { db, spare } = await open();
    await spare.heal(db);
    await db.vaults.put(vault);
    await spare.settled();
    disk = new IDBFactory();
    const again = await open();
    isFull = true;
    await again.spare.fill(again.db);
    expect(await again.db.vaults.count()).toBe(0);
    expect(removed).toBe(0);
    isFull = false;
    await again.spare.fill(again.db);
    expect(await again.db.vaults.count()).toBe(1);
  });
});

describe('storage with a spare', () => {
  const start = () =>
    createStorage({
      indexedDB: disk,
      IDBKeyRange,
      marker: memoryMarker(),
      lock: { hold: async (_id, _wait, work) => ({ ok: true, value: await work() }) },
      spare: createSpare(place, { IDBKeyRange }, databaseName),
    });

  it('opens as if nothing had happened when the database was lost', async () => {
    const before = start();
    const bytes = new Uint8Array([1, 2, 3]);
    await before.vaults.putSealed('v', 'person', bytes);
    const { db } = await open();
    await db.vaults.put(vault);
    before.close();
    const healing = start();
    await healing.open();
    await vi.waitFor(async () => expect((await look()).isWhole).toBe(true), 5_000);
    healing.close();
    disk = new IDBFactory();
    const after = start();
    const listed = await after.vaults.listVaults();
    expect(listed.ok && listed.value).toEqual([vault]);
    const sealed = await after.vaults.getSealed('v', 'person');
    expect(sealed.ok && sealed.value).toEqual(bytes);
    after.close();
  });
});
