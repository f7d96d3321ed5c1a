/**
 * A child's meeting (field.md 18, 22, 24): what a SIP is, told to a child; she goes out, what is not for her ears is
 * shown, she comes back and sees what happened meanwhile; last she says herself how the meeting was. All offline.
 */
import { beforeAll, expect, it } from 'vitest';
import { firstStart, newSip } from '../app.ts';
import type { ChromiumBrowser } from '../driver/chromium.ts';
import type { Page } from '../driver/types.ts';
import { openApp, type TestApp } from '../openApp.ts';
import { handOver, openWall, takeBack } from './roomSteps.ts';
import {
  chooseMore,
  endMeeting,
  goToMeeting,
  problemsOffline,
  sayYes,
  showRow,
  startMeeting,
  waitForKept,
  waitForTextGone,
  writeInBehov,
  writeRow,
} from './steps.ts';

const before = 'Läsa tillsammans';
const notForHer = 'Samtal för föräldrarna';
const meanwhile = 'Lugnare rum i skolan';

let app: TestApp;
let browser: ChromiumBrowser;
let page: Page;

beforeAll(async () => {
  app = await openApp();
  browser = await app.open({ typing: 'words', timeout: 30_000 });
  ({ page } = browser);
  return app.close;
});

/** A drawing that could not be read has no size: nothing is seen, and nothing is said of it. */
const drawnScenes = (): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll<SVGUseElement>('.sip__picture .scene--child use')].filter(
        (use) => use.getBBox().width > 100,
      ).length,
  );

const readsWhatASipIs = async (): Promise<void> => {
  await page.press('link', /^Vad är en SIP\? Sex bilder/u);
  await page.press('button', /^Barn/u);
  await page.waitFor('heading', 'Vem ska vara med?');
  expect(await page.names('heading')).toEqual([
    'Vad är en SIP?',
    'En plan för dig',
    'Vem ska vara med?',
    'Du får säga nej',
    'Planen är din',
    'Så är mötet',
    'Efter mötet',
  ]);
  await expect.poll(drawnScenes).toBe(6);
  expect(await page.text()).not.toContain('Maja');
  await page.press('link', 'Tillbaka');
  await page.press('button', 'Med bilder');
  await page.waitForText(/Maja fick veta .*: med bilder\./u);
};

/** As a phone: what she reads lies above the signs and the way back, not under them, however far it reaches. */
const readsOnAPhone = async (): Promise<void> => {
  await page.setViewport({ width: 360, height: 800 });
  await handOver(page, 'Maja');
  await page.waitForText(before);
  const reaches = await page.evaluate(() => {
    const content = document.querySelector('.own__content');
    const back = document.querySelector('.handed__back');
    if (content === null || back === null) return null;
    const ends = [...content.children].map((each) => each.getBoundingClientRect().bottom);
    return Math.max(...ends) <= back.getBoundingClientRect().top;
  });
  expect(reaches).toBe(true);
  await takeBack(page);
  await page.setViewport({ width: 1180, height: 820 });
};

const answersTheSurvey = async (): Promise<void> => {
  await page.press('link', 'Ge plattan till den som ska svara');
  await page.waitFor('main', 'Hur var mötet?');
  await page.press('radio', 'Jag är barn');
  await page.press('button', 'Börja');
  await page.waitFor('heading', 'De vuxna var snälla mot mig.');
  expect(await page.text()).not.toContain('Maja');
  expect(await page.names('link')).toEqual([]);
  await page.back();
  await page.press('button', 'Jag vill inte svara');
  for (const number of [2, 3, 4, 5, 6]) {
    await page.waitForText(`${number} av 6`);
    await page.press('button', 'Stämmer helt');
  }
  await page.waitFor('heading', 'Tack för att du svarade');
  await takeBack(page);
  await page.waitFor('heading', 'Efter mötet');
  // One child's answers are shown to nobody.
  await page.press('link', 'Vad har andra svarat?');
  await page.waitForText('Det finns inget att visa än.');
};

it('a child is told what a SIP is, goes out and comes back, and answers how it was', async () => {
  await firstStart(page, app.url);
  await waitForKept(page);
  await browser.setOffline(true);
  await newSip(page, 'Maja', 'Barn');
  await page.press('link', 'Vidare till samtycke');
  await readsWhatASipIs();
  await sayYes(page, 'make');

  await goToMeeting(page);
  await startMeeting(page);
  const wall = await openWall(browser);
  await writeInBehov(page);
  const asHelp = (): Promise<void> => page.press('button', 'Insats');
  await writeRow(page, 'Skriv en rad', before, asHelp);
  await writeRow(page, 'Skriv en rad', notForHer, async () => {
    await asHelp();
    await page.press('button', 'Fler uppgifter');
    await page.press('checkbox', 'Inte när Maja är med');
  });
  await writeRow(page, 'Skriv en rad', meanwhile, asHelp);
  await page.waitForText('Visas inte när Maja är med.');
  await showRow(page, before);
  await wall.waitForText(before);

  await chooseMore(page, 'Maja går ut');
  await showRow(page, notForHer);
  await wall.waitForText(notForHer);
  await showRow(page, meanwhile);
  await wall.waitForText(meanwhile);

  await chooseMore(page, 'Maja är tillbaka');
  await waitForTextGone(wall, notForHer);
  // Nor does her leader's screen say that it stands there.
  await page.waitForText('Visas inte när Maja är med.');
  await page.press('button', 'Det här hände när du var ute');
  await wall.waitForText('Det här hände när du var ute');
  const told = await wall.text();
  expect(told).toContain(meanwhile);
  expect(told).not.toContain(before);
  expect(told).not.toContain(notForHer);
  await page.press('button', 'Tillbaka till delen');
  await wall.waitForText(before);
  expect(await wall.text()).not.toContain(notForHer);
  await readsOnAPhone();

  await endMeeting(page);
  await answersTheSurvey();
  expect(problemsOffline(page)).toEqual([]);
  expect(problemsOffline(wall)).toEqual([]);
});
