/**
 * The circles on paper: each role's card in each language keeps to the two pages of one folded A4, whatever the length of
 * the language's words.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offeredLanguages } from '../../src/i18n/languages.ts';
import { individualRoles } from '../../src/meeting/circles/roles.ts';
import { startApp } from '../app.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import type { TestServer } from '../driver/server.ts';

let server: TestServer;
let browser: ChromiumBrowser;

beforeAll(async () => {
  server = await startApp();
  browser = await openChromium({ server });
  await browser.page.open(`${server.url}/hjalp/cirklar`);
  await browser.page.waitFor('heading', 'Mötescirklar');
}, 60_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const mm = 96 / 25.4;
/** What an A4 holds between the margins of src/handover/printRoot.css, mm. */
const pageHeight = 263;

describe('the folded cards', () => {
  it.each(offeredLanguages.map(({ code }) => code))(
    'have room on their pages in %s',
    async (language) => {
      const { page, playwrightPage } = browser;
      const heights: Record<string, readonly number[]> = {};
      await playwrightPage.setViewportSize({ width: Math.floor(178 * mm), height: 1000 });
      for (const role of individualRoles) {
        await playwrightPage.emulateMedia({ media: 'screen' });
        await page.evaluate((way) => {
          history.pushState(null, '', way);
          dispatchEvent(new PopStateEvent('popstate'));
        }, `/hjalp/cirklar/${role}?sprak=${language}`);
        await playwrightPage
          .locator(`.circle-card--${role}[lang="${language}"]`)
          .first()
          .waitFor({ state: 'attached' });
        await playwrightPage.emulateMedia({ media: 'print' });
        heights[role] = await page.evaluate(() =>
          [...document.querySelectorAll('.circle-card')].map(
            (card) => card.getBoundingClientRect().height,
          ),
        );
      }
      for (const [role, sides] of Object.entries(heights)) {
        expect(sides, role).toHaveLength(2);
        for (const height of sides) expect(height / mm, role).toBeLessThanOrEqual(pageHeight);
      }
    },
  );
});
