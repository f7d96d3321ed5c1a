/** Databases of released versions, as files, laid on a disk in memory. For tests only. */
import { IDBFactory } from 'fake-indexeddb';
import * as v from 'valibot';
import { databaseName } from './schema.ts';

const keyPath = v.union([v.string(), v.array(v.string())]);

const fixtureShape = v.object({
  version: v.number(),
  vaultId: v.string(),
  colleagueId: v.string(),
  caseId: v.string(),
  reserveCode: v.string(),
  stores: v.array(
    v.object({
      name: v.string(),
      keyPath,
      indexes: v.array(v.object({ name: v.string(), keyPath })),
      rows: v.array(v.unknown()),
    }),
  ),
});

export type DatabaseFixture = v.InferOutput<typeof fixtureShape>;

const isBytes = (value: unknown): value is { base64: string } =>
  typeof value === 'object' && value !== null && 'base64' in value;

export const readFixture = (json: unknown): DatabaseFixture => {
  const parsed: unknown = JSON.parse(JSON.stringify(json), (_key, value: unknown) =>
    isBytes(value) ? Uint8Array.from(Buffer.from(value.base64, 'base64')) : value,
  );
  return v.parse(fixtureShape, parsed);
};

/** Lays the fixture on the disk with the browser's own words, past Dexie and past our code. */
export const layOnDisk = async (fixture: DatabaseFixture): Promise<IDBFactory> => {
  const factory = new IDBFactory();
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = factory.open(databaseName, fixture.version);
    request.onupgradeneeded = () => {
      for (const { name, keyPath: key, indexes } of fixture.stores) {
        const store = request.result.createObjectStore(name, { keyPath: key });
        for (const index of indexes) store.createIndex(index.name, index.keyPath);
      }
    };
    request.onsuccess = () => resolve(request.result);
  });
  const names = fixture.stores.map((store) => store.name);
  const writing = db.transaction(names, 'readwrite');
  for (const { name, rows } of fixture.stores) {
    for (const row of rows) writing.objectStore(name).put(row);
  }
  await new Promise((resolve) => {
    writing.oncomplete = resolve;
  });
  db.close();
  return factory;
};
