/**
 * The walk past the shared view in one language: five parts and each page of them, on a wall, in a window to share and on
 * the mirrored tablet and phone. Nothing may be cut off, upon other words or outside; every language has its own lengths.
 */
import type { ChromiumBrowser } from '../driver/chromium.ts';
import type { Page, Viewport } from '../driver/types.ts';
import { goToPart, parts, startMeeting, unmirror } from '../journeys/steps.ts';
import { inspect } from './inspect.ts';
import { type OwnLanguage, showAll, waitForSelector } from './ownWalk.ts';
import { goTo } from './walkViews.ts';

const walls: readonly Viewport[] = [
  { width: 1920, height: 1080 },
  { width: 800, height: 450 },
];
/** The line above says **Övning**: without that the frame is 820 high. */
const mirrors: readonly Viewport[] = [
  { width: 1180, height: 868 },
  { width: 360, height: 848 },
];

/** In the page: two frames, so that pages are dealt anew after what did not fit. */
const isDrawn = async (): Promise<void> => {
  await document.fonts.ready;
  for (let frame = 0; frame < 12; frame += 1)
    await new Promise((drawn) => {
      requestAnimationFrame(drawn);
    });
};

const onlyPlace = { touch: false, names: false, motion: false };

/** Looks at what `surface` shows: the name of the picture, and the page it is in. */
export type LookAt = (name: string, page: Page) => Promise<void>;

export interface WallWalk {
  readonly found: readonly string[];
  readonly looks: number;
}

const turned = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('.room__main')?.textContent ?? '');

export const walkWalls = async (
  browser: ChromiumBrowser,
  url: string,
  { code, ownName }: OwnLanguage,
  lookAt: LookAt = async () => undefined,
): Promise<WallWalk> => {
  const { page } = browser;
  const isOther = code !== 'sv';
  const found: string[] = [];
  let looks = 0;
  const look = async (where: string, seen: Page, viewports: readonly Viewport[]): Promise<void> => {
    for (const viewport of viewports) {
      await seen.setViewport(viewport);
      await seen.evaluate(isDrawn);
      const name = `${code}, ${where}, ${viewport.width}×${viewport.height}`;
      found.push(...(await seen.evaluate(inspect, onlyPlace)).map((each) => `${name}: ${each}`));
      await lookAt(name, seen);
      looks += 1;
    }
  };

  await page.open(`${url}/ova`);
  await page.waitFor('heading', 'Öva', { timeout: 30_000 });
  await page.press('link', 'Titta på planen');
  await page.waitFor('heading', /Lars/);
  if (isOther) {
    await goTo(page, 'forbered', 'Förbered');
    const literal = ownName.replaceAll(/[()/]/g, '\\$&');
    await page.press('button', new RegExp(`^${literal}`, 'u'));
  }
  await goTo(page, 'mote', 'Starta mötet');
  await startMeeting(page);
  const id = await page.evaluate(() => location.pathname.match(/\/sip\/([^/]+)/)?.[1] ?? '');
  const wall = await browser.newPage();
  try {
    await wall.setViewport({ width: 1920, height: 1080 });
    await wall.open(`${url}/skarm/${id}`);
    for (const part of parts) {
      if (part !== 'Inledning') await goToPart(page, part);
      await showAll(page);
      await page.press('button', /^Storskärm/u);
      await page.press('button', 'Den här skärmen');
      await page.waitFor('main', 'Det här ser alla');
      for (const seen of [page, wall])
        await waitForSelector(seen, isOther ? '.room[dir] .room__field' : '.room__field');
      const first = await turned(page);
      for (let at = 1; at <= 6; at += 1) {
        await look(`${part} ${at}, wall`, wall, walls);
        await look(`${part} ${at}, mirrored`, page, mirrors);
        await page.setViewport({ width: 1180, height: 868 });
        await page.evaluate(isDrawn);
        if (!(await page.exists('button', 'Nästa sida'))) break;
        await page.press('button', 'Nästa sida');
        await page.evaluate(isDrawn);
        if ((await turned(page)) === first) break;
      }
      await unmirror(page, part);
    }
  } finally {
    await wall.close();
  }
  return { found: [...new Set(found)], looks };
};
