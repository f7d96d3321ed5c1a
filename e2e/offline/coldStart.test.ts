import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, openBrowser } from '../driver/openBrowser.ts';
import { startServer } from '../driver/server.ts';
import type { Page } from '../driver/types.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sip-cold-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

const isControlled = (): boolean => navigator.serviceWorker.controller !== null;

const untilControlled = (page: Page): Promise<void> =>
  page.waitUntil(isControlled, [], { timeout: 30_000 });

const untilDrawn = (page: Page): Promise<void> =>
  page.waitUntil(() => (document.getElementById('app')?.innerText ?? '').trim() !== '', []);

describe('without network', () => {
  it.each(engines)(
    'the page loads anew, opens every address and starts cold in %s',
    async (engine) => {
      // The server is stopped in all three: not even the own machine answers.
      const server = await startServer();
      // WebKitGTK keeps a profile only where there is a C compiler (webkit.ts).
      const profile = engine === 'webkit' ? {} : { profileDir: join(folder, engine) };
      const browser = await openBrowser(engine, { ...profile, server });
      const { page } = browser;
      await page.open(server.url);
      await untilControlled(page);
      await untilDrawn(page);
      const first = await page.text();
      await server.stop();
      await page.reload();
      await untilDrawn(page);
      expect(await page.text()).toBe(first);
      expect(await page.evaluate(isControlled)).toBe(true);
      await page.open(`${server.url}/ova`);
      await untilDrawn(page);
      await browser.close();
      if (engine === 'webkit') return;
      const cold = await openBrowser(engine, { ...profile, server });
      await cold.page.open(server.url);
      await untilDrawn(cold.page);
      expect(await cold.page.text()).toBe(first);
      expect(await cold.page.evaluate(isControlled)).toBe(true);
      await cold.close();
    },
  );
});
