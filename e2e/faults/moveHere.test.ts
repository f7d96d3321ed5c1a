/** **Flytta hit**: an iPad's plans go from a tab in Safari to the home screen, whose store starts empty. */
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { karin, newSip, protect, unlock } from '../app.ts';
import { findViolations } from '../driver/axe.ts';
import type { ChromiumBrowser } from '../driver/chromium.ts';
import { openApp, type TestApp } from '../openApp.ts';

/** What Safari on an iPad says of itself: a Mac with a touch screen. */
const safari =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15';
const filePassword = 'sommarhage trasmatta kaffe brygga';

let app: TestApp;

const openIPad = async (installed: boolean): Promise<ChromiumBrowser> => {
  const browser = await app.open({ touch: true, viewport: { width: 820, height: 1180 } });
  const cdp = await browser.cdp();
  await cdp.send('Emulation.setUserAgentOverride', { userAgent: safari });
  if (installed) {
    // What Safari on an iPad says where the program was opened from the home screen.
    await browser.playwrightPage.addInitScript(() => {
      Object.defineProperty(navigator, 'standalone', { value: true });
    });
  }
  return browser;
};

beforeAll(async () => {
  app = await openApp();
  return app.close;
});

it('brings a plan from the tab to the home screen, by the words that stand there', async () => {
  const tab = await openIPad(false);
  const { page } = tab;
  await page.open(app.url);
  await page.waitFor('heading', 'Lägg programmet på hemskärmen först');
  await page.press('button', 'Skydda uppgifterna här ändå');
  await page.waitForText('Webbläsaren kan städa bort planerna om du inte öppnar programmet');
  await page.press('button', 'Ja, skriv planer här');
  await protect(page, karin);
  await newSip(page, 'Lars');
  await page.open(app.url);
  await unlock(page);
  await page.waitForText('Flytta dem till hemskärmen.');
  await page.press('link', 'Till säkerhetskopian');
  await page.waitFor('heading', 'Flytta till hemskärmen');
  expect(await findViolations(page)).toEqual([]);
  await page.press('button', 'Gör en säkerhetskopia');
  await page.type('Kopians lösenord', filePassword);
  await page.type('Skriv det en gång till', filePassword);
  await page.press('button', 'Gör kopian');
  await page.waitForText('Kopian är läst tillbaka och hel: 1 plan', { timeout: 30_000 });
  const coming = tab.playwrightPage.waitForEvent('download');
  await page.press('link', 'Spara säkerhetskopian');
  const file = join(app.folder, 'copy.sip');
  await (await coming).saveAs(file);

  const home = await openIPad(true);
  await home.page.open(app.url);
  await home.page.waitFor('heading', 'Flytta hit');
  expect(await home.page.exists('heading', 'Lägg programmet på hemskärmen först')).toBe(false);
  await home.page.press('button', 'Flytta hit');
  await home.playwrightPage.setInputFiles('input[type=file]', file);
  await home.page.fill('Kopians lösenord', filePassword);
  await home.page.press('button', 'Läs kopian');
  await home.page.waitForText('Kopian är hel.', { timeout: 30_000 });
  await home.page.press('button', 'Återställ allt');
  await home.page.waitForText('1 plan är hämtad.');
  await home.page.press('button', 'Fortsätt');
  await unlock(home.page);
  await home.page.press('button', 'Alla planer');
  await home.page.waitFor('link', 'Lars');
});
