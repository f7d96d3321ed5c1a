/**
 * An Arabic-speaking parent with an interpreter (field.md 21): the language is chosen once, the consent is asked with the
 * questions in Arabic beside the Swedish that is recorded, and the wall says all of ours in both, from right to left,
 * while the circle goes clockwise. Without internet too, in letters that are kept here.
 */
import { beforeAll, expect, it } from 'vitest';
import { firstStart, newSip } from '../app.ts';
import type { ChromiumBrowser } from '../driver/chromium.ts';
import type { Page } from '../driver/types.ts';
import { openApp, type TestApp } from '../openApp.ts';
import { openWall } from './roomSteps.ts';
import {
  addPerson,
  goToMeeting,
  problemsOffline,
  sayYes,
  showRow,
  startMeeting,
  waitForKept,
  writeInBehov,
  writeRow,
} from './steps.ts';

const coded = { swedish: 'Hemtjänst', own: 'مساعدة منزلية' } as const;
const free = 'Ringa mamma på söndagar';
const arabicLetters = /\p{Script=Arabic}/u;

let app: TestApp;
let browser: ChromiumBrowser;
let page: Page;

beforeAll(async () => {
  app = await openApp();
  browser = await app.open({ typing: 'words', timeout: 30_000 });
  ({ page } = browser);
  return app.close;
});

const choosesLanguage = async (): Promise<void> => {
  await page.press('button', 'العربية · arabiska', { within: 'Storskärmen kan visa' });
  await page.waitForText('Ingen som kan arabiska har läst texterna än.');
  await page.press('checkbox', /^Tolk behövs/u);
  await page.waitUntil(
    async () => (await caches.match('/fonts/scripts/noto-sans-arabic-700.woff2')) !== undefined,
    [],
  );
};

const asksForConsent = async (): Promise<void> => {
  await page.press('link', 'Vidare till samtycke');
  await page.press('button', 'Med tolk');
  await page.waitForText(/Amina fick veta .*: med tolk\./u);
  const beside = await page.read('region', 'الأسئلة بلغتك');
  expect(beside).toContain('هل لديك رغبة في أن نضع خطة SIP؟');
  // It says of itself that it is a help to understand, and that the answer is to the Swedish text.
  expect(beside).toContain('أما جوابك فهو على النص السويدي');
  expect(await page.text()).toContain('Vill Amina att ni gör en SIP?');
  await sayYes(page, 'make');
  const recorded = await page.read('region', 'Samtycke till att göra en SIP');
  expect(recorded).toMatch(/Ja till att göra en SIP.*Muntligt/u);
  expect(recorded).not.toMatch(arabicLetters);
};

/** Where the numbers of the circle stand, as angles from the top, with the hands of a clock. */
const anglesOfParts = (wall: Page): Promise<readonly number[]> =>
  wall.evaluate(() => {
    const middle = (element: Element | null) => {
      const box = element?.getBoundingClientRect() ?? new DOMRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    };
    const centre = middle(document.querySelector('.circle__drawing'));
    return [...document.querySelectorAll('.circle__number')]
      .toSorted((a, b) => Number(a.textContent) - Number(b.textContent))
      .map((number) => {
        const { x, y } = middle(number);
        return (Math.atan2(x - centre.x, centre.y - y) + 2 * Math.PI) % (2 * Math.PI);
      });
  });

/** What is written with other letters than these is drawn with the file that is kept here. */
const hasOwnLetters = (wall: Page): Promise<void> =>
  wall.waitUntil(
    () =>
      [...document.fonts].some(
        ({ status, unicodeRange }) => status === 'loaded' && /U\+0?6/u.test(unicodeRange),
      ),
    [],
  );

const readsTheWall = async (wall: Page): Promise<void> => {
  await wall.waitFor('heading', /^الاحتياجات Behov$/u);
  await wall.waitForText(coded.own);
  await wall.waitForText(free);
  const text = await wall.text();
  // Ours in both, hers first; help that was chosen is hers in full, with who and how often.
  for (const words of [
    'ما هي احتياجاتك؟ من يفعل ماذا؟',
    'Vad behöver du? Vem gör vad?',
    coded.swedish,
  ])
    expect(text).toContain(words);
  expect(text).toContain('كل أسبوع');
  expect(text).toContain('varje vecka');
  // What was written freely stands once, as the Swedish that it is, and the wall tells her so.
  expect(text.split(free)).toHaveLength(2);
  expect(text).toContain('ما نكتبه في الاجتماع يكون بالسويدية.');
  // Numbers are the same for all around the table.
  expect(text).toMatch(/الدقائق الباقية: \d+ تقريباً/u);
  expect(text).not.toMatch(/[٠-٩۰-۹]/u);
};

/** How one place of the wall is written. */
const writtenAs = (wall: Page, words: string): Promise<readonly (string | null)[]> =>
  wall.evaluate((sought) => {
    const found = [...document.querySelectorAll('.room__row *')]
      .filter(({ textContent }) => textContent === sought)
      .at(-1);
    return [
      found?.closest('[lang]')?.getAttribute('lang') ?? null,
      found === undefined ? null : getComputedStyle(found).direction,
    ];
  }, words);

it('a parent who speaks Arabic is asked, and reads the wall, in Arabic beside the Swedish', async () => {
  await firstStart(page, app.url);
  await waitForKept(page);
  await newSip(page, 'Amina');
  await addPerson(page, { name: 'Per', role: 'undersköterska', chips: ['Kommun'] });
  await choosesLanguage();
  await browser.setOffline(true);
  await asksForConsent();

  await goToMeeting(page);
  await page.waitForText('Med tolk får mötet dubbelt så lång tid.');
  await startMeeting(page);
  const wall = await openWall(browser);
  await writeInBehov(page);
  await writeRow(page, 'Skriv en rad', coded.swedish, async () => {
    await page.press('button', 'Insats');
    await page.press('button', 'Per (kommun)', { within: 'Vem ska göra det?' });
    await page.press('button', 'Varje vecka');
  });
  await writeRow(page, 'Skriv en rad', free, () => page.press('button', 'Insats'));
  await showRow(page, coded.swedish);
  await showRow(page, free);

  await readsTheWall(wall);
  expect(await writtenAs(wall, coded.own)).toEqual(['ar', 'rtl']);
  expect(await writtenAs(wall, free)).toEqual(['sv', 'ltr']);
  const angles = await anglesOfParts(wall);
  expect(angles).toHaveLength(5);
  expect(angles).toEqual(angles.toSorted((a, b) => a - b));
  const isCircleAtStart = await wall.evaluate(() => {
    const left = (selector: string) =>
      document.querySelector(selector)?.getBoundingClientRect().left;
    return Number(left('.room__aside')) > Number(left('.room__main'));
  });
  expect(isCircleAtStart).toBe(true);

  await wall.reload();
  await readsTheWall(wall);
  await hasOwnLetters(wall);
  expect(problemsOffline(page)).toEqual([]);
  expect(problemsOffline(wall)).toEqual([]);
});
