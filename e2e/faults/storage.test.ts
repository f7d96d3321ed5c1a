/** What a browser does to a tablet's storage while a plan is open: words, nothing lost, a way on (docs/failures.md). */
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstStart, newSip, startApp, unlock, waitForSaved } from '../app.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import type { TestServer } from '../driver/server.ts';
import type { Page } from '../driver/types.ts';
import { askForTooMuch, countKept, forceClose, setRoom, toolsOf } from './testBrowser.ts';

const field = 'Vad är viktigt för dig?';

let server: TestServer;
let browser: ChromiumBrowser;
let page: Page;
let room: CDPSession;
let plan: string;

beforeAll(async () => {
  server = await startApp();
  browser = await openChromium();
  // A window beside, which goes nowhere: there the room is set, before the database is first opened and counted.
  await browser.page.open(`${server.url}/robots.txt`);
  room = await browser.cdp();
  await setRoom(room, server.url, 20_000_000);
  page = await browser.newPage();
  await firstStart(page, server.url);
  await newSip(page, 'Lars');
  plan = await page.url();
  await page.type(field, 'Behålla');
  await waitForSaved(page);
  // The program's own files are there before the room is taken away.
  await page.waitUntil(() => navigator.serviceWorker.controller !== null, [], { timeout: 30_000 });
  await setRoom(room, server.url, 1_000);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** The plan as it is after a start from nothing. */
const readAgain = async (next: Page): Promise<string> => {
  await next.open(plan);
  await unlock(next);
  await next.waitFor('heading', 'Förbered');
  return next.value(field);
};

it('keeps what is typed when the room is taken away under it, and saves it when there is room again', async () => {
  expect(await askForTooMuch(page)).toBe('QuotaExceededError');
  await page.type(field, ' gården');
  await page.waitForText('Inget är borta: texten står kvar här, men plattan är full.');
  await page.waitForText('Inte sparat');
  expect(await page.text()).not.toContain('Sparat här');
  expect(await page.value(field)).toBe('Behålla gården');
  await setRoom(room, server.url);
  await waitForSaved(page);
  expect(await page.text()).not.toContain('plattan är full');
});

it('says when the browser closed the database with nothing to write, and is over it by the next word', async () => {
  await forceClose(browser);
  await page.waitForText('Inget som är sparat är borta. Webbläsaren stängde lagringen.');
  await page.waitFor('button', 'Öppna lagringen igen');
  await page.type(field, ' och');
  await waitForSaved(page);
  await page.waitForGone('button', 'Öppna lagringen igen');
});

it('has on the disk all that it said was saved when a tab is frozen and thrown away', async () => {
  await page.type(field, ' hästarna');
  await waitForSaved(page);
  const cdp = await toolsOf(browser);
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
  const next = await browser.newPage();
  cdp.send('Page.crash').catch(() => undefined);
  expect(await readAgain(next)).toBe('Behålla gården och hästarna');
  page = next;
});

it('fetches the program again when the browser has cleared it, and starts without network', async () => {
  const all = await countKept(page);
  expect(all).toBeGreaterThan(100);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  expect(await countKept(page)).toBe(0);
  await page.reload();
  await page.waitUntil(
    async (wanted: number) => {
      let count = 0;
      for (const name of await caches.keys())
        count += (await (await caches.open(name)).keys()).length;
      return count >= wanted;
    },
    // The manifest of the home screen alone is left: no meeting needs it.
    [all - 1],
    { timeout: 30_000 },
  );
  await server.stop();
  expect(await readAgain(page)).toBe('Behålla gården och hästarna');
  await server.start();
});

it('never shows a database that was cleared as one without plans', async () => {
  const cdp = await toolsOf(browser);
  await cdp.send('Storage.clearDataForOrigin', {
    origin: server.url,
    // One of the two marks goes with it: the browser had not written it down.
    storageTypes: 'indexeddb,local_storage',
  });
  await page.press('button', 'Öppna lagringen igen');
  await page.waitForText('fast det har funnits planer');
  await page.open(server.url);
  await page.waitFor('heading', 'Lagringen gick inte att öppna');
  await page.waitForText('Börja inte om förrän du har frågat den som sköter plattorna.');
  expect(await page.text()).not.toContain('Skydda uppgifterna');
  await page.press('link', 'Öva');
  await page.waitFor('heading', 'Öva');
});
