/** Writing, opening and listing cases in Chromium on a profile on disk, beside the bare strict database in the same run. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { openChromium } from '../../e2e/driver/chromium.ts';
import { startServer } from '../../e2e/driver/server.ts';
import type { Bench, Figure } from '../bench.ts';
import type { Measure } from './page/measure.ts';

const root = fileURLToPath(new URL('page', import.meta.url));
const outDir = fileURLToPath(new URL('../../.cache/bench-storage', import.meta.url));

const percentile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.floor((times.length - 1) * share)] ?? 0;

const median = async (runs: number, measure: () => Promise<number>): Promise<number> => {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await measure());
  return percentile(times, 0.5);
};

const run = async (): Promise<readonly Figure[]> => {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, target: 'es2022' },
    worker: { format: 'es' },
  });
  const server = await startServer(outDir);
  const browser = await openChromium({ server });
  const { page } = browser;
  const call = <Name extends keyof Measure>(
    name: Name,
    ...args: Parameters<Measure[Name]>
  ): Promise<Awaited<ReturnType<Measure[Name]>>> =>
    page.evaluate(
      async (which, given) => {
        const { measure } = globalThis as unknown as {
          measure: Record<string, (...all: readonly unknown[]) => unknown>;
        };
        return (await measure[which]?.(...given)) as never;
      },
      name as string,
      args as readonly unknown[],
    );
  try {
    await page.open(server.url);
    await page.waitUntil(() => 'measure' in globalThis, []);
    const cdp = await browser.cdp();
    const throttle = (rate: number) => cdp.send('Emulation.setCPUThrottlingRate', { rate });
    await call('setUp');
    await call('commands', 50);
    const commands = await call('commands', 300);
    const floor = await call('floor', 300);
    await throttle(4);
    const slow = await call('commands', 200);
    await throttle(1);
    await call('typeRecords', 1_000);
    const uncompacted = await median(7, () => call('open'));
    const compacting = await call('compact');
    const compacted = await median(7, () => call('open'));
    await call('manyCases', 1_000);
    const list = await median(3, () => call('list'));
    return [
      { name: 'command to durable record, p50', value: percentile(commands, 0.5), unit: 'ms' },
      {
        name: 'command to durable record, p95',
        value: percentile(commands, 0.95),
        unit: 'ms',
        limit: { most: 20 },
      },
      { name: 'bare strict write, p50 (floor)', value: percentile(floor, 0.5), unit: 'ms' },
      { name: 'bare strict write, p95 (floor)', value: percentile(floor, 0.95), unit: 'ms' },
      {
        name: 'command to durable record, 4x, p99',
        value: percentile(slow, 0.99),
        unit: 'ms',
        limit: { most: 50 },
      },
      {
        name: 'open 1,000 records, uncompacted',
        value: uncompacted,
        unit: 'ms',
        limit: { most: 120 },
      },
      { name: 'compact them', value: compacting, unit: 'ms' },
      { name: 'open them compacted', value: compacted, unit: 'ms', limit: { most: 50 } },
      { name: 'list 1,000 cases', value: list, unit: 'ms', limit: { most: 500 } },
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
};

export const bench: Bench = {
  title: 'Writing, opening and listing cases (Chromium, profile on disk)',
  run,
};
