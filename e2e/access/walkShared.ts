/** The walks past what is there where several share a tablet, and on an iPad's home screen (views.ts). */
import { generateKeyPairSync } from 'node:crypto';
import { goOnAs, goOnAsNew, karin, maria, newSip, protect } from '../app.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import { startServer, type TestServer } from '../driver/server.ts';
import type { Page } from '../driver/types.ts';
import { plugIn } from '../unlock/authenticator.ts';
import type { At } from './walkViews.ts';

const face = 'Lås upp med ansikte, finger eller skärmkod';

/** Serves the program of an organisation that has a recovery key. */
export const startOrganisation = (): Promise<TestServer> => {
  const { x = '' } = generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' });
  const publicKey = new Uint8Array(Buffer.from(x, 'base64url'));
  return startServer(undefined, { organisation: { name: 'Åby kommun', publicKey } });
};

const walkPasskey = async (page: Page, at: At): Promise<void> => {
  await page.press('link', 'Inställningar');
  await page.waitFor('heading', face);
  await at('Inställningar, ansikte eller finger');
  await page.press('button', 'Lägg till', { within: face });
  await page.press('button', 'Fortsätt', { within: face });
  await page.waitForText('Kan fler låsa upp plattan? Avbryt då och använd lösenordet.');
  await at('Lägg till, fel');
  await page.press('checkbox', 'Bara jag kan låsa upp den här plattan');
  await page.type('Lösenordet nu', karin.password);
  await page.press('button', 'Fortsätt', { within: face });
  await page.press('button', 'Visa för plattan', { timeout: 30_000 });
  await page.waitForText('Tillagt. Lösenordet gäller fortfarande.', { timeout: 30_000 });
  await at('Tillagt');
  await page.press('link', 'Mina SIP:ar');
};

/** Two who share a tablet: a stand-in is chosen, takes over, and the first has lost the password. */
export const walkShared = async (browser: ChromiumBrowser, url: string, at: At): Promise<void> => {
  const { page } = browser;
  await plugIn(browser);
  await page.open(url);
  await page.press('button', 'Skydda uppgifterna');
  await page.waitForText('Åby kommun har en nyckel');
  await at('Skydda uppgifterna, organisationens nyckel');
  await protect(page, karin);
  await goOnAsNew(page, maria);
  await goOnAs(page, karin);
  await newSip(page, 'Lars');
  await page.press('link', 'Lars');
  await page.press('button', 'Vem tar över om du blir borta?');
  await page.waitFor('dialog', /./);
  await at('Vem tar över om du blir borta?');
  await page.press('radio', 'M');
  await page.press('button', 'Spara valet');
  await page.waitForText('M kan ta över.');
  await page.press('link', 'Mina SIP:ar');
  await walkPasskey(page, at);
  await goOnAs(page, maria);
  await page.waitForText('En plan från K');
  await at('Om en kollega blir borta');
  await page.press('button', 'Ta över: plan 1, från K');
  await page.waitFor('dialog', /./);
  await at('Ta över');
  await page.press('radio', 'Kollegan är borta längre');
  await page.press('button', 'Ta över');
  await page.waitFor('heading', 'Lars');
  await page.press('link', 'Mina SIP:ar');
  await goOnAs(page, karin);
  await page.waitForText('Maria Lind har tagit över en plan');
  await at('Har tagit över en plan');
  await page.press('button', 'Lås');
  await page.press('radio', 'K');
  await page.waitFor('button', face);
  await at('Låst, fler personer');
  await page.press('button', 'Ta hjälp av organisationens nyckel');
  await page.waitFor('textbox', 'Frågan');
  await at('Ta hjälp av nyckeln');
  await page.press('button', 'Lås upp');
  await page.waitForText('Klistra in svaret');
  await at('Ta hjälp av nyckeln, fel');
};

/** What Safari on an iPad says of itself: a Mac with a touch screen, opened from the home screen. */
export const openHomeScreen = async (): Promise<ChromiumBrowser> => {
  const browser = await openChromium({ touch: true, reducedMotion: true });
  const cdp = await browser.cdp();
  await cdp.send('Emulation.setUserAgentOverride', {
    userAgent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
  });
  await browser.playwrightPage.addInitScript(() => {
    Object.defineProperty(navigator, 'standalone', { value: true });
  });
  return browser;
};

export const walkMove = async ({ page }: ChromiumBrowser, url: string, at: At): Promise<void> => {
  await page.open(url);
  await page.waitFor('heading', 'Flytta hit');
  await at('Flytta hit');
  await page.press('button', 'Flytta hit');
  await page.waitFor('button', 'Läs kopian');
  await at('Flytta hit, filen');
};
