import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';
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
