import type { MissingRecords } from '../meeting/workspace.ts';

/**
 * What is known of each device's records in one case: the highest number, which are missing, which came
 * twice under one number (design.md 6). Knows nothing of what the records hold.
 */
export interface DeviceLog {
  /** `replay`: this very record was here already. `double`: another record has that device and number. */
  readonly note: (record: LoggedRecord) => 'new' | 'replay' | 'double';
  /** A snapshot stands for all that its writer had seen: nothing up to there is missing. */
  readonly cover: (seen: Readonly<Record<string, number>>) => void;
  /** Highest number known of each device. */
  readonly highest: () => Readonly<Record<string, number>>;
  /** The journal says that a device has written this far. */
  readonly expect: (heads: Readonly<Record<string, { readonly seq: number }>>) => void;
  readonly gaps: () => readonly MissingRecords[];
  /** Devices that wrote two records under one number: a copied device. */
  readonly doubles: () => ReadonlySet<string>;
}

export interface LoggedRecord {
  readonly device: string;
  readonly seq: number;
  readonly id: string;
}

interface DeviceEntry {
  /** All numbers up to here are here or covered. */
  whole: number;
  highest: number;
  /** Written as far as the journal says, whether it is here or not. */
  expected: number;
  readonly seqs: Set<number>;
}

export const createDeviceLog = (): DeviceLog => {
  const devices = new Map<string, DeviceEntry>();
  const knownIds = new Set<string>();
  const doubles = new Set<string>();

  const entry = (device: string): DeviceEntry => {
    const found = devices.get(device) ?? {
      whole: 0,
      highest: 0,
      expected: 0,
      seqs: new Set<number>(),
    };
    devices.set(device, found);
    return found;
  };

  const advance = (found: DeviceEntry): void => {
    while (found.seqs.has(found.whole + 1)) found.whole += 1;
  };

  return {
    note: ({ device, seq, id }) => {
      if (knownIds.has(id)) return 'replay';
      knownIds.add(id);
      const found = entry(device);
      if (found.seqs.has(seq)) {
        doubles.add(device);
        return 'double';
      }
      found.seqs.add(seq);
      found.highest = Math.max(found.highest, seq);
      advance(found);
      return 'new';
    },
    cover: (seen) => {
      for (const [device, seq] of Object.entries(seen)) {
        const found = entry(device);
        found.highest = Math.max(found.highest, seq);
        found.whole = Math.max(found.whole, seq);
        advance(found);
      }
    },
    expect: (heads) => {
      for (const [device, { seq }] of Object.entries(heads)) {
        const found = entry(device);
        found.expected = Math.max(found.expected, seq);
      }
    },
    highest: () =>
      Object.fromEntries(
        [...devices]
          .filter(([, { highest }]) => highest > 0)
          .map(([device, { highest }]) => [device, highest] as const),
      ),
    gaps: () =>
      [...devices].flatMap(([device, { whole, highest, expected, seqs }]) => {
        const missing: MissingRecords[] = [];
        // From one that is here to the next: a number far away costs nothing.
        let last = whole;
        for (const seq of [...seqs].filter((each) => each > whole).sort((a, b) => a - b)) {
          if (seq > last + 1) missing.push({ device, from: last + 1, to: seq - 1 });
          last = seq;
        }
        const end = Math.max(highest, expected);
        if (end > last) missing.push({ device, from: last + 1, to: end });
        return missing;
      }),
    doubles: () => doubles,
  };
};
