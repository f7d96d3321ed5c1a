import type { Bytes } from '../shared/bytes.ts';
import { nobody } from './keptApart.ts';
import { createRecordReceiver } from './receiveRecords.ts';
import { countIn, type Device, journalOf, keysOf, type Network } from './testNetworkState.ts';
import { plantedRecords } from './testPlants.ts';
import { faultyJournal } from './testWindow.ts';

/** Records on their way between the devices of a network (`testNetworkState.ts`). For tests only. */
export const send = async (network: Network, device: Device): Promise<void> => {
  const records = await sendable(device, device.sent);
  device.sent = (await journalOf(device)).last;
  for (const other of network.devices) if (other !== device) other.inbox.push(...records);
};

/** Gives how many were new here. What could not be received lies in the inbox again. */
export const deliver = async (
  network: Network,
  device: Device,
  records: readonly Bytes[],
): Promise<number> => {
  if (records.length === 0) return 0;
  const keys = await keysOf(device);
  const faulty = faultyJournal(device.own.journal);
  faulty.next = device.receiverFault;
  device.receiverFault = 'none';
  const fresh = faulty.next !== 'none' || device.receiver === null;
  const receiver = fresh
    ? createRecordReceiver({ journal: faulty.journal }, keys)
    : device.receiver;
  if (receiver === null) return 0;
  if (fresh) device.receiver = faulty.next === 'none' ? receiver : null;
  const reached =
    network.plant === 'none'
      ? records
      : await plantedRecords(network.plant, keys, (await journalOf(device)).rows, records);
  const done = await Promise.race([receiver.receive(reached), faulty.died]);
  if (done === 'died' || !done.ok) {
    device.inbox.push(...records);
    return 0;
  }
  countIn(network, 'deliveries');
  countIn(network, 'apart', done.value.apart);
  countIn(network, 'replays', done.value.known);
  return done.value.taken;
};

/** Every device gets what it lacks, until nobody lacks anything. */
export const deliverEverything = async (network: Network): Promise<void> => {
  for (let taken = 1, round = 0; taken > 0 && round < 6; round += 1) {
    taken = 0;
    for (const device of network.devices) {
      const records = await sendable(device);
      for (const other of network.devices) {
        if (other === device) continue;
        other.receiverFault = 'none';
        const has = new Set((await journalOf(other)).rows.map(({ bytes }) => endOf(bytes)));
        const lacks = records.filter((bytes) => !has.has(endOf(bytes)));
        taken += await deliver(network, other, lacks.reverse());
      }
    }
  }
};

/** What lies here under the name of a device. */
export const sendable = async (device: Device, since = 0): Promise<readonly Bytes[]> =>
  (await journalOf(device, since)).rows
    .filter((row) => row.device !== nobody)
    .map(({ bytes }) => bytes);

/** Enough to tell two records apart. */
const endOf = (bytes: Bytes): string => bytes.slice(-16).join();
