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

const untilControlled = (page: Page): Promise<void> =>
  page.waitUntil(() => navigator.serviceWorker.controller !== null, [], { timeout: 30_000 });

const untilDrawn = (page: Page): Promise<void> =>
  page.waitUntil(() => (document.getElementById('app')?.innerText ?? '').trim() !== '', []);

describe('without network', () => {
  it.each(engines)('the page loads anew and opens every address in %s', async (engine) => {
    // The server is stopped in all three: not even the own machine answers.
    const server = await startServer();
    const browser = await openBrowser(engine, { server });
    const { page } = browser;
    await page.open(server.url);
    await untilControlled(page);
    await untilDrawn(page);
    const first = await page.text();
    await server.stop();
    await page.reload();
    await untilDrawn(page);
    expect(await page.text()).toBe(first);
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await page.open(`${server.url}/ova`);
    await untilDrawn(page);
    await browser.close();
  });

  it.each(['chromium', 'firefox'] as const)('%s starts cold', async (engine) => {
    const server = await startServer();
    const profileDir = join(folder, engine);
    const first = await openBrowser(engine, { profileDir, server });
    await first.page.open(server.url);
    await untilControlled(first.page);
    await untilDrawn(first.page);
    await first.close();
    await server.stop();
    const second = await openBrowser(engine, { profileDir, server });
    await second.page.open(server.url);
    await untilDrawn(second.page);
    expect(await second.page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(
      true,
    );
    await second.close();
  });
});
