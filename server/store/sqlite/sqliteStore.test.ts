import { randomBytes } from 'node:crypto';
import { fstatSync, statSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Store } from '../store.ts';
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

describe('the disk', () => {
  const channel = {
    id: new Uint8Array(randomBytes(32)),
    publicKey: new Uint8Array(32),
    readTokenHash: new Uint8Array(32),
    use: 'log' as const,
    opener: new Uint8Array(16),
  };
  const record = { id: new Uint8Array(randomBytes(32)), bytes: new Uint8Array(randomBytes(321)) };
  const open = { is: 'open' as const, channel, today: 1 };
  const append = { is: 'append' as const, channelId: channel.id, records: [record], today: 1 };

  /** Like a disk that is done when the test says so. */
  const withDisk = async (
    work: (store: Store, disk: { finish: (error: Error | null) => void }) => Promise<void>,
  ): Promise<void> => {
    const folder = await mkdtemp(join(tmpdir(), 'sip-store-'));
    const waiting: ((error: Error | null) => void)[] = [];
    const store = createSqliteStore(folder, (fd, done) => {
      expect(fstatSync(fd).ino).toBe(statSync(`${databaseFile(folder)}-wal`).ino);
      waiting.push(done);
    });
    await work(store, { finish: (error) => waiting.shift()?.(error) });
    await store.close();
    await rm(folder, { recursive: true, force: true });
  };

  const isDone = async (promise: Promise<unknown>): Promise<boolean> => {
    await nextTurn();
    return Promise.race([promise.then(() => true), nextTurn(false)]);
  };

  it('has what is answered, and what is read', async () => {
    await withDisk(async (store, disk) => {
      const opened = store.commit([open]);
      expect(await isDone(opened)).toBe(false);
      disk.finish(null);
      expect(await opened).toMatchObject([{ is: 'opened' }]);

      const appended = store.commit([append]);
      const read = store.read(channel.id, 0, 1_000, 10);
      expect([await isDone(appended), await isDone(read)]).toEqual([false, false]);
      disk.finish(null);
      expect(await appended).toMatchObject([{ is: 'appended', cursor: 1 }]);
      expect(await read).toMatchObject({ end: 1 });
    });
  });

  it('that has once failed is not trusted again', async () => {
    await withDisk(async (store, disk) => {
      const opened = store.commit([open]);
      disk.finish(new Error('No space'));
      await expect(opened).rejects.toThrow('No space');
      await expect(store.commit([open])).rejects.toThrow('No space');
      await expect(store.read(channel.id, 0, 1_000, 10)).rejects.toThrow('No space');
      await expect(store.check()).rejects.toThrow('No space');
    });
  });
});

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
