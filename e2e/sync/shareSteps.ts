/** Steps with what is shared, by the words a person sees. */
import { expect } from 'vitest';
import type { Page } from '../driver/types.ts';

/**
 * **Dela** on **Skriv ut och dela**. Gives the link, as the phone's camera reads it from the square: the page is made to
 * hand it out as it would to the clipboard.
 */
export const share = async (
  page: Page,
  who: string,
  what: 'Följ mötet' | 'Få planen' = 'Följ mötet',
): Promise<string> => {
  await page.press('radio', who);
  await page.press('radio', what);
  await page.press('button', 'Dela');
  await page.waitFor('heading', `För ${who}`);
  await page.waitFor('img', 'Ruta att läsa med telefonens kamera');
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {
        writeText: async (text: string) => {
          document.documentElement.dataset['copied'] = text;
        },
      },
    });
  });
  await page.press('button', 'Kopiera länken');
  await page.waitForText('Länken är kopierad.');
  const link = await page.evaluate(() => document.documentElement.dataset['copied'] ?? '');
  expect(link).toMatch(/\/folj#[\w-]{87}$/u);
  await page.press('button', 'Klar');
  return link;
};

/** To a way of the case that is open, without loading the page anew: that would lock. */
export const goToWay = async (page: Page, way: string, heading: string): Promise<void> => {
  await page.evaluate((to) => {
    const root = location.pathname.match(/^\/sip\/[^/]+/u)?.[0] ?? '';
    history.pushState(null, '', `${root}/${to}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, way);
  await page.waitFor('heading', heading);
};

/** On a phone: opens the link, and sees that its keys are out of the address. */
export const openLink = async (page: Page, link: string): Promise<void> => {
  await page.open(link);
  await page.waitUntil(() => location.hash === '' && location.pathname === '/folj', []);
};

/** The first ready version of the plan. */
export const makePlanReady = async (page: Page): Promise<void> => {
  await goToWay(page, 'plan', 'Planen');
  await page.press('button', 'Gör planen klar');
  await page.waitForText('En klar version ändras inte.');
  await page.press('button', 'Gör planen klar', { within: 'Gör planen klar' });
  await page.waitFor('heading', 'Klar, version 1');
};
