import type { CaseState } from '../meeting/workspace.ts';
import { setPlanField } from '../plan/commands/wholePlan.ts';
import type { PlanDocument } from '../plan/document.ts';
import { readWrites } from '../plan/documentRead.ts';
import type { Bytes } from '../shared/bytes.ts';
import { realRandom, unwrap } from '../vault/testing.ts';
import type { CaseDeps } from './caseDeps.ts';
import { compactCase } from './compactCase.ts';
import { createCase } from './createCase.ts';
import { nobody } from './keptApart.ts';
import { type OpenCase, openCase } from './openCase.ts';
import { createRecordReceiver, type RecordReceiver } from './receiveRecords.ts';
import { rewriteCase } from './rewriteCase.ts';
import type { Plant } from './testConverge.ts';
import {
  type DeviceDisk,
  type DeviceKeys,
  databaseDisk,
  memoryDisk,
  type TestDevices,
} from './testDevices.ts';
import { factRows, plantedJournal, plantedRecords, resealOld } from './testPlants.ts';
import { createTestTimers } from './testTimers.ts';
import { type FaultyJournal, faultyJournal, type WriteFault } from './testWindow.ts';

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

type Disk = Awaited<ReturnType<DeviceDisk['open']>>;

export interface Device {
  readonly keys: DeviceKeys;
  disk: DeviceDisk;
  own: Disk;
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

export interface Reading {
  readonly values: readonly string[];
  readonly letters: readonly string[];
  readonly rows: readonly string[];
  readonly facts: readonly string[];
  readonly state: CaseState;
}

export type Network = Awaited<ReturnType<typeof createNetwork>>;

export interface NetworkOptions {
  readonly count: number;
  readonly plant: Plant;
  readonly onDatabase: boolean;
}

const author = { name: 'Karin', function: 'samordnare', unit: 'Åby' };

const valuesOf = (document: PlanDocument): readonly string[] =>
  [...readWrites(document, 'plan', 'meetingPlace').values()]
    .map((raw) => (typeof raw === 'object' && raw !== null && 'value' in raw ? raw.value : raw))
    .map(String);

export const readState = (state: CaseState, plant: Plant = 'none'): Reading => {
  const { value, both } = state.plan.meeting.place;
  const values = both.length > 0 ? both.map((write) => write.value) : value === null ? [] : [value];
  const sorted = values.map(String).sort();
  return {
    values: plant === 'lastWriterWins' ? sorted.slice(-1) : sorted,
    letters: [...state.plan.important.text],
    rows: [...state.plan.notes, ...state.plan.putAway].map(({ id }) => id),
    facts: state.log.map(({ fact }) => fact.id),
    state,
  };
};

/** Enough to tell two records apart. */
const endOf = (bytes: Bytes): string => bytes.slice(-16).join();

const isConsentAnswer = (type: string): boolean =>
  type === 'consent.recorded' || type === 'consent.withdrawn';

/** The answers about consent that a window shows, also those that wait there as **Inte sparat**. */
const answersOf = (state: CaseState): readonly string[] =>
  state.log.filter(({ fact }) => isConsentAnswer(fact.type)).map(({ fact }) => fact.id);

export const createNetwork = async (
  devices: TestDevices,
  { count, plant, onDatabase }: NetworkOptions,
) => {
  const time = createTestTimers();
  const all: Device[] = [];
  const acknowledged: Deed[] = [];
  const perhaps: Deed[] = [];
  const removed = new Set<string>();
  const takenBack = new Set<string>();
  const counts: Record<string, number> = {};
  let epoch = 1;
  let made = 0;
  let readings: readonly Reading[] = [];
  const broken: string[] = [];

  const count1 = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };

  const addDevice = async (keys: DeviceKeys, disk: DeviceDisk): Promise<Device> => {
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
    all.push(device);
    return device;
  };

  const newDisk = ({ store }: DeviceKeys): DeviceDisk =>
    onDatabase ? databaseDisk(store) : memoryDisk(store);

  const depsOf = (device: Device, journal: CaseDeps['journal']): CaseDeps => ({
    clock: { now: () => time.now() + device.offset, monotonic: time.now },
    random: realRandom,
    timers: time.timers,
    journal,
    locks: null,
    author: () => author,
  });

  const windowOf = (
    device: Device,
    opened: OpenCase,
    deps: CaseDeps,
    faulty: FaultyJournal,
    close: () => void,
  ): Window => ({
    opened,
    deps,
    faulty,
    device,
    close,
    waiting: [],
  });

  const openWindow = async (device: Device): Promise<Window | null> => {
    const disk = await device.disk.open();
    const faulty = faultyJournal(plantedJournal(plant, disk.journal));
    const deps = depsOf(device, faulty.journal);
    const opened = await openCase(deps, device.keys.session, device.keys.caseId, { log: false });
    if (opened.ok) return windowOf(device, opened.value, deps, faulty, disk.close);
    disk.close();
    if (opened.error.kind !== 'empty') throw new Error(`cannot open: ${opened.error.kind}`);
    return null;
  };

  const window = async (device: Device, place: number): Promise<Window | null> => {
    const found = device.windows[place] ?? (await openWindow(device));
    device.windows[place] = found;
    return found;
  };

  const kill = async (device: Device, place: number): Promise<void> => {
    const found = device.windows[place];
    device.windows[place] = null;
    if (!found) return;
    perhaps.push(...found.waiting.filter(({ name }) => name !== ''));
    found.opened.abandon();
    found.close();
  };

  const killWindow = (found: Window): Promise<void> =>
    kill(found.device, found.device.windows.indexOf(found));

  /** What the screen says is saved is acknowledged. */
  const settle = async (found: Window): Promise<void> => {
    const { save } = found.opened.workspace();
    if (save.kind === 'saved') {
      acknowledged.push(...found.waiting.filter(({ name }) => name !== ''));
      found.waiting = [];
    } else if (save.kind === 'notSaved' && save.reason === 'closed') await killWindow(found);
  };

  const does = async (
    found: Window,
    what: { readonly kind: Deed['kind']; readonly name: string; readonly consent?: number } | null,
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
    if ((await Promise.race([done, found.faulty.died])) === 'died') await killWindow(found);
    else await settle(found);
  };

  const rowsOf = async (device: Device, since = 0) =>
    unwrap(await device.own.journal.readSince(device.keys.caseId, since));

  const deliver = async (device: Device, records: readonly Bytes[]): Promise<number> => {
    if (records.length === 0) return 0;
    const keys = unwrap(await device.keys.session.openCase(device.keys.caseId));
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
      plant === 'none'
        ? records
        : await plantedRecords(plant, keys, (await rowsOf(device)).rows, records);
    const done = await Promise.race([receiver.receive(reached), faulty.died]);
    if (done === 'died' || !done.ok) {
      device.inbox.push(...records);
      return 0;
    }
    count1('deliveries');
    counts.apart = (counts.apart ?? 0) + done.value.apart;
    counts.replays = (counts.replays ?? 0) + done.value.known;
    return done.value.taken;
  };

  const sendable = async (device: Device, since = 0): Promise<readonly Bytes[]> =>
    (await rowsOf(device, since)).rows
      .filter((row) => row.device !== nobody)
      .map(({ bytes }) => bytes);

  const read = async (device: Device): Promise<Reading | null> => {
    const fresh = await openWindow(device);
    if (fresh === null) return null;
    const { state } = fresh.opened.workspace();
    fresh.opened.abandon();
    fresh.close();
    const reading = readState(state, plant);
    if (plant !== 'foldsAsItCame') return reading;
    const keys = unwrap(await device.keys.session.openCase(device.keys.caseId));
    const came = await factRows(keys, (await rowsOf(device)).rows);
    return { ...reading, facts: came.map(({ id }) => id) };
  };

  const [first, ...others] = (await devices.begin()).slice(0, count);
  if (first === undefined) throw new Error('No device.');
  const home = await addDevice(first, newDisk(first));
  {
    const disk = await home.disk.open();
    const faulty = faultyJournal(disk.journal);
    const deps = depsOf(home, faulty.journal);
    const { session, caseId } = first;
    const keys = { ...session, createCase: () => session.openCase(caseId) };
    const opened = unwrap(
      await createCase(deps, keys, (doc, ctx) =>
        setPlanField(doc, ctx, { field: 'name', value: 'Lars' }),
      ),
    );
    home.windows[0] = windowOf(home, opened, deps, faulty, disk.close);
  }

  const pair = async (device: Device): Promise<void> => {
    if (device.epoch === epoch) return;
    const past = await read(device);
    if (past !== null) device.past.push(past);
    const old = unwrap(await device.keys.session.openCase(device.keys.caseId));
    const rows = plant === 'mergesOldEpoch' ? (await rowsOf(device)).rows : [];
    for (const place of [0, 1]) await kill(device, place);
    device.own.close();
    device.disk = newDisk(device.keys);
    device.own = await device.disk.open();
    device.inbox = [];
    device.receiver = null;
    device.sent = 0;
    device.epoch = epoch;
    await device.keys.pair();
    await deliver(device, await sendable(home));
    if (rows.length > 0) {
      const keys = unwrap(await device.keys.session.openCase(device.keys.caseId));
      await deliver(device, await resealOld(old, keys, rows));
    }
  };

  for (const keys of others) {
    const device = await addDevice(keys, newDisk(keys));
    await deliver(device, await sendable(home));
  }
  home.sent = (await rowsOf(home)).last;

  const network = {
    counts,
    acknowledged,
    perhaps,
    removed,
    takenBack,
    broken,
    readings: () => readings,
    devices: (): readonly Device[] => all,
    epoch: () => epoch,
    count: count1,
    name: (kind: string): string => `${kind}${String(++made).padStart(5, '0')}`,
    letter: (): string => String.fromCodePoint(0x4e00 + ++made),
    window,
    allWindows: async (): Promise<readonly Window[]> => {
      const found: Window[] = [];
      for (const device of all) {
        const one = await window(device, 0);
        if (one !== null) found.push(one);
        if (device.windows[1]) found.push(device.windows[1]);
      }
      return found;
    },
    did: async (move: string, run: () => Promise<unknown> | undefined): Promise<void> => {
      count1(move);
      await run();
    },
    does,
    valuesOf,
    answersOf,
    note: (deed: Pick<Deed, 'kind' | 'name'>, { device, waiting, opened }: Window): void => {
      const done = { ...deed, saw: [], epoch: device.epoch, device };
      if (opened.workspace().save.kind === 'saved') acknowledged.push(done);
      else waiting.push(done);
    },
    /** Undo may take back whatever its window wrote: values, letters, rows. */
    mayTakeBack: ({ opened, device }: Window): void => {
      const reading = readState(opened.workspace().state);
      for (const name of [...reading.values, ...reading.letters, ...reading.rows])
        takenBack.add(name);
      for (const deed of [
        ...acknowledged,
        ...perhaps,
        ...device.windows.flatMap((each) => each?.waiting ?? []),
      ]) {
        if (deed.device === device && deed.kind !== 'fact') takenBack.add(deed.name);
      }
    },
    kill,
    catchUp: async (found: Window): Promise<void> => {
      await found.opened.catchUp();
      await settle(found);
    },
    send: async (device: Device): Promise<void> => {
      const records = await sendable(device, device.sent);
      device.sent = (await rowsOf(device)).last;
      for (const other of all) if (other !== device) other.inbox.push(...records);
    },
    deliver,
    compact: async (device: Device): Promise<void> => {
      const keys = unwrap(await device.keys.session.openCase(device.keys.caseId));
      const journal = plantedJournal(plant, device.own.journal, keys);
      const done = await compactCase(
        { clock: { now: time.now, monotonic: time.now }, journal },
        keys,
        2,
      );
      if (done.ok) count1('snapshots');
    },
    remove: async (): Promise<void> => {
      const found = await window(home, 0);
      if (found === null) return;
      // What other windows wrote goes too, and what this one writes first.
      const before = [
        ...((await read(home))?.rows ?? []),
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
      if (done === 'died') return killWindow(found);
      await settle(found);
      if (!done.ok) return;
      count1('removals');
      for (const name of before) removed.add(name);
      perhaps.push(...found.waiting);
      home.windows[0] = windowOf(home, done.value, found.deps, found.faulty, found.close);
      home.receiver = null;
      epoch += 1;
      home.epoch = epoch;
    },
    pair: (device: Device): Promise<void> => (device === home ? Promise.resolve() : pair(device)),
    copy: async (device: Device): Promise<void> => {
      if (all.length > count) return;
      const copied = await device.disk.copy(device.keys.caseId);
      const twin = await addDevice(await device.keys.copy(), copied);
      twin.epoch = device.epoch;
      count1('copies');
    },
    /** All that was ever sent comes to all, and everybody reads. */
    finish: async (): Promise<void> => {
      for (const device of all) {
        for (const found of device.windows) {
          if (!found) continue;
          found.faulty.next = 'none';
          await does(found, null, () => found.opened.workspace().flush());
          if (found.waiting.length > 0 && device.windows.includes(found)) {
            broken.push('something was never written');
          }
        }
      }
      for (const device of all) if (device !== home) await pair(device);
      for (const device of all) broken.push(...(await untoldGaps(device)));
      for (let taken = 1, round = 0; taken > 0 && round < 6; round += 1) {
        taken = 0;
        for (const device of all) {
          const records = await sendable(device);
          for (const other of all) {
            if (other === device) continue;
            other.receiverFault = 'none';
            const has = new Set((await rowsOf(other)).rows.map(({ bytes }) => endOf(bytes)));
            const lacks = records.filter((bytes) => !has.has(endOf(bytes)));
            taken += await deliver(other, lacks.reverse());
          }
        }
      }
      const found: Reading[] = [];
      for (const device of all) {
        const fresh = await read(device);
        if (fresh === null) broken.push('a device has nothing');
        else found.push(fresh);
        for (const each of device.windows) {
          if (!each) continue;
          await each.opened.catchUp();
          await settle(each);
          // Written anew in another window: this one says that it is of the past.
          if (!device.windows.includes(each)) continue;
          found.push(readState(each.opened.workspace().state, plant));
          each.opened.abandon();
          each.close();
        }
        device.own.close();
      }
      readings = found;
    },
  };

  /** Numbers that are missing between those in the journal, and of which the case says nothing. */
  const untoldGaps = async (device: Device): Promise<readonly string[]> => {
    if ((counts.snapshots ?? 0) > 0) return [];
    const { rows } = await rowsOf(device);
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
    count1('gaps');
    const missing = (await read(device))?.state.missingRecords ?? [];
    const isTold = ({ by, seq }: { readonly by: string; readonly seq: number }): boolean =>
      missing.some((gap) => gap.device === by && gap.from <= seq && seq <= gap.to);
    return holes.every(isTold) ? [] : ['a gap is not told'];
  };

  return network;
};
