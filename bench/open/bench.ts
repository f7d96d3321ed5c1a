/** Opening a case: every record read, opened, joined and folded, until the plan can be read. */
import type { Bench, Figure } from '../bench.ts';
import { type BenchPage, withBenchPage, withWebkitPage } from '../lib/benchPage.ts';
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

interface Opened {
  readonly plain: number;
  readonly read: number;
  readonly compacted: number;
  readonly compacting: number;
  readonly large: number;
}

/** The same in the iPad's family of browser. */
const inWebkit = (): Promise<Opened | undefined> =>
  withWebkitPage(async ({ call }) => {
    await call('setUp', false);
    const thousand = await call('makeLongCase', 1_000);
    await call('openCase', thousand);
    const plain = await median(9, () => call('openCase', thousand));
    const read = await median(9, async () => (await call('readRows', thousand)).time);
    const compacting = await call('compact', thousand);
    const compacted = await median(9, () => call('openCase', thousand));
    const many = await call('makeLongCase', 10_000);
    const large = await median(3, () => call('openCase', many));
    return { plain, read, compacted, compacting, large };
  });

const inChromium = () =>
  withBenchPage(async (page) => {
    const { call, throttle } = page;
    await call('setUp', false);
    const thousand = await call('makeLongCase', 1_000);
    await call('openCase', thousand);
    const plain = await measureCase(page, thousand, 9);
    await throttle(4);
    const slow = await median(5, () => call('openCase', thousand));
    await throttle(1);
    const compacting = await call('compact', thousand);
    const compacted = await measureCase(page, thousand, 9);
    if (compacted.rows >= plain.rows / 10) throw new Error('It was not compacted.');
    await throttle(4);
    const slowCompacted = await median(5, () => call('openCase', thousand));
    await throttle(1);
    const many = await call('makeLongCase', 10_000);
    const large = await measureCase(page, many, 3);
    return { plain, slow, compacting, compacted, slowCompacted, large };
  });

const run = async (): Promise<readonly Figure[]> => {
  const here = await inChromium();
  const webkit = await inWebkit();
  const ms = (name: string, value: number, other?: number, most?: number): Figure => ({
    name,
    value,
    unit: 'ms',
    ...(other !== undefined && { webkit: other }),
    ...(most !== undefined && { limit: { most } }),
  });
  return [
    ms('1,000 records', here.plain.open, webkit?.plain, 120),
    ms('1,000 records, processor time', here.plain.busy),
    ms('their rows only read (floor)', here.plain.read, webkit?.read),
    ms('1,000 records, compacted', here.compacted.open, webkit?.compacted, 50),
    ms('1,000 records, compacted, processor time', here.compacted.busy),
    ms('compacting them', here.compacting, webkit?.compacting),
    ms('10,000 records', here.large.open, webkit?.large),
    ms('the 10,000 rows only read (floor)', here.large.read),
    ms('4x: 1,000 records', here.slow),
    ms('4x: 1,000 records, compacted', here.slowCompacted),
  ];
};

export const bench: Bench = { title: 'Opening a case (median)', run };
