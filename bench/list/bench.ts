/** The list of a vault with very many cases. */
import type { Bench, Figure } from '../bench.ts';
import { withBenchPage } from '../lib/benchPage.ts';
import { percentile } from '../lib/percentile.ts';

const count = 1_000;
const runs = 5;

const run = (): Promise<readonly Figure[]> =>
  withBenchPage(async ({ call, cpu, heap }) => {
    await call('setUp', false);
    const before = await heap();
    await call('makeCases', count);
    const times: number[] = [];
    const start = await cpu();
    for (let run = 0; run < runs; run += 1) times.push(await call('list', count));
    const busy = ((await cpu()) - start) / runs;
    return [
      {
        name: 'unlocked to 1,000 cards read',
        value: percentile(times, 0.5),
        unit: 'ms',
        limit: { most: 500 },
      },
      { name: 'the slowest', value: percentile(times, 1), unit: 'ms' },
      { name: 'unlock and list, processor time, mean', value: busy, unit: 'ms' },
      { name: 'memory of scripts, empty vault', value: before, unit: 'MB' },
      { name: 'memory of scripts, afterwards', value: await heap(), unit: 'MB' },
    ];
  });

export const bench: Bench = { title: 'A list of 1,000 cases (Chromium, median of 5)', run };
