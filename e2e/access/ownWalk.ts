/**
 * The walks past all that an individual reads, in one language: the pages beside a case, and a case of practice from its
 * consent to the questions afterwards, in every form of the shared view (views.ts: `ownPages`, `ownMeeting`).
 */
import swedish from '../../src/i18n/locales/sv/room.json' with { type: 'json' };
import type { ChromiumBrowser } from '../driver/chromium.ts';
import type { Page } from '../driver/types.ts';
import { takeBack } from '../journeys/roomSteps.ts';
import {
  goToPart,
  mirror,
  parts,
  startMeeting,
  unmirror,
  waitForTextGone,
  writeRow,
} from '../journeys/steps.ts';
import type { Seen, Surface } from './measureView.ts';
import { goTo } from './walkViews.ts';

export interface OwnLanguage {
  readonly code: string;
  readonly ownName: string;
}

/** Swedish, the easy one beside it, one from right to left and one with other letters. */
export const ownLanguages: readonly OwnLanguage[] = [
  { code: 'sv', ownName: 'Svenska' },
  { code: 'sv-x-lattlast', ownName: 'Lättläst' },
  { code: 'ar', ownName: 'العربية' },
  { code: 'ti', ownName: 'ትግርኛ' },
];

/** What a view is called in `views.ts`, without its first word. */
export type AtOwn = (view: string, surface: Surface, seen: Seen) => Promise<void>;

/** In whatever language its words are. */
const click = async (page: Page, selector: string, which = 0): Promise<void> => {
  await page.waitUntil((wanted, place) => document.querySelectorAll(wanted)[place] !== undefined, [
    selector,
    which,
  ] as const);
  await page.evaluate(
    (wanted, place) => {
      const found = document.querySelectorAll(wanted)[place];
      if (found instanceof HTMLElement) found.click();
    },
    selector,
    which,
  );
};

const waitFor = (page: Page, selector: string): Promise<void> =>
  page.waitUntil((wanted) => document.querySelector(wanted) !== null, [selector] as const);

const inLanguage = (page: Page, { code }: OwnLanguage): Promise<void> =>
  waitFor(page, `[lang="${code}"]`);

export const walkOwnPages = async (
  browser: ChromiumBrowser,
  url: string,
  language: OwnLanguage,
  at: AtOwn,
): Promise<void> => {
  const { page } = browser;
  await page.open(`${url}/vad-ar-en-sip`);
  await waitFor(page, '.sip__whom');
  await page.press('radio', language.ownName);
  await inLanguage(page, language);
  await at('Vad är en SIP', 'page', browser);
  const versions = ['barn', 'ungdom', 'vuxen'];
  for (const version of ['vuxen', 'barn']) {
    await click(page, '.sip__whom button', versions.indexOf(version));
    await waitFor(page, '.sip__pictures');
    await at(version === 'barn' ? 'sex bilder, barn' : 'sex bilder', 'page', browser);
    await click(page, '.sip p > .button--quiet');
    await waitFor(page, '.sip__whom');
  }
  for (const [view, role, part] of [
    ['cirkel', 'vuxna', ''],
    ['cirkel, del 3', 'narstaende', 'del=3&'],
    ['cirkel för barn', 'barn', ''],
  ] as const) {
    await page.open(`${url}/hjalp/cirklar/${role}?${part}sprak=${language.code}`);
    await waitFor(page, '.circles h1');
    await inLanguage(page, language);
    await at(view, 'page', browser);
  }
  await page.open(`${url}/hjalp/ord`);
  await waitFor(page, '.words__list');
  await page.press('radio', language.ownName);
  await inLanguage(page, language);
  await at('ordlista', 'page', browser);
};

/** Everything of the part that may be shown stands for all. */
const showAll = async (page: Page): Promise<void> => {
  await page.press('tab', 'Skriva');
  await page.evaluate(async () => {
    const buttons = [...document.querySelectorAll('button')].filter(
      ({ textContent }) => textContent?.trim() === 'Visa för alla',
    );
    for (const button of buttons) {
      button.click();
      await new Promise((drawn) => {
        requestAnimationFrame(drawn);
      });
    }
  });
};

/** The window on a second screen, as long as `work` needs it. */
export const withWall = async (
  browser: ChromiumBrowser,
  work: (wall: Seen) => Promise<void>,
): Promise<void> => {
  const { page } = browser;
  const address = await page.evaluate(() => {
    const id = location.pathname.match(/\/sip\/([^/]+)/)?.[1] ?? '';
    return `${location.origin}/skarm/${id}`;
  });
  const wall = await browser.newPage();
  const playwrightPage = browser.context.pages().at(-1);
  if (playwrightPage === undefined) throw new Error('There is no second window.');
  try {
    await wall.setViewport({ width: 1920, height: 1080 });
    await wall.open(address);
    // Until the leader's window has answered there is one sentence and no part.
    await waitFor(wall, '.room__field, .room__still');
    await wall.waitUntil(
      () => document.querySelector('.room__still')?.textContent !== 'Mötet fortsätter.',
      [],
    );
    await work({ page: wall, playwrightPage });
  } finally {
    await wall.close();
  }
  await page.waitFor('button', /^Storskärm/);
};

const walkHandedBehov = async (browser: ChromiumBrowser, at: AtOwn): Promise<void> => {
  const { page } = browser;
  await click(page, '.handed__top > [aria-expanded]');
  await at('språk', 'handed', browser);
  await click(page, '.handed__top > [aria-expanded]');
  const look = '.handed__top > [aria-haspopup="dialog"]';
  await click(page, look);
  await waitFor(page, 'dialog:modal');
  await at('val', 'handed', browser);
  await click(page, 'dialog:modal input[type="checkbox"]', 2);
  await click(page, 'dialog:modal .button--filled');
  await waitFor(page, '.own--contrast');
  await at('starkare kontrast', 'handed', browser);
  await click(page, look);
  await click(page, 'dialog:modal input[type="checkbox"]', 2);
  await click(page, 'dialog:modal .button--filled');
  await click(page, '.own__buttons > [aria-haspopup="dialog"]');
  await waitFor(page, 'dialog:modal .own__buttons');
  await at('mer att säga', 'handed', browser);
  await click(page, 'dialog:modal .own__buttons--list .button', 1);
  await waitFor(page, '.own__said-words');
  await at('tecken', 'handed', browser);
  await click(page, '.own__said .button');
};

/** The shared view's words have come: another language stands beside the Swedish, the easy one in its place. */
const inOwnWords = async (page: Page, { code }: OwnLanguage, part: string): Promise<void> => {
  const said = Object.values(swedish.part).find(({ name }) => name === part)?.line ?? part;
  if (code === 'sv-x-lattlast') await waitForTextGone(page, said);
  else if (code !== 'sv') await waitFor(page, '.room[dir]');
};

export const walkOwnMeeting = async (
  browser: ChromiumBrowser,
  url: string,
  language: OwnLanguage,
  at: AtOwn,
): Promise<void> => {
  const { page } = browser;
  const isOther = language.code !== 'sv';
  await page.open(`${url}/ova`);
  await page.waitFor('heading', 'Öva', { timeout: 30_000 });
  await page.press('link', 'Titta på planen');
  await page.waitFor('heading', /Lars/);
  if (isOther) {
    await goTo(page, 'forbered', 'Förbered');
    await page.press('button', new RegExp(`^${language.ownName}`, 'u'));
  }
  await goTo(page, 'samtycke', 'Samtycke');
  if (isOther) await waitFor(page, `section[lang="${language.code}"]`);
  await at('frågor i samtycket', 'page', browser);
  await goTo(page, 'mote', 'Starta mötet');
  await startMeeting(page);
  for (const part of parts) {
    if (part !== 'Inledning') await goToPart(page, part);
    if (part === 'Behov') {
      await page.press('tab', 'Skriva');
      await writeRow(page, 'Skriv en rad', 'Gå en promenad', () => page.press('button', 'Insats'));
    }
    await showAll(page);
    await withWall(browser, async (wall) => {
      await inOwnWords(wall.page, language, part);
      await at(`fönster, ${part}`, 'wall', wall);
    });
    await mirror(page);
    await inOwnWords(page, language, part);
    await at(`storskärm, ${part}`, 'mirrored', browser);
    await unmirror(page, part);
    await page.press('button', 'Mer');
    await page.press('menuitem', 'Visa för Lars');
    await waitFor(page, `main.own[lang="${language.code}"] .own__buttons`);
    await at(`platta, ${part}`, 'handed', browser);
    if (part === 'Behov') await walkHandedBehov(browser, at);
    await takeBack(page);
    await page.waitFor('heading', part);
  }
  await page.press('button', 'Dölj planen');
  await withWall(browser, (wall) => at('fönster, dold', 'wall', wall));
  await page.press('button', 'Visa planen igen');
  await page.press('button', 'Ta paus');
  await page.waitFor('button', 'Fortsätt mötet');
  await withWall(browser, (wall) => at('fönster, paus', 'wall', wall));
  await page.press('button', 'Fortsätt mötet');
  await page.press('button', 'Avsluta mötet');
  await page.press('radio', 'SIP:en avslutas');
  await page.press('button', 'Avsluta mötet');
  await page.waitFor('heading', 'Efter mötet');
  await goTo(page, 'hur-var-motet', /./u);
  await waitFor(page, `main.survey[lang="${language.code}"]`);
  await at('frågor efteråt', 'handed', browser);
  await click(page, '.survey__content .button--filled');
  await waitFor(page, '.survey__faces');
  await at('en mening', 'handed', browser);
  await click(page, '.survey__content .button-row .button', 2);
  await at('slut på frågorna', 'handed', browser);
};
