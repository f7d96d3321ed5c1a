import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openerKey } from '../store.ts';
import { type StoreUnderTest, storeSuite } from '../storeSuite.ts';
import { findBytes } from './findBytes.ts';
import { createPostgresStore } from './postgresStore.ts';
import { postgresName, startPostgres, type TestPostgres } from './testPostgres.ts';

// A machine that does much else is no failure.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(async () => {
  vi.resetConfig();
  await postgres.stop();
});

const foundIn = async (
  folder: string,
  wanted: readonly Uint8Array[],
): Promise<readonly Uint8Array[]> => {
  const found = new Set<Uint8Array>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    // A file may be taken away while the folder is read.
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => null);
    if (bytes !== null) for (const each of findBytes(bytes, wanted)) found.add(each);
  }
  return [...found];
};

const make = async (): Promise<StoreUnderTest> => {
  const url = await postgres.newDatabase();
  let store = await createPostgresStore({ url });
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await createPostgresStore({ url });
      return store;
    },
    another: async () => createPostgresStore({ url: await postgres.newDatabase() }),
    foundInFiles: async (wanted) => foundIn(await postgres.files(), wanted),
    remove: async () => {
      await store.close();
      await postgres.dropDatabase(url);
    },
  };
};

storeSuite(postgresName, make);

describe('a deletion', () => {
  it('waits for what runs in another database: until that is over, PostgreSQL would keep what was deleted', async () => {
    const { store, foundInFiles, remove } = await make();
    const otherUrl = await postgres.newDatabase();
    const other = new pg.Client({ connectionString: otherUrl });
    await other.connect();
    await other.query('CREATE TABLE kept (n integer)');
    await other.query('BEGIN');
    await other.query('INSERT INTO kept VALUES (1)');
    const sha256 = (bytes: Uint8Array) =>
      new Uint8Array(createHash('sha256').update(bytes).digest());
    const publicKey = new Uint8Array(randomBytes(32));
    const channelId = sha256(publicKey);
    const bytes = new Uint8Array(randomBytes(1_089));
    const traces = [bytes.slice(100, 132)];
    const today = 20_000;
    const channel = {
      id: channelId,
      publicKey,
      readTokenHash: new Uint8Array(32),
      use: 'log',
      opener: openerKey('somebody'),
    } as const;
    await store.commit([{ is: 'open', channel, today }]);
    await store.commit([
      { is: 'append', channelId, today, records: [{ id: sha256(bytes), bytes }] },
    ]);
    await store.commit([{ is: 'end', channelId, today }]);
    let isDone = false;
    const scrubbing = store.scrub().then(() => {
      isDone = true;
    });
    // It looks again and again: one that does not wait goes on after the first look.
    const watching = new pg.Client({ connectionString: postgres.url });
    await watching.connect();
    const looks = new Set<string>();
    await expect
      .poll(
        async () => {
          const { rows } = await watching.query<{ at: string }>(
            "SELECT query_start::text AS at FROM pg_stat_activity WHERE query LIKE 'SELECT 1 WHERE pg_snapshot_xmin%'",
          );
          for (const { at } of rows) looks.add(at);
          return looks.size;
        },
        { timeout: 25_000 },
      )
      .toBeGreaterThan(2);
    await watching.end();
    expect(isDone).toBe(false);
    await other.query('COMMIT');
    await other.end();
    await scrubbing;
    expect(await foundInFiles(traces)).toEqual([]);
    await remove();
    await postgres.dropDatabase(otherUrl);
  });
});
