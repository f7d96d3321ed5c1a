/** Whose plans open to whom on one device: the password is forgotten, and a plan is given to a colleague. */
import { beforeAll, expect, it } from 'vitest';
import {
  firstStart,
  goOnAs,
  goOnAsNew,
  karin,
  maria,
  newSip,
  unlock,
  waitForSaved,
} from '../app.ts';
import type { Page } from '../driver/types.ts';
import { openApp, type TestApp } from '../openApp.ts';

const field = 'Vad är viktigt för dig?';
const important = 'Gården';
const newPassword = 'fyra nya ord tillsammans';

let app: TestApp;
let page: Page;

beforeAll(async () => {
  app = await openApp();
  ({ page } = await app.open());
  return app.close;
});

const lockAt = async (address: string): Promise<void> => {
  await page.open(address);
  await page.waitFor('heading', 'Låst');
};

it('opens with the reserve code when the password is forgotten, and with the old one no more', async () => {
  const groups = await firstStart(page, app.url);
  const address = await newSip(page, 'Lars');
  await page.type(field, important);
  await waitForSaved(page);

  await lockAt(`${address}/forbered`);
  await page.press('button', 'Lås upp med reservkod');
  // As one reads it from paper.
  await page.type('Reservkod', groups.join(' ').toLowerCase());
  await page.type('Nytt lösenord', newPassword);
  await page.type('Skriv lösenordet en gång till', newPassword);
  await page.press('button', 'Lås upp');
  await page.waitFor('heading', 'Förbered', { timeout: 30_000 });
  expect(await page.value(field)).toBe(important);

  await lockAt(`${address}/forbered`);
  await page.type('Lösenord', karin.password);
  await page.press('button', 'Lås upp');
  await page.waitForText('lösenordet stämmer inte', { timeout: 30_000 });
  await unlock(page, newPassword);
  await page.waitFor('heading', 'Förbered');
  expect(await page.value(field)).toBe(important);
});

it('gives one plan to a colleague on the same device, and no other', async () => {
  await page.open(app.url);
  await unlock(page, newPassword);
  const own = await newSip(page, 'Amina');
  await page.press('link', 'Amina');
  await page.press('link', 'Mina SIP:ar');
  await goOnAsNew(page, maria);
  expect(await page.text()).not.toMatch(/Lars|Amina/);

  await goOnAs(page, { ...karin, password: newPassword });
  await page.press('button', 'Alla planer');
  await page.press('link', /^Lars/);
  await page.press('button', 'Ge planen till en kollega här');
  await page.press('radio', 'M');
  await page.press('button', 'Ge planen');
  await page.waitForText('M har planen från nästa upplåsning.');
  await page.press('link', 'Mina SIP:ar');

  await goOnAs(page, maria);
  await page.press('button', 'Alla planer');
  await page.waitFor('link', /^Lars/);
  expect(await page.text()).not.toContain('Amina');
  await page.press('link', /^Lars/);
  await page.waitForText(important);
  // Nor by its address.
  await page.evaluate((way) => {
    history.pushState(null, '', new URL(way).pathname);
    dispatchEvent(new PopStateEvent('popstate'));
  }, own);
  await page.waitForText('Planen finns inte här.');
  expect(page.problems()).toEqual([]);
});
