/** An individual's view in each size and colour in which it is read: contrast, size of letters, and a nought that is one. */
import type { ChromiumBrowser } from '../driver/chromium.ts';
import type { Viewport } from '../driver/types.ts';
import { findZeroes, lookAtZero, measureText } from './measureText.ts';
import {
  type Sizes,
  sizesHanded,
  sizesInHand,
  sizesMirrored,
  sizesOnWall,
  tooHardToRead,
} from './sizes.ts';

/** How it is read: as a window on a wall, the mirrored tablet, the tablet or phone in the hand, or a page beside. */
export type Surface = 'wall' | 'mirrored' | 'handed' | 'page';

export type Seen = Pick<ChromiumBrowser, 'page' | 'playwrightPage'>;

const tablet: Viewport = { width: 1180, height: 820 };
const phone: Viewport = { width: 360, height: 800 };
/** The line above it says **Övning**: without that the frame is 820 high. */
const mirroredInPractice: Viewport = { width: 1180, height: 868 };

const forms: Readonly<Record<Surface, readonly (readonly [Viewport, Sizes])[]>> = {
  wall: [
    [{ width: 1920, height: 1080 }, sizesOnWall(1080)],
    [{ width: 800, height: 450 }, sizesOnWall(450)],
  ],
  mirrored: [[mirroredInPractice, sizesMirrored]],
  handed: [tablet, phone].map((viewport) => [viewport, sizesHanded(viewport.width)] as const),
  page: [tablet, phone].map((viewport) => [viewport, sizesInHand] as const),
};

/** From this height of line on a stroke through a nought can be told from its sides. */
const leastZero = 40;

const isDrawn = (): Promise<void> =>
  new Promise((drawn) => {
    requestAnimationFrame(() => requestAnimationFrame(() => drawn()));
  });

/** Words for each nought that is none. */
export const troubleWithZeroes = async ({
  page,
  playwrightPage,
}: Seen): Promise<{ readonly looked: number; readonly found: readonly string[] }> => {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const zeroes = await page.evaluate(findZeroes);
  const found = zeroes.flatMap(({ trouble, around }) =>
    trouble === null ? [] : [`${trouble}: “${around}”`],
  );
  // One of each size: what holds for it holds for the others of its font.
  const bySize = new Map(
    zeroes
      .filter(({ isOnTop, height }) => isOnTop && height >= leastZero)
      .map((each) => [Math.round(each.height), each]),
  );
  for (const { around, x, y, width, height } of bySize.values()) {
    const picture = await playwrightPage.screenshot({
      // What is beside it reaches the edge, and is told apart by that.
      clip: { x: x - 2, y, width: width + 4, height },
      scale: 'device',
    });
    const form = await page.evaluate(lookAtZero, picture.toString('base64'));
    if (form !== 'open') found.push(`a nought that is ${form}: “${around}”`);
  }
  return { looked: zeroes.length, found };
};

export interface Measures {
  /** What was found, with the view and its form. */
  readonly found: readonly string[];
  /** How many pieces of text were measured, and how many noughts. */
  readonly counts: () => { readonly texts: number; readonly zeroes: number };
  readonly at: (view: string, surface: Surface, seen: Seen) => Promise<void>;
}

export const createMeasures = (): Measures => {
  const found: string[] = [];
  let texts = 0;
  let zeroes = 0;
  return {
    found,
    counts: () => ({ texts, zeroes }),
    at: async (view, surface, seen) => {
      const { page, playwrightPage } = seen;
      const before = playwrightPage.viewportSize();
      for (const [viewport, sizes] of forms[surface]) {
        await page.setViewport(viewport);
        for (const scheme of ['light', 'dark'] as const) {
          await playwrightPage.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
          await page.evaluate(isDrawn);
          const measured = await page.evaluate(measureText);
          if (measured.length === 0) throw new Error(`${view}: there is nothing to read.`);
          texts += measured.length;
          const where = `${view}, ${scheme}, ${viewport.width}×${viewport.height}`;
          found.push(...tooHardToRead(measured, sizes).map((each) => `${where}: ${each}`));
        }
        await playwrightPage.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
        const noughts = await troubleWithZeroes(seen);
        zeroes += noughts.looked;
        found.push(
          ...noughts.found.map((each) => `${view}, ${viewport.width}×${viewport.height}: ${each}`),
        );
      }
      if (before !== null) await page.setViewport(before);
      await page.evaluate(isDrawn);
    },
  };
};
