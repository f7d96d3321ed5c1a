/** What somebody keeps on their own phone: there again after everything else is gone, sealed, and gone when it is removed. */
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createKeptStore, type KeptRow } from '../../storage/keptStore.ts';
import { isKeptThere, keptDatabaseName } from '../../storage/keptThere.ts';
import { createKeptPlans, type KeptPlans } from './keptPlans.ts';

const words = 'Gå igenom mediciner';
const plan = { fragment: 'AQ-link-with-keys', state: { is: 'plan', words }, at: 100 };

let indexedDB: IDBFactory;
let now = 1_000;

const phone = (): KeptPlans =>
  createKeptPlans({
    clock: { now: () => now, monotonic: () => now },
    random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
    store: createKeptStore({ indexedDB, IDBKeyRange }),
  });

const rows = async (): Promise<readonly KeptRow[]> => {
  const db = await new Dexie(keptDatabaseName, { indexedDB, IDBKeyRange }).open();
  const found: KeptRow[] = await db.table('plans').toArray();
  db.close();
  return found;
};

beforeEach(() => {
  indexedDB = new IDBFactory();
  now = 1_000;
});

describe('a plan kept on a phone', () => {
  it('is there when the page is opened anew', async () => {
    expect(await phone().list()).toEqual([]);
    await phone().keep(plan);
    expect(await phone().list()).toMatchObject([{ ...plan, since: 1_000 }]);
  });

  it('is known to be there without opening anything, and nothing is made by asking', async () => {
    expect(await isKeptThere(indexedDB)).toBe(false);
    expect(await indexedDB.databases()).toEqual([]);
    await phone().keep(plan);
    expect(await isKeptThere(indexedDB)).toBe(true);
    // A browser that does not tell.
    expect(await isKeptThere(undefined)).toBe(false);
  });

  it('lies sealed, with a key that cannot be taken out, and a name that says nothing', async () => {
    await phone().keep(plan);
    const [row] = await rows();
    if (row === undefined) throw new Error('Nothing was kept.');
    expect(row.id).toMatch(/^[\w-]{22}$/u);
    expect(row.key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', row.key)).rejects.toThrow();
    const inClear = new TextDecoder('latin1').decode(row.bytes);
    for (const each of ['mediciner', plan.fragment]) expect(inClear).not.toContain(each);
    // The same words would have been found.
    expect(JSON.stringify(plan)).toContain('mediciner');
  });

  it('becomes what has come later, with another key, and never what came before', async () => {
    const first = await phone().keep(plan);
    const [before] = await rows();
    now = 2_000;
    await phone().renew({ ...plan, state: { is: 'plan', words: 'Nytt' }, at: 200 });
    await phone().renew({ ...plan, at: 150 });
    expect(await phone().list()).toMatchObject([
      { id: first?.id, state: { words: 'Nytt' }, at: 200, since: 1_000 },
    ]);
    const [after] = await rows();
    expect(after?.bytes).not.toEqual(before?.bytes);
  });

  it('is gone with its key when it is removed, and does not come back with what comes later', async () => {
    const kept = await phone().keep(plan);
    expect(await phone().remove(kept?.id ?? '')).toBe(true);
    expect(await rows()).toEqual([]);
    expect(await phone().renew({ ...plan, at: 300 })).toBeNull();
    expect(await phone().list()).toEqual([]);
  });

  it('stands beside others, the newest first', async () => {
    await phone().keep(plan);
    await phone().keep({ ...plan, fragment: 'another', at: 300 });
    expect((await phone().list())?.map(({ fragment }) => fragment)).toEqual([
      'another',
      plan.fragment,
    ]);
  });

  it('is not said to be none when it cannot be read', async () => {
    await phone().keep(plan);
    const db = await new Dexie(keptDatabaseName, { indexedDB, IDBKeyRange }).open();
    await db
      .table('plans')
      .toCollection()
      .modify({ bytes: new Uint8Array(80) });
    db.close();
    expect(await phone().list()).toBeNull();
    const broken = createKeptPlans({
      clock: { now: () => 1, monotonic: () => 1 },
      random: { bytes: (length) => new Uint8Array(length) },
      store: {
        readAll: async () => ({ ok: false, error: { kind: 'unavailable' } }),
        put: async () => ({ ok: false, error: { kind: 'quota' } }),
        remove: async () => ({ ok: false, error: { kind: 'slow' } }),
      },
    });
    expect(await broken.list()).toBeNull();
    expect(await broken.keep(plan)).toBeNull();
    expect(await broken.remove('x')).toBe(false);
  });
});
