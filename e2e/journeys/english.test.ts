/** A leader who knows English better than Swedish: the program in English, the room and the paper in Swedish. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp } from '../app.ts';
import { openBrowser } from '../driver/openBrowser.ts';
import type { TestServer } from '../driver/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startApp();
});

afterAll(async () => {
  await server.stop();
});

it('is chosen on the first page, stays after a start without internet, and leaves the room its Swedish', async () => {
  const browser = await openBrowser('chromium', { server });
  const { page } = browser;
  try {
    await page.open(server.url);
    await page.waitFor('heading', 'Välkommen', { timeout: 30_000 });
    await page.press('button', 'English');
    await page.waitFor('heading', 'Welcome');
    await page.press('link', 'Practise first');
    await page.waitFor('heading', 'Practise', { timeout: 30_000 });
    await page.waitUntil(() => navigator.serviceWorker.controller !== null, [], {
      timeout: 60_000,
    });
    await browser.setOffline(true);
    await page.reload();
    await page.waitFor('heading', 'Practise', { timeout: 30_000 });
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page.press('link', 'Go to the meeting');
    await page.press('button', 'Start the meeting');
    await page.press('button', 'Yes, in the room');
    await page.waitForText('Du får ta paus när du vill.');
    const room = await page.evaluate(() => {
      const stage = document.querySelector('.room');
      return { lang: stage?.getAttribute('lang') ?? '', words: stage?.textContent ?? '' };
    });
    expect(room.lang).toBe('sv');
    expect(room.words).toMatch(/minuter kvar/u);
    await page.press('button', 'Back');
    await page.press('button', 'Only I see the screen now');
    // What consent is given to is the Swedish text; the English stands below it.
    await page.waitFor('heading', /^Får Eva, Per och Anna prata med varandra/u);
    await page.waitForText('May Eva, Per and Anna talk with each other about Lars?');
    expect(page.problems()).toEqual([]);
  } finally {
    await browser.close();
  }
});
