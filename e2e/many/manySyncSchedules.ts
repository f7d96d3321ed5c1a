import fc from 'fast-check';
import {
  runSyncSchedule,
  type SyncStep,
  syncSchedules,
} from '../../src/cases/sync/testSyncSchedule.ts';
import { createSyncWorld } from '../../src/cases/sync/testSyncWorld.ts';
import { BrokenPromise } from './manySchedules.ts';
import { withQuickCrypto } from './quickCrypto.ts';

/** Many schedules of syncing in a row. What happened, counted. Throws `BrokenPromise` at the first that breaks. */
export const runManySyncSchedules = ({
  seed,
  runs,
}: {
  readonly seed: number;
  readonly runs: number;
}): Promise<Readonly<Record<string, number>>> =>
  withQuickCrypto(async () => {
    const counts: Record<string, number> = { schedules: runs };
    const world = await createSyncWorld();
    for (const [place, steps] of fc.sample(syncSchedules, { numRuns: runs, seed }).entries()) {
      const outcome = await runSyncSchedule(world, steps);
      if (outcome.broken.length > 0) {
        throw new BrokenPromise(tell(outcome.broken, { seed, place, steps }));
      }
      for (const [name, value] of Object.entries(outcome.counts)) {
        counts[name] = (counts[name] ?? 0) + value;
      }
    }
    return counts;
  });

const tell = (
  broken: readonly string[],
  { seed, place, steps }: { seed: number; place: number; steps: readonly SyncStep[] },
): string => `${broken.join('; ')}. Seed ${seed}, schedule ${place}: ${JSON.stringify(steps)}`;
