import type { MissingRecords } from '../meeting/workspace.ts';
import type { Head } from '../storage/journalPort.ts';

/**
 * What is known of each device's records in one case: how far it has come, which are missing, which came
 * twice under one number (design.md 6). Knows nothing of what the records hold.
 */
export interface DeviceLog {
  /** `replay`: this very record was here already. `double`: another record has that device and number. */
  readonly note: (record: LoggedRecord) => 'new' | 'replay' | 'double';
  readonly knows: (id: string) => boolean;
  /** A snapshot stands for what its writer had seen, except the numbers of facts: they are records of their own. */
  readonly cover: (seen: Seen, facts: Seqs) => void;
  /** Highest number known of each device. */
  readonly highest: () => Seen;
  /**
   * How far each device is known without a hole: all up to there is here, and so is all that those records had seen. That
   * is what a writer can say to have seen, so that nobody is taken to have answered what never reached them.
   */
  readonly seen: () => Seen;
  /** The last record up to which nothing of a device is missing. */
  readonly heads: () => Readonly<Record<string, Head>>;
  /** The journal says that a device has written this far, and that it was here. */
  readonly expect: (heads: Readonly<Record<string, { readonly seq: number }>>) => void;
  readonly gaps: () => readonly MissingRecords[];
  /** Devices that wrote two records under one number: a copied device. */
  readonly doubles: () => ReadonlySet<string>;
}

/** By device. */
export type Seen = Readonly<Record<string, number>>;
/** By device: first and last number of each run, in rising order. */
export type Seqs = Readonly<Record<string, readonly number[]>>;

export interface LoggedRecord {
  readonly device: string;
  readonly seq: number;
  readonly id: string;
  /** What its writer had seen; nothing where it could not be read. */
  readonly seen?: Seen;
}

interface Run {
  readonly from: number;
  readonly to: number;
}

interface DeviceEntry {
  /** All numbers up to here are here or covered. */
  whole: number;
  /** As `whole`, and all that those records had seen is here too; what the journal has lost does not stand in the way. */
  seen: number;
  highest: number;
  /** Written as far as somebody says, whether it is here or not. */
  expected: number;
  /** Once in this journal, as far as it says. */
  wasHere: number;
  readonly records: Map<number, { readonly id: string; readonly seen: Seen }>;
  readonly covered: Run[];
}

export const createDeviceLog = (): DeviceLog => {
  const devices = new Map<string, DeviceEntry>();
  const knownIds = new Set<string>();
  const doubles = new Set<string>();

  const entry = (device: string): DeviceEntry => {
    const found = devices.get(device) ?? {
      whole: 0,
      seen: 0,
      highest: 0,
      expected: 0,
      wasHere: 0,
      records: new Map(),
      covered: [],
    };
    devices.set(device, found);
    return found;
  };

  const advance = (found: DeviceEntry): void => {
    found.whole = walk(found, found.whole, () => true);
  };

  /** Until nothing moves: one device's records may wait for another's. */
  const settleSeen = (): void => {
    for (let moved = true; moved; ) {
      moved = false;
      for (const found of devices.values()) {
        const before = found.seen;
        found.seen = walk(found, before, ({ seen }) =>
          Object.entries(seen).every(([other, seq]) => (devices.get(other)?.seen ?? 0) >= seq),
        );
        // What the journal has lost was once before this device's eyes, and no waiting brings it back.
        if (found.seen < found.wasHere && !found.records.has(found.seen + 1)) {
          found.seen = Math.min(found.wasHere, nextHere(found) - 1);
        }
        moved ||= found.seen > before;
      }
    }
  };

  return {
    note: ({ device, seq, id, seen = {} }) => {
      if (knownIds.has(id)) return 'replay';
      knownIds.add(id);
      const found = entry(device);
      for (const [other, last] of Object.entries(seen)) {
        const known = entry(other);
        known.expected = Math.max(known.expected, last);
      }
      if (found.records.has(seq)) {
        doubles.add(device);
        return 'double';
      }
      found.records.set(seq, { id, seen });
      found.highest = Math.max(found.highest, seq);
      advance(found);
      return 'new';
    },
    knows: (id) => knownIds.has(id),
    cover: (seen, facts) => {
      for (const [device, seq] of Object.entries(seen)) {
        const found = entry(device);
        found.highest = Math.max(found.highest, seq);
        found.covered.push(...between(facts[device] ?? [], seq));
        advance(found);
      }
    },
    expect: (heads) => {
      for (const [device, { seq }] of Object.entries(heads)) {
        const found = entry(device);
        found.expected = Math.max(found.expected, seq);
        found.wasHere = Math.max(found.wasHere, seq);
      }
    },
    highest: () => numbers(devices, ({ highest }) => highest),
    seen: () => {
      settleSeen();
      return numbers(devices, ({ seen }) => seen);
    },
    heads: () =>
      Object.fromEntries(
        [...devices].flatMap(([device, { whole, records }]) => {
          const id = records.get(whole)?.id;
          return id === undefined ? [] : [[device, { seq: whole, id }] as const];
        }),
      ),
    gaps: () =>
      [...devices].flatMap(([device, { whole, highest, expected, records, covered }]) => {
        const missing: MissingRecords[] = [];
        // From one that is here to the next: a number far away costs nothing.
        const here = [...covered, ...[...records.keys()].map((seq) => ({ from: seq, to: seq }))]
          .filter(({ to }) => to > whole)
          .sort((a, b) => a.from - b.from);
        let last = whole;
        for (const { from, to } of here) {
          if (from > last + 1) missing.push({ device, from: last + 1, to: from - 1 });
          last = Math.max(last, to);
        }
        const end = Math.max(highest, expected);
        if (end > last) missing.push({ device, from: last + 1, to: end });
        return missing;
      }),
    doubles: () => doubles,
  };
};

const numbers = (
  devices: ReadonlyMap<string, DeviceEntry>,
  of: (found: DeviceEntry) => number,
): Seen =>
  Object.fromEntries(
    [...devices]
      .map(([device, found]) => [device, of(found)] as const)
      .filter(([, seq]) => seq > 0),
  );

/** As far as it goes from `from` on over records that pass, and over what a snapshot stands for. */
const walk = (
  { records, covered }: Pick<DeviceEntry, 'records' | 'covered'>,
  from: number,
  passes: (record: { readonly seen: Seen }) => boolean,
): number => {
  let last = from;
  for (;;) {
    const next = last + 1;
    const run = covered.find((each) => each.from <= next && next <= each.to);
    const record = records.get(next);
    if (run !== undefined) last = run.to;
    else if (record !== undefined && passes(record)) last = next;
    else return last;
  }
};

const nextHere = ({ records, seen }: DeviceEntry): number => {
  let next = Number.POSITIVE_INFINITY;
  for (const seq of records.keys()) if (seq > seen && seq < next) next = seq;
  return next;
};

/** All numbers from 1 to `last` but those in `runs`. */
const between = (runs: readonly number[], last: number): readonly Run[] => {
  const found: Run[] = [];
  let from = 1;
  for (let place = 0; place + 1 < runs.length; place += 2) {
    const [first = 0, end = 0] = [runs[place], runs[place + 1]];
    if (first > from) found.push({ from, to: Math.min(first - 1, last) });
    from = Math.max(from, end + 1);
  }
  if (from <= last) found.push({ from, to: last });
  return found;
};
