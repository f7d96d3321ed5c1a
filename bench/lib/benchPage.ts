/**
 * The program's own modules without its views, `bench/page` built and opened: in Chromium on a profile on disk, and in
 * WebKitGTK, which keeps its database in memory in automated sessions and cannot be throttled.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { openChromium } from '../../e2e/driver/chromium.ts';
import { findWebkit } from '../../e2e/driver/programs.ts';
import { startServer } from '../../e2e/driver/server.ts';
import type { Page } from '../../e2e/driver/types.ts';
import { openWebkit } from '../../e2e/driver/webkit.ts';
import type { Measure } from '../page/measure.ts';

const root = fileURLToPath(new URL('../page', import.meta.url));
const outDir = fileURLToPath(new URL('../../.cache/bench-page', import.meta.url));

export interface BenchPage {
  /** Runs one of the functions of `bench/page/measure.ts` in the page. */
  readonly call: <Name extends keyof Measure>(
    name: Name,
    ...args: Parameters<Measure[Name]>
  ) => Promise<Awaited<ReturnType<Measure[Name]>>>;
  /** Makes the page's own thread this many times slower; workers and the browser's database are not. */
  readonly throttle: (rate: number) => Promise<void>;
  /** Milliseconds of a core that the page's process has used so far: tells the same on a busy machine. */
  readonly cpu: () => Promise<number>;
  /** Megabytes in use by the page's scripts, after what is not needed is thrown away. */
  readonly heap: () => Promise<number>;
}

let built: Promise<unknown> | null = null;

const buildPage = async (): Promise<void> => {
  built ??= build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, target: 'es2022' },
    worker: { format: 'es' },
  });
  await built;
};

const callIn =
  (page: Page): BenchPage['call'] =>
  (name, ...args) =>
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

const openPage = async (page: Page, url: string): Promise<void> => {
  await page.open(url);
  await page.waitUntil(() => 'measure' in globalThis, []);
};

/** In WebKitGTK. Undefined where it is not on this machine. */
export const withWebkitPage = async <T>(
  work: (bench: Pick<BenchPage, 'call'>) => Promise<T>,
): Promise<T | undefined> => {
  if (findWebkit() === null) return undefined;
  await buildPage();
  const server = await startServer(outDir);
  const browser = await openWebkit({ server });
  try {
    await openPage(browser.page, server.url);
    return await work({ call: callIn(browser.page) });
  } finally {
    await browser.close();
    await server.stop();
  }
};

/** A fresh profile; all is closed and removed when `work` is done. */
export const withBenchPage = async <T>(work: (bench: BenchPage) => Promise<T>): Promise<T> => {
  await buildPage();
  const server = await startServer(outDir);
  const browser = await openChromium({ server });
  try {
    const { page } = browser;
    await openPage(page, server.url);
    const cdp = await browser.cdp();
    await cdp.send('Performance.enable');
    return await work({
      call: callIn(page),
      throttle: async (rate) => {
        await cdp.send('Emulation.setCPUThrottlingRate', { rate });
      },
      cpu: async () => {
        const { metrics } = await cdp.send('Performance.getMetrics');
        const found = metrics.find((metric) => metric.name === 'ProcessTime');
        if (found === undefined) throw new Error('Chromium does not tell its process time.');
        return found.value * 1000;
      },
      heap: async () => {
        await cdp.send('HeapProfiler.collectGarbage');
        const { usedSize } = await cdp.send('Runtime.getHeapUsage');
        return usedSize / 1e6;
      },
    });
  } finally {
    await browser.close();
    await server.stop();
  }
};
