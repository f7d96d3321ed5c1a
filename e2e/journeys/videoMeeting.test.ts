/**
 * A meeting in a video call (field.md 1, 23), by Lars's practice case: the whole tablet is shared at first, then a small
 * window of its own with larger rows, where all see whose turn it is; the leader's own says that it is not to be shared.
 */
import { beforeAll, expect, it } from 'vitest';
import type { ChromiumBrowser } from '../driver/chromium.ts';
import type { Page } from '../driver/types.ts';
import { openApp, type TestApp } from '../openApp.ts';
import { openWall } from './roomSteps.ts';
import {
  problemsOffline,
  showRow,
  unmirror,
  waitForKept,
  waitForTextGone,
  writeInBehov,
  writeRow,
} from './steps.ts';

const rows = ['Gå en promenad', 'Samtal på mottagningen', 'Lägga sig i tid'] as const;
/** What a video call makes of a window that is shared beside faces. */
const small = { width: 800, height: 450 } as const;

let app: TestApp;
let browser: ChromiumBrowser;
let page: Page;

beforeAll(async () => {
  app = await openApp();
  browser = await app.open({ typing: 'words', timeout: 30_000 });
  ({ page } = browser);
  return app.close;
});

/** How many rows stand, how large their letters are, and whether anything is cut off. */
const measure = (wall: Page) =>
  wall.evaluate(() => {
    const texts = [...document.querySelectorAll('.room__row .room__text')];
    const field = document.querySelector('.room__field');
    return {
      rows: texts.length,
      size: Math.min(...texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize))),
      isCut: field !== null && field.scrollHeight > field.clientHeight + 1,
    };
  });

it('shares a small window with large rows and whose turn it is, and never the leader’s own', async () => {
  await page.open(`${app.url}/ova`);
  await page.waitFor('heading', 'Öva', { timeout: 30_000 });
  await waitForKept(page);
  await browser.setOffline(true);
  await page.press('link', 'Gå till mötet');
  await page.press('button', 'Starta mötet');
  await page.press('button', 'Ja, i videomötet');
  await page.waitFor('main', 'Det här ser alla');
  expect(await page.exists('button', 'Bara jag ser skärmen nu')).toBe(false);
  await unmirror(page, 'Inledning');

  await page.press('tab', 'Skriva');
  await page.press('button', 'Video', { within: 'Hur är Eva med?' });
  for (const name of ['Lars', 'Maria', 'Göran'])
    await page.press('button', 'Visa namnet', { within: new RegExp(`^${name}`, 'u') });
  await writeInBehov(page);
  for (const words of rows) {
    await writeRow(page, 'Skriv en rad', words, () => page.press('button', 'Insats'));
    await showRow(page, words);
  }
  expect(await page.text()).not.toContain('Dela inte det här fönstret');
  const wall = await openWall(browser, small);
  await page.waitForText('Dela inte det här fönstret');
  await wall.waitFor('heading', 'Behov');
  expect(await wall.title()).toBe('SIP-möte – dela det här fönstret');
  expect(await page.title()).not.toBe(await wall.title());

  // Two rows a page at most, in letters that are still read when the window is small; the leader turns the page.
  await wall.waitForText(rows[2]);
  const [, , last] = rows;
  const inSmall = await measure(wall);
  expect(inSmall.rows).toBeLessThanOrEqual(2);
  expect(inSmall.size).toBeGreaterThan(30);
  expect(inSmall.isCut).toBe(false);
  await page.press('button', 'Nästa sida');
  await wall.waitForText(rows[0]);
  expect(await wall.text()).not.toContain(last);
  expect((await measure(wall)).isCut).toBe(false);

  // Nobody sees whose turn it is in a call: it stands in the foot, and one tap moves on.
  await page.press('tab', 'Leda');
  await page.press('button', 'Gå en runda');
  await wall.waitForText('Nu: Lars · Sedan: Maria');
  await page.press('button', /^Lars/u, { within: 'Runt bordet' });
  await wall.waitForText('Nu: Maria · Sedan: Göran');
  await page.press('button', 'Avsluta rundan');
  await waitForTextGone(wall, 'Nu: Maria');

  await wall.setViewport({ width: 1280, height: 720 });
  await wall.waitForText(rows[0]);
  await expect.poll(async () => (await measure(wall)).rows).toBe(3);
  expect(problemsOffline(page)).toEqual([]);
  expect(problemsOffline(wall)).toEqual([]);
});
