import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { type StoreUnderTest, storeSuite } from '../storeSuite.ts';
import { databaseFile } from './database.ts';
import { createSqliteStore } from './sqliteStore.ts';

const foundIn = async (
  folder: string,
  wanted: readonly Uint8Array[],
): Promise<readonly Uint8Array[]> => {
  const files = await Promise.all(
    (await readdir(folder)).map((file) => readFile(join(folder, file))),
  );
  return wanted.filter((bytes) => files.some((file) => file.includes(Buffer.from(bytes))));
};

const make = async (): Promise<StoreUnderTest> => {
  const folder = await mkdtemp(join(tmpdir(), 'sip-store-'));
  let store = createSqliteStore(join(folder, 'data'));
  return {
    store,
    reopen: async () => {
      await store.close();
      store = createSqliteStore(join(folder, 'data'));
      return store;
    },
    another: async () => createSqliteStore(join(folder, 'another')),
    foundInFiles: (wanted) => foundIn(join(folder, 'data'), wanted),
    remove: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

storeSuite('SQLite', make);

describe('the data folder', () => {
  it('is used by one server at a time', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sip-store-'));
    const store = createSqliteStore(folder);
    expect(() => createSqliteStore(folder)).toThrow('Another server uses this data folder');
    await store.close();
    await createSqliteStore(folder).close();
    await rm(folder, { recursive: true, force: true });
  });

  it('of a newer program is left alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sip-store-'));
    await createSqliteStore(folder).close();
    const db = new DatabaseSync(databaseFile(folder));
    db.exec('PRAGMA user_version = 999');
    db.close();
    expect(() => createSqliteStore(folder)).toThrow('newer version');
    await rm(folder, { recursive: true, force: true });
  });

  it('is dumped by another process while the server writes', async () => {
    const made = await make();
    const publicKey = new Uint8Array(randomBytes(32));
    const channel = {
      id: new Uint8Array(randomBytes(32)),
      publicKey,
      readTokenHash: publicKey,
      use: 'log' as const,
      opener: new Uint8Array(16),
    };
    const records = Array.from({ length: 20 }, () => {
      const bytes = new Uint8Array(randomBytes(321));
      return { id: bytes.slice(0, 32), bytes };
    });
    const write = { is: 'append' as const, channelId: channel.id, today: 1 };
    await made.store.commit([{ is: 'open', channel, today: 1 }]);
    await made.store.commit([{ ...write, records: records.slice(0, 10) }]);
    let rows = 0;
    for await (const row of made.store.dump()) {
      if (rows === 0) await made.store.commit([{ ...write, records: records.slice(10) }]);
      rows += row.is === 'record' ? 1 : 0;
    }
    expect(rows).toBe(10);
    await made.store.scrub();
    await made.remove();
  });
});
