import { realRandom } from '../vault/testing.ts';
import type { CaseDeps } from './caseDeps.ts';
import { openCase } from './openCase.ts';
import {
  type Deed,
  type Device,
  journalOf,
  keysOf,
  type Network,
  type Window,
} from './testNetworkState.ts';
import { factRows, plantedJournal } from './testPlants.ts';
import { type Reading, readState } from './testReading.ts';
import { faultyJournal } from './testWindow.ts';

/**
 * The windows of a network's devices (`testNetworkState.ts`): opened, killed, and what is done in them, with a journal
 * that fails when the schedule says so. For tests only.
 */
export const windowAt = async (
  network: Network,
  device: Device,
  place: number,
): Promise<Window | null> => {
  const found = device.windows[place] ?? (await openWindow(network, device));
  device.windows[place] = found;
  return found;
};

/** Every window that is open, and the first of each device. */
export const allWindows = async (network: Network): Promise<readonly Window[]> => {
  const found: Window[] = [];
  for (const device of network.devices) {
    const one = await windowAt(network, device, 0);
    if (one !== null) found.push(one);
    if (device.windows[1]) found.push(device.windows[1]);
  }
  return found;
};

export const depsOf = (
  { time }: Network,
  device: Device,
  journal: CaseDeps['journal'],
): CaseDeps => ({
  clock: { now: () => time.now() + device.offset, monotonic: time.now },
  random: realRandom,
  timers: time.timers,
  journal,
  locks: null,
  author: () => author,
});

const author = { name: 'Karin', function: 'samordnare', unit: 'Åby' };

const openWindow = async (network: Network, device: Device): Promise<Window | null> => {
  const disk = await device.disk.open();
  const faulty = faultyJournal(plantedJournal(network.plant, disk.journal));
  const deps = depsOf(network, device, faulty.journal);
  const opened = await openCase(deps, device.keys.session, device.keys.caseId, { log: false });
  if (opened.ok) {
    return { opened: opened.value, deps, faulty, device, close: disk.close, waiting: [] };
  }
  disk.close();
  if (opened.error.kind !== 'empty') throw new Error(`cannot open: ${opened.error.kind}`);
  return null;
};

/** What somebody reads who opens the case on this device now; null where there is none. */
export const readDevice = async (network: Network, device: Device): Promise<Reading | null> => {
  const fresh = await openWindow(network, device);
  if (fresh === null) return null;
  const { state } = fresh.opened.workspace();
  fresh.opened.abandon();
  fresh.close();
  const reading = readState(state, network.plant);
  if (network.plant !== 'foldsAsItCame') return reading;
  const came = await factRows(await keysOf(device), (await journalOf(device)).rows);
  return { ...reading, facts: came.map(({ id }) => id) };
};

export const kill = async (network: Network, device: Device, place: number): Promise<void> => {
  const found = device.windows[place];
  device.windows[place] = null;
  if (!found) return;
  network.perhaps.push(...found.waiting.filter(({ name }) => name !== ''));
  found.opened.abandon();
  found.close();
};

export const killWindow = (network: Network, found: Window): Promise<void> =>
  kill(network, found.device, found.device.windows.indexOf(found));

/** What the screen says is saved is acknowledged. */
export const settle = async (network: Network, found: Window): Promise<void> => {
  const { save } = found.opened.workspace();
  if (save.kind === 'saved') {
    network.acknowledged.push(...found.waiting.filter(({ name }) => name !== ''));
    found.waiting = [];
  } else if (save.kind === 'notSaved' && save.reason === 'closed') await killWindow(network, found);
};

/** Does one thing in a window, which may die of it. Nothing is remembered of what has no deed. */
export const act = async (
  network: Network,
  found: Window,
  what: Pick<Deed, 'kind' | 'name' | 'consent'> | null,
  run: (named: (name: string, saw?: readonly string[]) => void) => Promise<unknown>,
): Promise<void> => {
  const deed: Deed | null =
    what === null ? null : { ...what, saw: [], epoch: found.device.epoch, device: found.device };
  if (deed !== null) found.waiting.push(deed);
  const done = run((name, sawThen) => {
    if (deed === null) return;
    deed.name = name;
    if (sawThen !== undefined) deed.saw = sawThen;
  });
  if ((await Promise.race([done, found.faulty.died])) === 'died') await killWindow(network, found);
  else await settle(network, found);
};

/** Remembers what was done in a window without `act`. */
export const noteDeed = (
  { acknowledged }: Network,
  deed: Pick<Deed, 'kind' | 'name'>,
  { device, waiting, opened }: Window,
): void => {
  const done = { ...deed, saw: [], epoch: device.epoch, device };
  if (opened.workspace().save.kind === 'saved') acknowledged.push(done);
  else waiting.push(done);
};

/** Undo may take back whatever its window wrote: values, letters, rows. */
export const mayTakeBack = (network: Network, { opened, device }: Window): void => {
  const { acknowledged, perhaps, takenBack } = network;
  const reading = readState(opened.workspace().state);
  for (const name of [...reading.values, ...reading.letters, ...reading.rows]) takenBack.add(name);
  const waiting = device.windows.flatMap((each) => each?.waiting ?? []);
  for (const deed of [...acknowledged, ...perhaps, ...waiting]) {
    if (deed.device === device && deed.kind !== 'fact') takenBack.add(deed.name);
  }
};

export const catchUp = async (network: Network, found: Window): Promise<void> => {
  await found.opened.catchUp();
  await settle(network, found);
};
