/** A tablet is gone: its backup file brings the plan to an empty one, under the password its owner had. */
import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { firstStart, newSip, unlock, waitForSaved } from '../app.ts';
import { findViolations } from '../driver/axe.ts';
import type { ChromiumBrowser } from '../driver/chromium.ts';
import type { Page } from '../driver/types.ts';
import { openApp, type TestApp } from '../openApp.ts';
import { filePassword, saveBackup } from './saveBackup.ts';

const field = 'Vad är viktigt för dig?';
const important = 'Behålla gården';

let app: TestApp;
let file: string;

beforeAll(async () => {
  app = await openApp();
  return app.close;
});

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
  const old = await app.open();
  const { page } = old;
  await firstStart(page, app.url);
  await newSip(page, 'Lars');
  await page.type(field, important);
  await waitForSaved(page);
  await page.open(app.url);
  await unlock(page);
  await page.waitForText('Ingen kopia är gjord än.');
  await page.press('link', 'Till säkerhetskopian');
  await page.waitForText('Ingen kopia är gjord än.');
  const saved = await saveBackup(old, app.folder, async () => {
    expect(await findViolations(page)).toEqual([]);
  });
  expect(saved.name).toMatch(/^sip-sakerhetskopia-\d{4}-\d{2}-\d{2}\.sip$/);
  file = saved.path;
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
});

it('brings it back on an empty tablet', async () => {
  const fresh = await app.open();
  const { page } = fresh;
  await page.open(app.url);
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
