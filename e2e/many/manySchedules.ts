import fc from 'fast-check';
import { runSchedule, type Step, schedules } from '../../src/cases/testConverge.ts';
import { createTestDevices } from '../../src/cases/testDevices.ts';
import type { Plant } from '../../src/cases/testPlants.ts';
import { brokenPromises } from '../../src/cases/testPromises.ts';
import { withQuickCrypto } from './quickCrypto.ts';

/** Many schedules in a row, as `npm test` and the long run do them: seeded, so that each can be done again. For tests only. */
export interface ManySchedules {
  readonly seed: number;
  readonly runs: number;
  /** On the program's own storage and WebCrypto as it is; else on a journal in memory and the same seal at once. */
  readonly onDatabase: boolean;
}

/** A schedule that broke a promise. Its steps are all that it takes to do it again. */
export class BrokenPromise extends Error {
  override name = 'BrokenPromise';
}

/** What happened, counted. Throws `BrokenPromise` at the first that breaks. */
export const runManySchedules = async ({
  seed,
  runs,
  onDatabase,
}: ManySchedules): Promise<Readonly<Record<string, number>>> => {
  const counts: Record<string, number> = { schedules: runs };
  const add = (name: string, value: number): void => {
    counts[name] = (counts[name] ?? 0) + value;
  };
  const all = fc.sample(schedules, { numRuns: runs, seed });
  const work = async (): Promise<void> => {
    const devices = await createTestDevices(3);
    for (const [place, steps] of all.entries()) {
      const network = await runSchedule(devices, steps, { onDatabase });
      const broken = brokenPromises(network);
      if (broken.length > 0) throw new BrokenPromise(tell(broken, { seed, place, steps }));
      for (const [name, value] of Object.entries(network.counts)) add(name, value);
      add('acknowledged', network.acknowledged.length);
    }
  };
  await (onDatabase ? work() : withQuickCrypto(work));
  return counts;
};

/** After how many schedules a planted bug is found; null when it is not. */
export const findPlant = (
  plant: Plant,
  { seed, runs }: Pick<ManySchedules, 'seed' | 'runs'>,
): Promise<number | null> =>
  withQuickCrypto(async () => {
    const devices = await createTestDevices(3);
    for (const [place, steps] of fc.sample(schedules, { numRuns: runs, seed }).entries()) {
      const broken = await runSchedule(devices, steps, { plant }).then(brokenPromises, () => [
        'it threw',
      ]);
      if (broken.length > 0) return place + 1;
    }
    return null;
  });

const tell = (
  broken: readonly string[],
  { seed, place, steps }: { seed: number; place: number; steps: readonly Step[] },
): string => `${broken.join('; ')}. Seed ${seed}, schedule ${place}: ${JSON.stringify(steps)}`;
