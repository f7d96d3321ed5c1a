/** From a command to its sealed record, durable on disk, beside a bare strict write in the same run. */
import type { Bench, Figure } from '../bench.ts';
import { type BenchPage, withBenchPage, withWebkitPage } from '../lib/benchPage.ts';
import { percentile } from '../lib/percentile.ts';

const rounds = 6;
const inRound = 50;

/** In turns, so that a noisy machine is noisy for both. */
const measureBoth = async ({ call }: Pick<BenchPage, 'call'>) => {
  const commands: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    commands.push(...(await call('commands', inRound)));
    floor.push(...(await call('strictPuts', inRound)));
  }
  return { commands, floor };
};

/** The same in the iPad's family of browser, whose automated sessions keep the database in memory. */
const inWebkit = () =>
  withWebkitPage(async (page) => {
    await page.call('setUp', false);
    await page.call('commands', inRound);
    const both = await measureBoth(page);
    return { ...both, keys: await page.call('keystrokes', 200) };
  });

const run = async (): Promise<readonly Figure[]> => {
  const figures = await inChromium();
  const webkit = await inWebkit();
  if (webkit === undefined) return figures;
  const { commands, floor, keys } = webkit;
  const beside: Readonly<Record<string, number>> = {
    'command to durable record, p50': percentile(commands, 0.5),
    'command to durable record, p95': percentile(commands, 0.95),
    'bare strict write (floor), p50': percentile(floor, 0.5),
    'bare strict write (floor), p95': percentile(floor, 0.95),
    'a keystroke holds its field up, p99': percentile(keys, 0.99),
  };
  return figures.map((figure) => {
    const value = beside[figure.name];
    return value === undefined ? figure : { ...figure, webkit: value };
  });
};

const inChromium = (): Promise<readonly Figure[]> =>
  withBenchPage(async (page) => {
    await page.call('setUp', false);
    await page.call('commands', inRound);
    const here = await measureBoth(page);
    const keys = await page.call('keystrokes', 200);
    await page.throttle(4);
    const slow = await measureBoth(page);
    const slowKeys = await page.call('keystrokes', 200);
    await page.throttle(1);
    const ms = (name: string, value: number, most?: number): Figure => ({
      name,
      value,
      unit: 'ms',
      ...(most !== undefined && { limit: { most } }),
    });
    return [
      ms('command to durable record, p50', percentile(here.commands, 0.5)),
      ms('command to durable record, p95', percentile(here.commands, 0.95), 20),
      ms('bare strict write (floor), p50', percentile(here.floor, 0.5)),
      ms('bare strict write (floor), p95', percentile(here.floor, 0.95)),
      {
        name: 'command by floor, p50',
        value: percentile(here.commands, 0.5) / percentile(here.floor, 0.5),
        unit: 'times',
      },
      ms('4x: command to durable record, p50', percentile(slow.commands, 0.5)),
      ms('4x: command to durable record, p99', percentile(slow.commands, 0.99), 50),
      ms('4x: bare strict write (floor), p99', percentile(slow.floor, 0.99)),
      ms('a keystroke holds its field up, p99', percentile(keys, 0.99)),
      ms('4x: a keystroke holds its field up, p99', percentile(slowKeys, 0.99)),
    ];
  });

export const bench: Bench = {
  title: 'Command to durable sealed record (Chromium: profile on disk; WebKitGTK: in memory)',
  run,
};
