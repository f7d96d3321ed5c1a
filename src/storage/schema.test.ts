/** Every schema that was ever on a device is opened by this program. A version once out is never edited. */
import { readFileSync } from 'node:fs';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { openCard } from '../vault/sealLocal.ts';
import { openRecord } from '../vault/sealRecord.ts';
import { secretOf } from '../vault/secret.ts';
import { testVaultDeps, unwrap } from '../vault/testing.ts';
import { unlockWithPassword } from '../vault/unlock.ts';
import { unlockWithReserveCode } from '../vault/unlockWithReserve.ts';
import { createStorage } from './createStorage.ts';
import { createDatabase, schemaVersion } from './schema.ts';
import { layOnDisk, readFixture } from './testFixture.ts';
import { memoryMarker } from './vaultMarker.ts';

const fixtureOf = (version: number): unknown =>
  JSON.parse(readFileSync(new URL(`./fixtures/database-${version}.json`, import.meta.url), 'utf8'));

const openFixture = async (version: number) => {
  const fixture = readFixture(fixtureOf(version));
  const indexedDB = await layOnDisk(fixture);
  const storage = createStorage({ indexedDB, IDBKeyRange, marker: memoryMarker() });
  return { fixture, indexedDB, storage, deps: testVaultDeps(storage.vaults) };
};

test('a database of version 1 is opened whole: values, case, records, card', async () => {
  const { fixture, storage, deps } = await openFixture(1);
  const password = secretOf('lingon kanot bastu vinter');
  const session = unwrap(await unlockWithPassword(deps, fixture.vaultId, password));
  expect(unwrap(await session.readValue('person'))).toEqual({ name: 'Eva Ek' });
  const keys = unwrap(await session.openCase(fixture.caseId));
  const { rows, heads } = unwrap(await storage.journal.readSince(fixture.caseId, 0));
  const bodies = await Promise.all(
    rows.map(async (row) => unwrap(await openRecord(keys, row.bytes)).body),
  );
  expect(bodies.map(({ kind, seq }) => [kind, seq])).toEqual([
    ['doc', 1],
    ['fact', 2],
  ]);
  expect(new TextDecoder().decode(bodies[0]?.payload)).toBe('Lars');
  expect(heads[keys.device]?.seq).toBe(2);
  const [card] = unwrap(await storage.journal.readCards([fixture.caseId]));
  expect(unwrap(await openCard(keys, card?.bytes ?? new Uint8Array()))).toEqual({ name: 'Lars' });
});

test('a database of version 1 is opened with its reserve code, and a given case is taken in', async () => {
  const { fixture, deps } = await openFixture(1);
  const restored = await unlockWithReserveCode(deps, {
    vaultId: fixture.vaultId,
    code: secretOf(fixture.reserveCode),
    newPassword: secretOf('helt andra ord än förut'),
    newCode: false,
  });
  expect(unwrap(await unwrap(restored).session.listCases())).toEqual([fixture.caseId]);
  const theirs = secretOf('bastu vinter lingon kanot');
  const colleague = unwrap(await unlockWithPassword(deps, fixture.colleagueId, theirs));
  expect(unwrap(await colleague.acceptGiven())).toEqual([
    { caseId: fixture.caseId, from: fixture.vaultId },
  ]);
});

test('the schema of today is the one of its fixture: a change needs a new version and a new fixture', async () => {
  const fixture = readFixture(fixtureOf(schemaVersion));
  const db = await createDatabase({ indexedDB: new IDBFactory(), IDBKeyRange }, 'fresh').open();
  expect(Math.round(db.verno * 10)).toBe(fixture.version);
  const byName = (one: { name: string }, other: { name: string }) =>
    one.name < other.name ? -1 : 1;
  const stores = db.tables.map(({ name, schema }) => ({
    name,
    keyPath: schema.primKey.keyPath,
    indexes: schema.indexes
      .map((index) => ({ name: index.name, keyPath: index.keyPath }))
      .sort(byName),
  }));
  const expected = fixture.stores.map(({ name, keyPath: key, indexes }) => ({
    name,
    keyPath: key,
    indexes: indexes.toSorted(byName),
  }));
  expect(stores.sort(byName)).toEqual(expected.sort(byName));
  db.close();
});
