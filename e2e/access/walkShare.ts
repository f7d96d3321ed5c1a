/** The walk past what is shared: on the leader's device, and on the phone of one who follows, in four languages (views.ts). */
import { firstStart, newSip } from '../app.ts';
import type { Page } from '../driver/types.ts';
import {
  addPerson,
  endMeeting,
  sayYes,
  showRow,
  startMeeting,
  writeInBehov,
  writeRow,
} from '../journeys/steps.ts';
import { showCode } from '../sync/pairSteps.ts';
import { goToWay, makePlanReady, openLink, share } from '../sync/shareSteps.ts';
import type { At } from './walkViews.ts';

export interface ShareWalk {
  /** The leader's. */
  readonly page: Page;
  /** The individual's phone. */
  readonly lars: Page;
  readonly url: string;
  readonly here: At;
  readonly there: At;
}

export const walkShare = async ({ page, lars, url, here, there }: ShareWalk): Promise<void> => {
  await firstStart(page, url);
  await page.press('link', 'Inställningar');
  await showCode(page);
  await here('Lägg till en platta eller dator');
  await page.press('button', 'Avbryt', { within: 'Lägg till en platta eller dator' });
  await page.press('link', 'Mina SIP:ar');
  await page.press('link', 'Gå med i ett möte');
  await page.waitFor('heading', 'Gå med');
  await here('Gå med');
  await page.press('link', 'Mina SIP:ar');
  await newSip(page, 'Lars');
  await page.press('radio', 'Ungdom');
  await addPerson(page, { name: 'Anna', role: 'syster', chips: [] });
  await goToWay(page, 'dela', 'Skriv ut och dela');
  await here('Skriv ut och dela');
  await page.press('radio', 'Anna');
  await here('Dela, inget samtycke');
  await page.press('checkbox', 'Anna är vårdnadshavare');
  await page.waitFor('field', 'Så har vi bedömt');
  await here('Dela, vårdnadshavare');
  await goToWay(page, 'samtycke', 'Samtycke');
  await sayYes(page, 'make');
  await sayYes(page, 'share');
  await goToWay(page, 'dela', 'Skriv ut och dela');
  await page.press('button', 'Dela');
  await page.waitFor('img', 'Ruta att läsa med telefonens kamera');
  await here('Dela, rutan');
  await page.press('button', 'Klar');
  await here('Det här delas');
  await page.press('button', 'Sluta dela med Lars');
  await page.press('radio', 'Vi som arbetar här');
  await here('Sluta dela');
  await page.press('button', 'Tillbaka');

  await openLink(lars, await share(page, 'Anna'));
  await openLink(lars, await share(page, 'Lars'));
  await goToWay(page, 'mote', 'Starta mötet');
  await startMeeting(page);
  await writeInBehov(page);
  await writeRow(page, 'Skriv en rad', 'Gå en promenad', () => page.press('button', 'Insats'));
  await showRow(page, 'Gå en promenad');
  await lars.waitForText('Gå en promenad');
  await there('Telefonen, svenska');
  for (const [language, own] of [
    ['lättläst', 'Lättläst'],
    ['arabiska', 'العربية'],
    ['tigrinja', 'ትግርኛ'],
  ] as const) {
    await lars.evaluate(() => document.querySelector<HTMLElement>('.follow__languages')?.click());
    await lars.press('radio', own);
    await lars.waitUntil(
      (name) => document.querySelector('.follow')?.textContent?.includes(name),
      [own],
    );
    await there(`Telefonen, ${language}`);
  }
  await lars.press('radio', 'Svenska');
  await lars.press('button', 'Något annat');
  await lars.waitFor('dialog', 'Något annat');
  await there('Telefonen, något annat');
  await lars.press('button', 'Tillbaka');
  await goToWay(page, 'dela', 'Skriv ut och dela');
  for (;;) {
    const names = await page.names('button');
    const left = names.filter((name) => name === 'Sluta dela med Lars').length;
    if (left === 0) break;
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('[aria-label="Sluta dela med Lars"]')?.click(),
    );
    await page.press('radio', 'Lars själv');
    await page.press('button', 'Sluta dela');
    await page.waitUntil(
      (before) => document.querySelectorAll('[aria-label="Sluta dela med Lars"]').length < before,
      [left],
    );
  }
  await lars.waitForText('Det här delas inte längre');
  await there('Telefonen, slut');

  // A plan that is given and kept, and taken away again.
  await makePlanReady(page);
  await goToWay(page, 'dela', 'Skriv ut och dela');
  await openLink(lars, await share(page, 'Lars', 'Få planen'));
  await lars.waitFor('button', 'Behåll planen på den här telefonen');
  await there('Telefonen, planen');
  await lars.press('button', 'Behåll planen på den här telefonen');
  await lars.waitFor('button', 'Ta bort planen härifrån');
  await there('Telefonen, behållen plan');
  await lars.press('button', 'Ta bort planen härifrån');
  await lars.press('button', 'Ja, ta bort');
  await lars.waitFor('heading', 'Planen är borttagen');
  await there('Telefonen, tom');

  // And how the meeting was.
  await openLink(lars, await share(page, 'Lars'));
  await lars.waitForText('Gå en promenad');
  await goToWay(page, 'mote', 'Behov');
  await endMeeting(page);
  await lars.press('button', 'Hur var mötet?');
  await there('Telefonen, hur var mötet');
  await lars.press('button', 'Börja');
  await there('Telefonen, en mening');
  for (let left = 6; left > 0; left -= 1) await lars.press('button', 'Stämmer helt');
  await page.waitForText('Svar har kommit genom länken till Lars.', { timeout: 60_000 });
  await here('Efter mötet, svar från telefonen');
};
