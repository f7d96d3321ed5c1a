import { nobody } from './keptApart.ts';
import { deliverEverything } from './testDelivery.ts';
import { pair } from './testNetwork.ts';
import { countIn, type Device, journalOf, type Network } from './testNetworkState.ts';
import { act, catchUp, readDevice } from './testNetworkWindows.ts';
import { type Reading, readState } from './testReading.ts';

/** The end of a schedule: all that was ever sent comes to all, and everybody reads. For tests only. */
export const finish = async (network: Network): Promise<void> => {
  const { devices, broken } = network;
  for (const device of devices) await writeAll(network, device);
  for (const device of devices) await pair(network, device);
  for (const device of devices) broken.push(...(await untoldGaps(network, device)));
  await deliverEverything(network);
  const found: Reading[] = [];
  for (const device of devices) {
    const fresh = await readDevice(network, device);
    if (fresh === null) broken.push('a device has nothing');
    else found.push(fresh);
    found.push(...(await readWindows(network, device)));
    device.own.close();
  }
  network.readings = found;
};

const writeAll = async (network: Network, device: Device): Promise<void> => {
  for (const found of device.windows) {
    if (!found) continue;
    found.faulty.next = 'none';
    await act(network, found, null, () => found.opened.workspace().flush());
    if (found.waiting.length > 0 && device.windows.includes(found)) {
      network.broken.push('something was never written');
    }
  }
};

/** What the open windows show when they have caught up; closes them. */
const readWindows = async (network: Network, device: Device): Promise<readonly Reading[]> => {
  const found: Reading[] = [];
  for (const each of device.windows) {
    if (!each) continue;
    await catchUp(network, each);
    // Written anew in another window: this one says that it is of the past.
    if (!device.windows.includes(each)) continue;
    found.push(readState(each.opened.workspace().state, network.plant));
    each.opened.abandon();
    each.close();
  }
  return found;
};

/** Numbers that are missing between those in the journal, and of which the case says nothing. */
const untoldGaps = async (network: Network, device: Device): Promise<readonly string[]> => {
  if ((network.counts.snapshots ?? 0) > 0) return [];
  const { rows } = await journalOf(device);
  const numbers = new Map<string, Set<number>>();
  for (const row of rows) {
    if (row.device === nobody) continue;
    numbers.set(row.device, (numbers.get(row.device) ?? new Set()).add(row.seq));
  }
  const holes = [...numbers].flatMap(([by, seqs]) =>
    Array.from({ length: Math.max(...seqs) }, (_, place) => ({ by, seq: place + 1 })).filter(
      ({ seq }) => !seqs.has(seq),
    ),
  );
  if (holes.length === 0) return [];
  countIn(network, 'gaps');
  const missing = (await readDevice(network, device))?.state.missingRecords ?? [];
  const isTold = ({ by, seq }: { readonly by: string; readonly seq: number }): boolean =>
    missing.some((gap) => gap.device === by && gap.from <= seq && seq <= gap.to);
  return holes.every(isTold) ? [] : ['a gap is not told'];
};
