/** As axeStart.test.ts, for what is shared: on the leader's device, and on the phone of one who follows in four languages. */
import { expect, it } from 'vitest';
import { firstStart, newSip } from '../app.ts';
import { openChromium } from '../driver/chromium.ts';
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
import { goToWay, openLink, share } from '../sync/shareSteps.ts';
import { startSyncApp } from '../sync/startSyncApp.ts';
import { createRound } from './checkView.ts';
import { shareViews } from './views.ts';

it('every view of sharing can be read and used by all', async () => {
  const server = await startSyncApp();
  const tablet = await openChromium({ typing: 'words', reducedMotion: true, timeout: 45_000 });
  const phone = await openChromium({ reducedMotion: true, timeout: 45_000 });
  try {
    const { page } = tablet;
    const lars = phone.page;
    const here = createRound(tablet, { extent: 'slice' });
    const there = createRound(phone, { extent: 'slice' });
    await firstStart(page, server.url);
    await page.press('link', 'Inställningar');
    await showCode(page);
    await here.at('Lägg till en platta eller dator');
    await page.press('button', 'Avbryt', { within: 'Lägg till en platta eller dator' });
    await page.press('link', 'Mina SIP:ar');
    await page.press('link', 'Gå med i ett möte');
    await page.waitFor('heading', 'Gå med');
    await here.at('Gå med');
    await page.press('link', 'Mina SIP:ar');
    await newSip(page, 'Lars');
    await addPerson(page, { name: 'Anna', role: 'syster', chips: [] });
    await goToWay(page, 'dela', 'Skriv ut och dela');
    await here.at('Skriv ut och dela');
    await page.press('radio', 'Anna');
    await here.at('Dela, inget samtycke');
    await page.press('checkbox', 'Anna är vårdnadshavare');
    await page.waitFor('field', 'Så har vi bedömt');
    await here.at('Dela, vårdnadshavare');
    await goToWay(page, 'samtycke', 'Samtycke');
    await sayYes(page, 'make');
    await sayYes(page, 'share');
    await goToWay(page, 'dela', 'Skriv ut och dela');
    await page.press('button', 'Dela');
    await page.waitFor('img', 'Ruta att läsa med telefonens kamera');
    await here.at('Dela, rutan');
    await page.press('button', 'Klar');
    await here.at('Det här delas');
    await page.press('button', 'Sluta dela med Lars');
    await page.press('radio', 'Vi som arbetar här');
    await here.at('Sluta dela');
    await page.press('button', 'Tillbaka');

    await openLink(lars, await share(page, 'Anna'));
    await openLink(lars, await share(page, 'Lars'));
    await goToWay(page, 'mote', 'Starta mötet');
    await startMeeting(page);
    await writeInBehov(page);
    await writeRow(page, 'Skriv en rad', 'Gå en promenad', () => page.press('button', 'Insats'));
    await showRow(page, 'Gå en promenad');
    await lars.waitForText('Gå en promenad');
    await there.at('Telefonen, svenska');
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
      await there.at(`Telefonen, ${language}`);
    }
    await lars.press('radio', 'Svenska');
    await lars.press('button', 'Något annat');
    await lars.waitFor('dialog', 'Något annat');
    await there.at('Telefonen, något annat');
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
    await there.at('Telefonen, slut');

    // A plan that is given and kept, and taken away again.
    await goToWay(page, 'plan', 'Planen');
    await page.press('button', 'Gör planen klar');
    await page.waitForText('En klar version ändras inte.');
    await page.press('button', 'Gör planen klar', { within: 'Gör planen klar' });
    await page.waitFor('heading', 'Klar, version 1');
    await goToWay(page, 'dela', 'Skriv ut och dela');
    await openLink(lars, await share(page, 'Lars', 'Få planen'));
    await lars.waitFor('button', 'Behåll planen på den här telefonen');
    await there.at('Telefonen, planen');
    await lars.press('button', 'Behåll planen på den här telefonen');
    await lars.waitFor('button', 'Ta bort planen härifrån');
    await there.at('Telefonen, behållen plan');
    await lars.press('button', 'Ta bort planen härifrån');
    await lars.press('button', 'Ja, ta bort');
    await lars.waitFor('heading', 'Planen är borttagen');
    await there.at('Telefonen, tom');

    // And how the meeting was.
    await openLink(lars, await share(page, 'Lars'));
    await lars.waitForText('Gå en promenad');
    await goToWay(page, 'mote', 'Behov');
    await endMeeting(page);
    await lars.press('button', 'Hur var mötet?');
    await there.at('Telefonen, hur var mötet');
    await lars.press('button', 'Börja');
    await there.at('Telefonen, en mening');
    expect([...here.found, ...there.found]).toEqual([]);
    expect([...here.seen, ...there.seen]).toEqual(shareViews.map(({ name }) => name));
  } finally {
    await Promise.all([tablet.close(), phone.close()]);
    await server.remove();
  }
}, 600_000);
