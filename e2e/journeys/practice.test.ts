/** A meeting is led by Lars's practice case (`/ova`), without a vault. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp } from '../app.ts';
import { openBrowser } from '../driver/openBrowser.ts';
import type { TestServer } from '../driver/server.ts';
import type { BrowserOptions, Page } from '../driver/types.ts';
import { goToPart, mirror, showRow, startMeeting, unmirror, writeRow } from './steps.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startApp();
});

afterAll(async () => {
  await server.stop();
});

const doing = 'Gå en promenad';
const secret = 'Ring banken om lånet';

const writeHelp = async (page: Page, words: string): Promise<void> => {
  await writeRow(page, 'Skriv en rad', words, () => page.press('button', 'Insats'));
  await page.waitFor('button', words);
};

const lead = async (options: BrowserOptions): Promise<void> => {
  const browser = await openBrowser('chromium', { ...options, server });
  const { page } = browser;
  try {
    await page.open(`${server.url}/ova`);
    await page.waitFor('heading', 'Öva', { timeout: 30_000 });
    expect(await page.text()).toContain('Övning');
    await page.press('link', 'Gå till mötet');
    await startMeeting(page);
    await goToPart(page, 'Aktuell situation');
    await goToPart(page, 'Behov');
    await page.press('tab', 'Skriva');
    await writeHelp(page, doing);
    await showRow(page, doing);
    await writeHelp(page, secret);
    await mirror(page);
    await page.waitForText(doing);
    expect(await page.text()).not.toContain(secret);
    await unmirror(page, 'Behov');
    const isTooWide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(isTooWide).toBe(false);
    await goToPart(page, 'Sammanfattning');
    await goToPart(page, 'Avslutning');
    await page.press('button', 'Avsluta mötet');
    await page.press('radio', 'SIP:en avslutas');
    await page.press('button', 'Avsluta mötet');
    await page.waitFor('heading', 'Efter mötet');
    expect(page.problems()).toEqual([]);
  } finally {
    await browser.close();
  }
};

it('a practice meeting is led on a phone from start to end, and the room sees only the row that is shown', () =>
  lead({ viewport: { width: 360, height: 800 }, touch: true }));
