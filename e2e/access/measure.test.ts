/**
 * What the individual reads can be read: 7:1 in light and in dark, on a wall nothing under 44 px of 1080 (field.md 14),
 * in the hand nothing under 17, and a nought that is one. A few views in Swedish; all, in four languages:
 * `npm run test:long -- access`.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChromiumBrowser } from '../driver/chromium.ts';
import { takeBack } from '../journeys/roomSteps.ts';
import { goToPart, mirror, startMeeting } from '../journeys/steps.ts';
import { openApp, type TestApp } from '../openApp.ts';
import { measureText } from './measureText.ts';
import { createMeasures, type Seen, troubleWithZeroes } from './measureView.ts';
import { withWall } from './ownWalk.ts';
import { leastContrast, sizesOnWall, tooHardToRead } from './sizes.ts';

let app: TestApp;
let browser: ChromiumBrowser;

beforeAll(async () => {
  app = await openApp();
  browser = await app.open({ reducedMotion: true, timeout: 30_000 });
});
afterAll(() => app.close());

it('measures contrast through layers and fading, and size through scaling', async () => {
  const { page } = browser;
  await page.open(`${app.url}/robots.txt`);
  await page.evaluate(() => {
    document.body.innerHTML = `
      <div style="background: #fff; color: #000">
        <p class="black">Svart</p>
        <p class="grey" style="color: #767676">Grått</p>
        <p class="clear" style="color: rgb(0 0 0 / 0.5)">Genomskinligt</p>
        <div style="opacity: 0.5"><p class="faded">Bleknat</p></div>
        <p class="layer" style="background: rgb(0 0 0 / 0.5)">Lager</p>
        <p class="behind" style="background-image: linear-gradient(red, blue)">Bild</p>
        <p class="unseen" style="clip-path: inset(50%)">Uppläst</p>
        <svg viewBox="0 0 50 50" width="100" height="100">
          <rect width="50" height="50" fill="#000" />
          <text class="drawn" x="10" y="30" font-size="20" fill="#fff">3</text>
        </svg>
      </div>`;
  });
  const measured = await page.evaluate(measureText);
  const contrastOf = (name: string): number | null | undefined =>
    measured.find(({ classes }) => classes[0] === name)?.contrast;
  expect(contrastOf('black')).toBeCloseTo(21, 1);
  expect(contrastOf('grey')).toBeCloseTo(4.54, 1);
  expect(contrastOf('clear')).toBeCloseTo(3.95, 0);
  expect(contrastOf('faded')).toBeCloseTo(3.95, 0);
  expect(contrastOf('layer')).toBeCloseTo(5.3, 0);
  expect(contrastOf('drawn')).toBeCloseTo(21, 1);
  expect(contrastOf('behind')).toBeNull();
  expect(contrastOf('unseen')).toBeUndefined();
  expect(measured.find(({ classes }) => classes[0] === 'drawn')?.size).toBeCloseTo(40, 0);
});

/** A sheet of style that spoils the page, until it is taken away. */
const spoil = ({ page }: Seen, css: string): Promise<void> =>
  page.evaluate(async (rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
    const struck = [...document.fonts].filter(({ family }) => family.includes('Struck'));
    await Promise.all(struck.map((face) => face.load()));
  }, css);

it('tells small and pale words and a struck nought on the wall, and nothing when all is well', async () => {
  const { page } = browser;
  const measures = createMeasures();
  await page.open(`${app.url}/ova`);
  await page.press('link', 'Gå till mötet', { timeout: 30_000 });
  await startMeeting(page);
  await goToPart(page, 'Aktuell situation');
  await goToPart(page, 'Behov');
  await withWall(browser, async (wall) => {
    await measures.at('fönster', 'wall', wall);
    expect(measures.counts().zeroes).toBeGreaterThan(0);
    const look = async (): Promise<readonly string[]> =>
      tooHardToRead(await wall.page.evaluate(measureText), sizesOnWall(1080));
    expect(await look()).toEqual([]);
    await spoil(wall, '.room__foot { color: #767676 }');
    expect((await look()).join('\n')).toMatch(/contrast 4\.\d\d: .*room__foot/);
    await spoil(wall, '.room__sentence { font-size: 43px }');
    expect((await look()).join('\n')).toMatch(/43\.0 px, not 52\.0: .*room__sentence/);
    const font = '/fonts/atkinson-hyperlegible-next-latin-600.woff2';
    await spoil(
      wall,
      `@font-face { font-family: Struck; src: url(${font}); font-weight: 600 }
       @font-face { font-family: Struck; src: url(${font}); font-weight: 600; unicode-range: U+30 }
       .room__time { font-family: Struck }`,
    );
    expect((await troubleWithZeroes(wall)).found.join('\n')).toMatch(/struck through/);
    await spoil(wall, '.room__time { font-family: sans-serif }');
    expect((await troubleWithZeroes(wall)).found.join('\n')).toMatch(/no face mends/);
  });
  await mirror(page);
  await measures.at('storskärm', 'mirrored', browser);
  expect(measures.found).toEqual([]);
}, 120_000);

it('the tablet in the individual’s hands and the pages beside can be read', async () => {
  const { page } = browser;
  const measures = createMeasures();
  await page.open(`${app.url}/ova`);
  await page.press('link', 'Gå till mötet', { timeout: 30_000 });
  await startMeeting(page);
  await page.press('button', 'Mer');
  await page.press('menuitem', 'Visa för Lars');
  await page.waitFor('button', 'Jag vill ha paus');
  await measures.at('platta', 'handed', browser);
  await takeBack(page);
  await page.waitFor('heading', 'Inledning');
  for (const way of ['vad-ar-en-sip', 'hjalp/ord', 'hjalp/cirklar/vuxna?del=3']) {
    await page.open(`${app.url}/${way}`);
    await page.waitFor('heading', /./);
    await measures.at(way, 'page', browser);
  }
  expect(leastContrast).toBe(7);
  expect(measures.counts().texts).toBeGreaterThan(300);
  expect(measures.found).toEqual([]);
}, 120_000);
