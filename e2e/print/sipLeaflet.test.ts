/**
 * **Vad är en SIP?** on paper: for each of the four and in each language one side of one A4, with six pictures that are
 * really drawn.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offeredLanguages } from '../../src/i18n/languages.ts';
import { startApp } from '../app.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import type { TestServer } from '../driver/server.ts';
import { headingLevels, printTagged } from './taggedPdf.ts';

let server: TestServer;
let browser: ChromiumBrowser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sip-print-'));
  server = await startApp();
  browser = await openChromium({ server });
  await browser.page.open(`${server.url}/vad-ar-en-sip`);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A drawing that could not be read has no size: nothing is seen, and nothing is said of it. */
const drawnScenes = (): Promise<number> =>
  browser.page.evaluate(
    () =>
      [...document.querySelectorAll<SVGUseElement>('.sip__picture use')].filter(
        (use) => use.getBBox().width > 100,
      ).length,
  );

const choose = async (language: string, version: number): Promise<void> => {
  const { playwrightPage } = browser;
  await playwrightPage.locator(`input[type=radio][value="${language}"]`).check({ force: true });
  await playwrightPage.locator(`.sip[lang="${language}"]`).waitFor();
  await playwrightPage.locator('.sip__whom button').nth(version).click();
  await expect.poll(drawnScenes).toBe(6);
};

/** To where it is chosen for whom. */
const back = (): Promise<void> =>
  browser.playwrightPage.locator('.sip__pictures ~ p button').click();

const versions = [0, 1, 2, 3];
const mm = 96 / 25.4;

describe('the folded paper', () => {
  it('is one side of one A4 with all its words, read in order', async () => {
    await choose('sv-x-lattlast', 2);
    const pdf = await printTagged(browser, join(folder, 'barn.pdf'));
    await back();
    expect(pdf.info).toMatch(/Pages:\s+1\n/);
    expect(pdf.info).toMatch(/\(A4\)/);
    expect(pdf.info).toMatch(/Tagged:\s+yes/);
    expect(pdf.languages).toContain('sv-x-lattlast');
    // The title, a heading a picture, and two where one writes oneself.
    expect(headingLevels(pdf)).toEqual([1, 2, 2, 2, 2, 2, 2, 2, 2]);
    expect(pdf.spoken).toMatch(/En plan för dig.*Du får säga nej.*Efter mötet.*Vem kan jag fråga/);
  });

  it.each(offeredLanguages.map(({ code }) => code))(
    'has room between the margins for each of the four in %s',
    async (language) => {
      const { page, playwrightPage } = browser;
      const heights: number[] = [];
      for (const version of versions) {
        await choose(language, version);
        await playwrightPage.emulateMedia({ media: 'print' });
        await playwrightPage.setViewportSize({ width: Math.floor(192 * mm), height: 1000 });
        heights.push(
          await page.evaluate(
            () => document.querySelector('.sip-leaflet')?.getBoundingClientRect().height ?? 0,
          ),
        );
        await playwrightPage.emulateMedia({ media: 'screen' });
        await back();
      }
      for (const height of heights) {
        expect(height).toBeGreaterThan(200 * mm);
        expect(height).toBeLessThanOrEqual(262 * mm);
      }
    },
  );
});
