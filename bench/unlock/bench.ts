/** From the password to an open vault. At 4x the hash is on the throttled thread: a worker would not be slowed down. */
import type { Bench, Figure } from '../bench.ts';
import { withBenchPage, withWebkitPage } from '../lib/benchPage.ts';
import { percentile } from '../lib/percentile.ts';

/** The same in the iPad's family of browser. */
const inWebkit = () =>
  withWebkitPage(async ({ call }) => {
    await call('setUp', true);
    const unlock: number[] = [];
    const hash: number[] = [];
    for (let run = 0; run < 7; run += 1) {
      unlock.push(await call('unlock', 'worker'));
      hash.push(await call('hash', 'worker'));
    }
    return {
      unlock: percentile(unlock, 0.5),
      slowest: percentile(unlock, 1),
      hash: percentile(hash, 0.5),
    };
  });

const inChromium = (): Promise<readonly Figure[]> =>
  withBenchPage(async ({ call, cpu, throttle }) => {
    await call('setUp', true);
    const times = async (where: 'worker' | 'here', runs: number) => {
      const unlock: number[] = [];
      const hash: number[] = [];
      let busy = 0;
      for (let run = 0; run < runs; run += 1) {
        const before = await cpu();
        unlock.push(await call('unlock', where));
        busy += ((await cpu()) - before) / runs;
        hash.push(await call('hash', where));
      }
      return { unlock, hash, busy };
    };
    const here = await times('worker', 7);
    await throttle(4);
    const slow = await times('here', 5);
    await throttle(1);
    return [
      { name: 'unlock', value: percentile(here.unlock, 0.5), unit: 'ms', limit: { most: 600 } },
      { name: 'unlock, slowest', value: percentile(here.unlock, 1), unit: 'ms' },
      { name: 'unlock, processor time, mean', value: here.busy, unit: 'ms' },
      { name: 'the hash alone (floor)', value: percentile(here.hash, 0.5), unit: 'ms' },
      {
        name: '4x: unlock',
        value: percentile(slow.unlock, 0.5),
        unit: 'ms',
        limit: { most: 2_000 },
      },
      { name: '4x: unlock, slowest', value: percentile(slow.unlock, 1), unit: 'ms' },
      { name: '4x: the hash alone (floor)', value: percentile(slow.hash, 0.5), unit: 'ms' },
    ];
  });

const run = async (): Promise<readonly Figure[]> => {
  const figures = await inChromium();
  const webkit = await inWebkit();
  if (webkit === undefined) return figures;
  const beside: Readonly<Record<string, number>> = {
    unlock: webkit.unlock,
    'unlock, slowest': webkit.slowest,
    'the hash alone (floor)': webkit.hash,
  };
  return figures.map((figure) => {
    const value = beside[figure.name];
    return value === undefined ? figure : { ...figure, webkit: value };
  });
};

export const bench: Bench = { title: 'Unlock with the password (median)', run };
