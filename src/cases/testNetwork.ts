import { setPlanField } from '../plan/commands/wholePlan.ts';
import { unwrap } from '../vault/testing.ts';
import { compactCase } from './compactCase.ts';
import { createCase } from './createCase.ts';
import { rewriteCase } from './rewriteCase.ts';
import { deliver, sendable } from './testDelivery.ts';
import {
  type DeviceDisk,
  type DeviceKeys,
  databaseDisk,
  memoryDisk,
  type TestDevices,
} from './testDevices.ts';
import {
  countIn,
  type Device,
  emptyNetwork,
  journalOf,
  keysOf,
  type Network,
  type NetworkOptions,
} from './testNetworkState.ts';
import { depsOf, kill, killWindow, readDevice, settle, windowAt } from './testNetworkWindows.ts';
import { plantedJournal, resealOld } from './testPlants.ts';
import { faultyJournal } from './testWindow.ts';

/** A case that was begun on the first device and came to all others, and what happens to whole devices. For tests only. */
export const createNetwork = async (
  devices: TestDevices,
  options: NetworkOptions,
): Promise<Network> => {
  const network = emptyNetwork(options);
  const [first, ...others] = (await devices.begin()).slice(0, options.count);
  if (first === undefined) throw new Error('No device.');
  const home = await addDevice(network, first, newDisk(network, first));
  await beginCase(network, home);
  for (const keys of others) {
    const device = await addDevice(network, keys, newDisk(network, keys));
    await deliver(network, device, await sendable(home));
  }
  home.sent = (await journalOf(home)).last;
  return network;
};

const addDevice = async (
  { devices, epoch }: Network,
  keys: DeviceKeys,
  disk: DeviceDisk,
): Promise<Device> => {
  const device: Device = {
    keys,
    disk,
    own: await disk.open(),
    windows: [null, null],
    receiver: null,
    receiverFault: 'none',
    inbox: [],
    sent: 0,
    offset: 0,
    epoch,
    past: [],
  };
  devices.push(device);
  return device;
};

const newDisk = ({ onDatabase }: Network, { store }: DeviceKeys): DeviceDisk =>
  onDatabase ? databaseDisk(store) : memoryDisk(store);

const beginCase = async (network: Network, home: Device): Promise<void> => {
  const disk = await home.disk.open();
  const faulty = faultyJournal(disk.journal);
  const deps = depsOf(network, home, faulty.journal);
  const { session, caseId } = home.keys;
  const keys = { ...session, createCase: () => session.openCase(caseId) };
  const opened = unwrap(
    await createCase(deps, keys, (doc, ctx) =>
      setPlanField(doc, ctx, { field: 'name', value: 'Lars' }),
    ),
  );
  home.windows[0] = { opened, deps, faulty, device: home, close: disk.close, waiting: [] };
};

const homeOf = ({ devices: [home] }: Network): Device => {
  if (home === undefined) throw new Error('No device.');
  return home;
};

/** After a removal a device begins anew with the new keys; what lay on it stays apart. */
export const pair = async (network: Network, device: Device): Promise<void> => {
  if (device.epoch === network.epoch) return;
  const home = homeOf(network);
  const past = await readDevice(network, device);
  if (past !== null) device.past.push(past);
  const old = await keysOf(device);
  const rows = network.plant === 'mergesOldEpoch' ? (await journalOf(device)).rows : [];
  for (const place of [0, 1]) await kill(network, device, place);
  device.own.close();
  device.disk = newDisk(network, device.keys);
  device.own = await device.disk.open();
  device.inbox = [];
  device.receiver = null;
  device.sent = 0;
  device.epoch = network.epoch;
  await device.keys.pair();
  await deliver(network, device, await sendable(home));
  if (rows.length > 0) {
    await deliver(network, device, await resealOld(old, await keysOf(device), rows));
  }
};

export const compact = async (network: Network, device: Device): Promise<void> => {
  const { now } = network.time;
  const keys = await keysOf(device);
  const journal = plantedJournal(network.plant, device.own.journal, keys);
  const done = await compactCase({ clock: { now, monotonic: now }, journal }, keys, 2);
  if (done.ok) countIn(network, 'snapshots');
};

/** Removes all notes at home: a new document under new keys. */
export const removeNotes = async (network: Network): Promise<void> => {
  const home = homeOf(network);
  const found = await windowAt(network, home, 0);
  if (found === null) return;
  // What other windows wrote goes too, and what this one writes first.
  const before = [
    ...((await readDevice(network, home))?.rows ?? []),
    ...found.waiting.filter(({ kind }) => kind === 'row').map(({ name }) => name),
  ];
  const disk = await home.disk.open();
  const done = await Promise.race([
    rewriteCase(found.deps, home.keys.session, disk.removal, found.opened, {
      scope: { scope: 'part', choice: 'staff' },
      keepsItem: ({ kind }) => kind !== 'note',
      keepsField: () => true,
      keepsFact: () => true,
    }),
    found.faulty.died,
  ]);
  disk.close();
  if (done === 'died') return killWindow(network, found);
  await settle(network, found);
  if (!done.ok) return;
  countIn(network, 'removals');
  for (const name of before) network.removed.add(name);
  network.perhaps.push(...found.waiting);
  home.windows[0] = { ...found, opened: done.value, waiting: [] };
  home.receiver = null;
  network.epoch += 1;
  home.epoch = network.epoch;
};

/** The device twice from now on, as after its disk was copied. Once in a schedule. */
export const copyDevice = async (network: Network, device: Device): Promise<void> => {
  if (network.devices.length > network.count) return;
  const copied = await device.disk.copy(device.keys.caseId);
  const twin = await addDevice(network, await device.keys.copy(), copied);
  twin.epoch = device.epoch;
  countIn(network, 'copies');
};
