/** A tablet is gone: its backup file brings the plan to an empty one, under the password its owner had. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstStart, newSip, startApp, unlock, waitForSaved } from '../app.ts';
import { findViolations } from '../driver/axe.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import type { TestServer } from '../driver/server.ts';
import type { Page } from '../driver/types.ts';

const filePassword = 'sommarhage trasmatta kaffe brygga';
const field = 'Vad är viktigt för dig?';
const important = 'Behålla gården';

let server: TestServer;
let folder: string;
let file: string;
const browsers: ChromiumBrowser[] = [];

const openFresh = async (): Promise<ChromiumBrowser> => {
  const browser = await openChromium();
  browsers.push(browser);
  return browser;
};

beforeAll(async () => {
  server = await startApp();
  folder = await mkdtemp(join(tmpdir(), 'sip-backup-'));
});

afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const saveBackup = async ({ page, playwrightPage }: ChromiumBrowser): Promise<string> => {
  await page.press('button', 'Gör en säkerhetskopia');
  await page.type('Kopians lösenord', filePassword);
  await page.type('Skriv det en gång till', filePassword);
  await page.press('button', 'Gör kopian');
  await page.waitForText('Kopian är läst tillbaka och hel: 1 plan', { timeout: 30_000 });
  expect(await findViolations(page)).toEqual([]);
  const coming = playwrightPage.waitForEvent('download');
  await page.press('link', 'Spara säkerhetskopian');
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^sip-sakerhetskopia-\d{4}-\d{2}-\d{2}\.sip$/);
  const path = join(folder, 'copy.sip');
  await download.saveAs(path);
  return path;
};

const choose = async (
  { page, playwrightPage }: ChromiumBrowser,
  path: string,
  password: string,
): Promise<void> => {
  await playwrightPage.setInputFiles('input[type=file]', path);
  await page.fill('Kopians lösenord', password);
  await page.press('button', 'Läs kopian');
};

const readPlan = async (page: Page): Promise<string> => {
  await page.press('button', 'Alla planer');
  await page.press('link', 'Lars');
  await page.press('link', 'Öppna: Förbered');
  await page.waitFor('heading', 'Förbered');
  return page.value(field);
};

it('saves everything in one file, and says when', async () => {
  const old = await openFresh();
  const { page } = old;
  await firstStart(page, server.url);
  await newSip(page, 'Lars');
  await page.type(field, important);
  await waitForSaved(page);
  await page.open(server.url);
  await unlock(page);
  await page.waitForText('Ingen kopia är gjord än.');
  await page.press('link', 'Till säkerhetskopian');
  await page.waitForText('Ingen kopia är gjord än.');
  file = await saveBackup(old);
  await page.press('button', 'Stäng');
  await page.waitForText('Den senaste gjordes');
  const bytes = await readFile(file);
  for (const words of ['Lars', important, 'Karin', filePassword]) {
    expect(bytes.includes(words)).toBe(false);
  }
  await page.press('link', 'Mina SIP:ar');
  await page.waitFor('button', 'Alla planer');
  expect(await page.exists('link', 'Till säkerhetskopian')).toBe(false);
  await old.close();
  browsers.length = 0;
});

it('brings it back on an empty tablet', async () => {
  const fresh = await openFresh();
  const { page } = fresh;
  await page.open(server.url);
  await page.press('button', 'Hämta från en säkerhetskopia');
  await choose(fresh, file, 'inte de rätta orden');
  await page.waitForText('Lösenordet stämmer inte med den här filen.', { timeout: 30_000 });
  await choose(fresh, file, filePassword);
  await page.waitForText('Kopian är hel.', { timeout: 30_000 });
  expect(await findViolations(page)).toEqual([]);
  await page.press('button', 'Återställ allt');
  await page.waitForText('1 plan är hämtad.');
  expect(await findViolations(page)).toEqual([]);
  await page.press('button', 'Fortsätt');
  await unlock(page);
  expect(await readPlan(page)).toBe(important);
});
