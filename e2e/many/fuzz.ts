/** Many damaged inputs in a row, seeded, each within a time: as `npm test` and the long run do them. */

import { createChance } from '../crash/chance.ts';
import { createCaseFuzzers, type Fuzzer } from './fuzzCase.ts';
import { createBackupFuzzers, createRequestFuzzer } from './fuzzOutside.ts';
import { withQuickCrypto } from './quickCrypto.ts';

/** Of a hundred inputs, how many of each kind. */
const shares = {
  bodies: 27,
  envelopes: 10,
  facts: 18,
  documents: 13,
  snapshots: 5,
  records: 6,
  cards: 6,
  files: 2,
  contents: 3,
  requests: 10,
} as const;

type Kind = keyof typeof shares;

export interface FuzzOutcome {
  readonly counts: Readonly<Record<string, number>>;
  /** Milliseconds of the slowest input. */
  readonly slowest: number;
}

/** Longer than the slowest takes on a tablet that is busy with other things. */
const longestMs = 10_000;

export interface FuzzRun {
  readonly seed: number;
  readonly runs: number;
  /** Called now and then while all is well: what hangs does not. */
  readonly alive?: () => void;
}

export const runFuzz = ({ seed, runs, alive }: FuzzRun): Promise<FuzzOutcome> =>
  withQuickCrypto(async () => {
    const { requests, end } = await createRequestFuzzer();
    const fuzzers: Readonly<Record<Kind, Fuzzer>> = {
      ...(await createCaseFuzzers()),
      ...(await createBackupFuzzers()),
      requests,
    };
    const counts: Record<string, number> = { inputs: 0, crashed: 0, hung: 0 };
    let slowest = 0;
    for (const [kind, share] of Object.entries(shares) as readonly [Kind, number][]) {
      const count = Math.ceil((runs * share) / 100);
      for (let place = 0; place < count; place += 1) {
        const own = (seed * 31 + place * 7_919 + kind.length * 104_729) % 2 ** 31;
        if (place % 50 === 0) alive?.();
        const started = performance.now();
        try {
          await fuzzers[kind](createChance(own));
        } catch (error) {
          const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
          throw new Error(`${kind}, seed ${own}: ${words.slice(0, 1_500)}`);
        }
        const took = performance.now() - started;
        slowest = Math.max(slowest, took);
        if (took > longestMs) throw new Error(`${kind}, seed ${own}: took ${Math.round(took)} ms.`);
      }
      counts[kind] = count;
      counts.inputs = (counts.inputs ?? 0) + count;
    }
    await end();
    return { counts, slowest };
  });
