/** Opening a case: every record read, opened, joined and folded, until the plan can be read. */
import type { Bench, Figure } from '../bench.ts';
import { type BenchPage, withBenchPage } from '../lib/benchPage.ts';
import { percentile } from '../lib/percentile.ts';

const median = async (runs: number, work: () => Promise<number>): Promise<number> => {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await work());
  return percentile(times, 0.5);
};

const measureCase = async ({ call, cpu }: BenchPage, caseId: string, runs: number) => {
  const before = await cpu();
  const open = await median(runs, () => call('openCase', caseId));
  const busy = ((await cpu()) - before) / runs;
  const read = await median(runs, async () => (await call('readRows', caseId)).time);
  return { open, busy, read, rows: (await call('readRows', caseId)).rows };
};

const run = (): Promise<readonly Figure[]> =>
  withBenchPage(async (page) => {
    const { call } = page;
    await call('setUp', false);
    const thousand = await call('makeLongCase', 1_000);
    await call('openCase', thousand);
    const plain = await measureCase(page, thousand, 9);
    const compacting = await call('compact', thousand);
    const compacted = await measureCase(page, thousand, 9);
    if (compacted.rows >= plain.rows / 10) throw new Error('It was not compacted.');
    const many = await call('makeLongCase', 10_000);
    const large = await measureCase(page, many, 3);
    return [
      { name: '1,000 records', value: plain.open, unit: 'ms', limit: { most: 120 } },
      { name: '1,000 records, processor time', value: plain.busy, unit: 'ms' },
      { name: 'their rows only read (floor)', value: plain.read, unit: 'ms' },
      { name: '1,000 records, compacted', value: compacted.open, unit: 'ms', limit: { most: 50 } },
      { name: '1,000 records, compacted, processor time', value: compacted.busy, unit: 'ms' },
      { name: 'compacting them', value: compacting, unit: 'ms' },
      { name: '10,000 records', value: large.open, unit: 'ms' },
      { name: 'the 10,000 rows only read (floor)', value: large.read, unit: 'ms' },
    ];
  });

export const bench: Bench = { title: 'Opening a case (Chromium, median)', run };
