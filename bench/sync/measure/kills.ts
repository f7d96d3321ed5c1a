/** What a SIGKILL under load costs: of what the writers were told is saved, what is not there when it runs again. */
import type { Loader } from '../load/startLoader.ts';
import { pause, type Started, writersOf } from './started.ts';

export interface Loss {
  readonly told: number;
  readonly lost: number;
}

/** Null: as fast as it goes. */
export type Pace = 100 | null;

const runMs = { 100: 4_000, full: 1_500 } as const;
/** Until nothing is left to make ready for the fastest. */
const readyAtFull = 30_000;

let rounds = 0;

export const killUnderLoad = async (
  loader: Loader,
  started: Started,
  pace: Pace,
): Promise<Loss> => {
  rounds += 1;
  const channels = writersOf(1, `kill${rounds}-`);
  const ready = pace === null ? readyAtFull : (pace * runMs[100]) / 1_000 + 64;
  const job = { is: 'untilKilled', channels, perSecond: pace, ready } as const;
  let begun: () => void = () => {};
  const whenBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const killing = loader.do({ ...job, target: started.target() }, () => begun());
  await Promise.race([whenBegun, killing]);
  await pause(pace === null ? runMs.full : runMs[100]);
  await started.kill();
  const { told } = await killing;
  await started.startAgain();
  const { lost } = await loader.do({ is: 'loss', target: started.target(), channels, told });
  return { told: told.reduce((sum, each) => sum + each, 0), lost };
};
