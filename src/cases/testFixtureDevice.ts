/** A device as a released program left it, whole or damaged before it is laid on the disk. For tests only. */
import { IDBKeyRange } from 'fake-indexeddb';
import { createStorage } from '../storage/createStorage.ts';
import { type DatabaseFixture, layOnDisk, readFixture } from '../storage/testFixture.ts';
import { memoryMarker } from '../storage/vaultMarker.ts';
import { secretOf } from '../vault/secret.ts';
import { testVaultDeps, unwrap } from '../vault/testing.ts';
import { unlockWithPassword } from '../vault/unlock.ts';
import type { CaseDeps } from './caseDeps.ts';
import device1 from './fixtures/device-1.json' with { type: 'json' };
import device2 from './fixtures/device-2.json' with { type: 'json' };
import { createTestTimers } from './testTimers.ts';

const devices = { 1: device1, 2: device2 } as const;

export const fixturePassword = secretOf('lingon kanot bastu vinter');

type Row = Record<string, unknown>;

/** The rows of one store, to be changed in place. */
export const rowsOf = (device: DatabaseFixture, store: string): Row[] => {
  const found = device.stores.find(({ name }) => name === store);
  if (found === undefined) throw new Error(`There is no ${store}.`);
  return found.rows as Row[];
};

/** One bit in the middle, wherever the bytes are. */
export const flipBit = (row: Row, ...path: readonly string[]): void => {
  const holder = path.slice(0, -1).reduce<Row>((inner, name) => inner[name] as Row, row);
  const name = path.at(-1) ?? '';
  const bytes = new Uint8Array(holder[name] as Uint8Array);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  holder[name] = bytes;
};

export const openFixtureDevice = async (
  version: keyof typeof devices,
  damage: (device: DatabaseFixture) => void = () => undefined,
) => {
  const device = readFixture(devices[version]);
  damage(device);
  const indexedDB = await layOnDisk(device);
  const storage = createStorage({
    indexedDB,
    IDBKeyRange,
    marker: memoryMarker(),
    lock: { hold: async (_id, _wait, work) => ({ ok: true, value: await work() }) },
  });
  const deps = testVaultDeps(storage.vaults);
  const time = createTestTimers();
  const caseDeps: CaseDeps = {
    clock: deps.clock,
    random: deps.random,
    timers: time.timers,
    journal: storage.journal,
    locks: null,
    author: () => ({ name: 'Karin Ek', function: 'samordnare', unit: '' }),
  };
  const unlock = async () =>
    unwrap(await unlockWithPassword(deps, device.vaultId, fixturePassword));
  return { device, indexedDB, storage, deps, caseDeps, time, unlock };
};
