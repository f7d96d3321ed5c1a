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
  readonly gaps: () => readonly MissingRecord[];
  /** Devices that wrote two records under one number: a copied device. */
  readonly doubles: () => ReadonlySet<string>;
}

export interface LoggedRecord {
  readonly device: string;
  readonly seq: number;
  readonly id: string;
}

export interface MissingRecord {
  readonly device: string;
  readonly seq: number;
}

interface DeviceEntry {
  /** All numbers up to here are here or covered. */
  whole: number;
  highest: number;
  readonly seqs: Set<number>;
}

export const createDeviceLog = (): DeviceLog => {
  const devices = new Map<string, DeviceEntry>();
  const knownIds = new Set<string>();
  const doubles = new Set<string>();

  const entry = (device: string): DeviceEntry => {
    const found = devices.get(device) ?? { whole: 0, highest: 0, seqs: new Set<number>() };
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
    highest: () =>
      Object.fromEntries([...devices].map(([device, { highest }]) => [device, highest] as const)),
    gaps: () =>
      [...devices].flatMap(([device, { whole, highest, seqs }]) => {
        const missing: MissingRecord[] = [];
        for (let seq = whole + 1; seq <= highest; seq += 1) {
          if (!seqs.has(seq)) missing.push({ device, seq });
        }
        return missing;
      }),
    doubles: () => doubles,
  };
};
