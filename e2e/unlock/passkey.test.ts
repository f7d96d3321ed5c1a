/** **Lås upp med ansikte, finger eller skärmkod**, in a browser with an authenticator: the password opens after all of it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstStart, karin, newSip, startApp, unlock, waitForSaved } from '../app.ts';
import { findViolations } from '../driver/axe.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import type { TestServer } from '../driver/server.ts';
import type { Page } from '../driver/types.ts';
import { type Authenticator, plugIn } from './authenticator.ts';

const way = 'Lås upp med ansikte, finger eller skärmkod';
const field = 'Vad är viktigt för dig?';
const important = 'Behålla gården';
const newPassword = 'fyra nya ord tillsammans';

let server: TestServer;
let browser: ChromiumBrowser;
let page: Page;
let device: Authenticator;
let prepare: string;

beforeAll(async () => {
  server = await startApp();
  browser = await openChromium();
  ({ page } = browser);
  device = await plugIn(browser);
  await firstStart(page, server.url);
  prepare = `${await newSip(page, 'Lars')}/forbered`;
  await page.type(field, important);
  await waitForSaved(page);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const settings = async (password: string): Promise<void> => {
  await page.open(`${server.url}/installningar`);
  await unlock(page, password);
  await page.waitFor('heading', way);
};

/** From the button of the section to what the device says. */
const add = async (button: string, password: string): Promise<void> => {
  await page.press('button', button, { within: way });
  await page.press('checkbox', 'Bara jag kan låsa upp den här plattan');
  await page.type('Lösenordet nu', password);
  await page.press('button', 'Fortsätt', { within: way });
  await page.press('button', 'Visa för plattan', { timeout: 30_000 });
};

const openByFace = async (): Promise<void> => {
  await page.open(prepare);
  await page.waitFor('heading', 'Låst');
  await page.press('button', way);
  await page.waitFor('heading', 'Förbered', { timeout: 30_000 });
  expect(await page.value(field)).toBe(important);
};

it('is added with the password, and opens the same plans', async () => {
  await settings(karin.password);
  expect(await page.exists('button', 'Ta bort')).toBe(false);
  await page.press('button', 'Lägg till', { within: way });
  await page.press('button', 'Fortsätt', { within: way });
  await page.waitForText('Kan fler låsa upp plattan? Avbryt då och använd lösenordet.');
  expect(await findViolations(page)).toEqual([]);
  await page.press('button', 'Avbryt', { within: way });
  await add('Lägg till', karin.password);
  await page.waitForText('Tillagt. Lösenordet gäller fortfarande.', { timeout: 30_000 });
  expect(await device.count()).toBe(1);
  expect(await findViolations(page)).toEqual([]);
  await openByFace();
});

it('opens without internet', async () => {
  await page.waitUntil(() => navigator.serviceWorker.controller !== null, [], { timeout: 30_000 });
  await browser.setOffline(true);
  await openByFace();
  await browser.setOffline(false);
});

it('does not wait after wrong passwords', async () => {
  await page.open(prepare);
  for (let tries = 0; tries < 3; tries += 1) {
    await page.fill('Lösenord', 'inte de rätta orden');
    await page.press('button', 'Lås upp');
    await page.waitForText('lösenordet stämmer inte', { timeout: 30_000 });
    await page.waitFor('button', 'Lås upp', { timeout: 30_000 });
  }
  await page.waitForText(/Vänta \d sekund/, { timeout: 30_000 });
  await page.press('button', way);
  await page.waitFor('heading', 'Förbered', { timeout: 30_000 });
});

it('is replaced: the new one opens, and the old one leaves the device', async () => {
  await settings(karin.password);
  await add('Byt ut', karin.password);
  await page.waitForText('Utbytt.', { timeout: 30_000 });
  expect(await device.count()).toBe(1);
  await openByFace();
});

it('stays when the password is changed', async () => {
  await settings(karin.password);
  await page.press('button', 'Byt lösenord');
  await page.type('Lösenordet nu', karin.password);
  await page.type('Nytt lösenord', newPassword);
  await page.type('Skriv det nya en gång till', newPassword);
  await page.press('button', 'Spara');
  await page.waitForText('Lösenordet är bytt.', { timeout: 30_000 });
  await openByFace();
});

it('says what is safe when the person turns away, and the password opens', async () => {
  // From the first no on, Chromium's authenticator says no to every face: the next test begins with a new one.
  await device.turnAway();
  await page.open(prepare);
  await page.press('button', way);
  await page.waitForText('Inget är borta, men det blev inte upplåst.', { timeout: 30_000 });
  expect(await findViolations(page)).toEqual([]);
  await unlock(page, newPassword);
  await page.waitFor('heading', 'Förbered');
  await settings(newPassword);
  await add('Byt ut', newPassword);
  await page.waitForText('Inget är ändrat. Det blev avbrutet', { timeout: 30_000 });
});

it('is gone from the tablet: said in words, the password opens, and a new one is added', async () => {
  await device.unplug();
  device = await plugIn(browser);
  await page.open(prepare);
  await page.press('button', way);
  await page.waitForText('eller så är upplåsningen borttagen från plattan', { timeout: 30_000 });
  await unlock(page, newPassword);
  await page.waitFor('heading', 'Förbered');
  await settings(newPassword);
  await add('Byt ut', newPassword);
  await page.waitForText('Utbytt.', { timeout: 30_000 });
  await openByFace();
});

it('is removed: only the password opens, and the device has none left', async () => {
  await settings(newPassword);
  await page.press('button', 'Ta bort', { within: way });
  await page.waitFor('dialog', 'Ta bort den här upplåsningen?');
  expect(await findViolations(page)).toEqual([]);
  await page.press('button', 'Ta bort', { within: 'Ta bort den här upplåsningen?' });
  await page.waitForText('Borttaget. Nu öppnar du med lösenordet.');
  await page.press('button', 'Det här har hänt med låset');
  await page.waitForText('Upplåsning med ansikte, finger eller skärmkod togs bort.');
  await page.open(prepare);
  await page.waitFor('heading', 'Låst');
  expect(await page.exists('button', way)).toBe(false);
  await unlock(page, newPassword);
  expect(await page.value(field)).toBe(important);
});

it('is not made on a device that gives no secret, and not offered where there is none', async () => {
  await device.unplug();
  const without = await plugIn(browser, false);
  await settings(newPassword);
  await add('Lägg till', newPassword);
  await page.waitForText('Plattan kan inte skydda planer på det här sättet.', { timeout: 30_000 });
  await without.unplug();
  await settings(newPassword);
  await page.waitForText('Webbläsaren kan inte låsa upp så här. Använd lösenordet.');
  expect(await page.exists('button', 'Lägg till')).toBe(false);
  expect(page.problems()).toEqual([]);
});
