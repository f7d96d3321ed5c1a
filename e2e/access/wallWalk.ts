/**
 * The shared view in one language: five parts and each page of them, on a wall, in a window to share, and as large as a
 * tablet and a phone. Nothing may be cut off, upon other words or outside; every language has its own lengths. The scenes
 * come as a leader's window sends them, so that all languages are looked at in some minutes.
 */
import type { LanguageCode } from '../../src/i18n/languages.ts';
import type { RoomView } from '../../src/individual/roomShape.ts';
import type { ChromiumBrowser } from '../driver/chromium.ts';
import type { Viewport } from '../driver/types.ts';
import { inspect } from './inspect.ts';
import { wallScenes, wallView } from './wallScenes.ts';

const viewports: readonly Viewport[] = [
  { width: 1920, height: 1080 },
  { width: 800, height: 450 },
  { width: 1180, height: 820 },
  { width: 360, height: 800 },
];

/** In the page: waits until its fonts have come and pages were dealt anew after what did not fit. */
const settle = async (): Promise<void> => {
  const drawn = (): Promise<unknown> => new Promise(requestAnimationFrame);
  let before = '';
  let now = document.body.innerHTML;
  for (let same = 0; same < 3; same = now === before ? same + 1 : 0) {
    await document.fonts.ready;
    await drawn();
    before = now;
    now = document.body.innerHTML;
  }
};

/** In the page: the pages of the part, as its sentence says them ("1 av 2"). */
const pagesOf = (): number => {
  const words = document.querySelector('.room__sentence')?.textContent ?? '';
  const numbers = [...words.matchAll(/\(\D*(\d+)\D+(\d+)\D*\)/gu)].flatMap(([, one, two]) => [
    Number(one),
    Number(two),
  ]);
  return Math.max(1, ...numbers);
};

/**
 * In the page, as another window would: at once, and over and over, since a wall that hears nothing rests. Not from a page of
 * its own: of two pages the one behind is drawn once a second.
 */
const sendOften = (view: RoomView): void => {
  const { dataset } = document.documentElement;
  const isNew = dataset['view'] === undefined;
  dataset['view'] = JSON.stringify(view);
  const send = (): void => {
    const channel = new BroadcastChannel('sip-room-walls');
    const sent: unknown = JSON.parse(dataset['view'] ?? 'null');
    channel.postMessage({ v: 1, is: 'view', view: sent, emptiesAt: null });
    channel.close();
  };
  if (isNew) setInterval(send, 500);
  send();
};

const onlyPlace = { touch: false, names: false, motion: false };

export interface WallWalk {
  readonly found: readonly string[];
  readonly looks: number;
}

export const walkWalls = async (
  browser: ChromiumBrowser,
  url: string,
  code: LanguageCode,
): Promise<WallWalk> => {
  const { page: wall } = browser;
  await wall.open(`${url}/skarm/walls`);
  await wall.waitUntil(() => document.querySelector('.room') !== null, []);
  const found: string[] = [];
  let looks = 0;
  for (const [name, scene] of wallScenes)
    for (const viewport of viewports) {
      await wall.setViewport(viewport);
      let pages = 1;
      for (let page = 0; page < pages; page += 1) {
        const view = wallView(code, scene, page);
        await wall.evaluate(sendOften, view);
        await wall.waitUntil(
          (lang, kind) =>
            document.querySelector(lang.startsWith('sv') ? '.room:not([dir])' : '.room[dir]') !==
              null && (document.querySelector('.room__field') !== null) === (kind === 'running'),
          [code, scene.kind] as const,
          { timeout: 60_000 },
        );
        await wall.evaluate(settle);
        if (scene.kind === 'running') pages = Math.max(pages, await wall.evaluate(pagesOf));
        const where = `${code}, ${name} ${page + 1}, ${viewport.width}×${viewport.height}`;
        const wrong = await wall.evaluate(inspect, onlyPlace);
        found.push(...wrong.map((each) => `${where}: ${each}`));
        looks += 1;
      }
    }
  return { found: [...new Set(found)], looks };
};
