/** What to do when something has happened is there when nothing else is: locked, without internet. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { troublePages } from '../../src/app/views/help/troublePages.ts';
import { translate } from '../../src/i18n/i18n.ts';
import { firstStart, startApp } from '../app.ts';
import { openBrowser } from '../driver/openBrowser.ts';
import type { TestServer } from '../driver/server.ts';
import type { Browser } from '../driver/types.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startApp();
  browser = await openBrowser('chromium', { server });
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

it('opens every page of Hjälp by its address while it is locked and there is no internet', async () => {
  const { page } = browser;
  await firstStart(page, server.url);
  await page.waitUntil(() => navigator.serviceWorker.controller !== null, [], { timeout: 30_000 });
  await browser.setOffline(true);
  await page.open(server.url);
  await page.waitFor('heading', 'Låst');
  for (const { id, title } of troublePages) {
    await page.open(`${server.url}/hjalp/${id}`);
    await page.waitFor('heading', translate(title));
    await page.waitFor('heading', 'Vad är tryggt?');
  }
  await page.press('link', 'All hjälp');
  await page.waitFor('heading', 'När något har hänt');
  // The first page is still locked.
  await page.open(server.url);
  await page.waitFor('heading', 'Låst');
  expect(await page.text()).not.toContain('Mina SIP:ar');
}, 120_000);
