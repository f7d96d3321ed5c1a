import type { Bytes } from '../shared/bytes.ts';
import type { JournalState } from '../storage/journalPort.ts';
import type { CaseKeys } from '../vault/caseKeys.ts';
import { unwrap } from '../vault/testing.ts';
import type { CaseDeps } from './caseDeps.ts';
import type { OpenCase } from './openCase.ts';
import type { RecordReceiver } from './receiveRecords.ts';
import type { DeviceDisk, DeviceKeys } from './testDevices.ts';
import type { Plant } from './testPlants.ts';
import type { Reading } from './testReading.ts';
import { createTestTimers, type TestTimers } from './testTimers.ts';
import type { FaultyJournal, WriteFault } from './testWindow.ts';

/** Windows and devices on one case while a schedule runs, and what is remembered beside them. For tests only. */
export interface Network extends NetworkOptions {
  readonly time: TestTimers;
  /** The first one is where the case began, and the only one that removes something. */
  readonly devices: Device[];
  /** What the screen said is saved; what it had not said yet when the window died. */
  readonly acknowledged: Deed[];
  readonly perhaps: Deed[];
  readonly removed: Set<string>;
  readonly takenBack: Set<string>;
  /** How many times each thing happened. */
  readonly counts: Record<string, number>;
  /** What was seen to be wrong on the way, in words. */
  readonly broken: string[];
  /** What everybody reads in the end. */
  readings: readonly Reading[];
  epoch: number;
  /** How many names have been given. */
  named: number;
}

export interface NetworkOptions {
  /** Devices from the beginning; copies come later. */
  readonly count: number;
  readonly plant: Plant;
  readonly onDatabase: boolean;
}

/** One thing that somebody did. */
export interface Deed {
  readonly kind: 'value' | 'letter' | 'row' | 'fact';
  name: string;
  /** What its writer had before their eyes: values, or answers about consent. */
  saw: readonly string[];
  /** Of an answer: 0 withdrawn, 1 no, 3 yes. */
  readonly consent?: number;
  readonly epoch: number;
  readonly device: Device;
}

export interface Window {
  readonly opened: OpenCase;
  readonly faulty: FaultyJournal;
  readonly device: Device;
  readonly close: () => void;
  readonly deps: CaseDeps;
  waiting: Deed[];
}

export interface Device {
  readonly keys: DeviceKeys;
  disk: DeviceDisk;
  own: Awaited<ReturnType<DeviceDisk['open']>>;
  windows: (Window | null)[];
  receiver: RecordReceiver | null;
  receiverFault: WriteFault;
  inbox: Bytes[];
  sent: number;
  offset: number;
  epoch: number;
  /** What lies on it from before a removal, apart: never merged by itself. */
  readonly past: Reading[];
}

/** Without any device yet. */
export const emptyNetwork = (options: NetworkOptions): Network => ({
  ...options,
  time: createTestTimers(),
  devices: [],
  acknowledged: [],
  perhaps: [],
  removed: new Set(),
  takenBack: new Set(),
  counts: {},
  broken: [],
  readings: [],
  epoch: 1,
  named: 0,
});

export const keysOf = async ({ keys }: Device): Promise<CaseKeys> =>
  unwrap(await keys.session.openCase(keys.caseId));

export const journalOf = async ({ own, keys }: Device, since = 0): Promise<JournalState> =>
  unwrap(await own.journal.readSince(keys.caseId, since));

export const countIn = ({ counts }: Network, what: string, times = 1): void => {
  counts[what] = (counts[what] ?? 0) + times;
};

/** A name that nothing else has. */
export const newName = (network: Network, kind: string): string => {
  network.named += 1;
  return `${kind}${String(network.named).padStart(5, '0')}`;
};

export const newLetter = (network: Network): string => {
  network.named += 1;
  return String.fromCodePoint(0x4e00 + network.named);
};
