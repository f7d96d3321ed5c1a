/** A colleague is away: the plan is taken over by who was chosen, with a reason, and the owner is told. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstStart, newSip, type Owner, protect, startApp, unlock, waitForSaved } from '../app.ts';
import { openBrowser } from '../driver/openBrowser.ts';
import type { TestServer } from '../driver/server.ts';
import type { Browser, Page } from '../driver/types.ts';

const maria: Owner = {
  shortName: 'M',
  password: 'hjortron skare norrsken träsko',
  name: 'Maria Lind',
  function: 'kurator',
  unit: 'socialtjänsten',
};
const important = 'Gården';

let server: TestServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await startApp();
  browser = await openBrowser('chromium', { server });
  page = browser.page;
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const lockAndGoOnAs = async (shortName: string, password?: string): Promise<void> => {
  await page.press('button', 'Lås');
  await page.press('radio', shortName);
  await unlock(page, password);
};

it('is taken over with a reason by who was chosen, and the owner reads who and why', async () => {
  await firstStart(page, server.url);
  await page.press('button', 'Lås');
  await page.press('button', 'Jag är ny här');
  await protect(page, maria);
  await lockAndGoOnAs('K');
  await newSip(page, 'Lars');
  await page.type('Vad är viktigt för dig?', important);
  await waitForSaved(page);
  await page.press('link', 'Lars');
  await page.press('button', 'Vem tar över om du blir borta?');
  await page.press('radio', 'M');
  await page.press('button', 'Spara valet');
  await page.waitForText('M kan ta över.');
  await page.press('link', 'Mina SIP:ar');

  // She does not have it, and reads no name.
  await lockAndGoOnAs('M', maria.password);
  await page.waitForText('En plan från K');
  expect(await page.text()).not.toMatch(/Lars|Alla planer/);
  await page.press('button', 'Ta över: plan 1, från K');
  await page.press('radio', 'Kollegan är borta längre');
  await page.press('button', 'Ta över');
  await page.waitFor('heading', 'Lars');
  await page.waitForText(important);
  await page.press('link', 'Mina SIP:ar');

  await lockAndGoOnAs('K');
  await page.waitForText('Maria Lind har tagit över en plan');
  await page.waitForText('Kollegan är borta längre');
  expect(await page.text()).not.toContain('Lars');
  await page.press('link', 'Till Historik');
  await page.waitForText('Maria Lind tog över planen');
  expect(page.problems()).toEqual([]);
}, 120_000);
