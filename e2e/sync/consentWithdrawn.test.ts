/**
 * Consent to sharing is withdrawn in the middle of the meeting (field.md 3): the relative's view ends within two seconds and
 * its channel is gone; the individual's own phone goes on.
 */
import { expect, it } from 'vitest';
import { firstStart, newSip, unlock } from '../app.ts';
import { openChromium } from '../driver/chromium.ts';
import {
  addPerson,
  sayYes,
  showRow,
  startMeeting,
  waitForKept,
  writeInBehov,
  writeRow,
} from '../journeys/steps.ts';
import { goToWay, openLink, share } from './shareSteps.ts';
import { startSyncApp } from './startSyncApp.ts';

const phone = { width: 360, height: 800 };
const doing = 'Gå en promenad';
const later = 'Ringa vårdcentralen';

it('ends the relative’s view within two seconds, and the individual’s own phone still shows the plan', async () => {
  const server = await startSyncApp();
  const tablet = await openChromium({ typing: 'words', timeout: 30_000 });
  const larsPhone = await openChromium({ viewport: phone, touch: true, timeout: 30_000 });
  const annasPhone = await openChromium({ viewport: phone, touch: true, timeout: 30_000 });
  try {
    const { page } = tablet;
    const lars = larsPhone.page;
    const anna = annasPhone.page;
    await firstStart(page, server.url);
    await newSip(page, 'Lars');
    await addPerson(page, { name: 'Anna', role: 'syster', chips: [] });
    await goToWay(page, 'samtycke', 'Samtycke');
    await sayYes(page, 'make');
    await sayYes(page, 'share');
    await goToWay(page, 'dela', 'Skriv ut och dela');
    const larsLink = await share(page, 'Lars');
    const annasLink = await share(page, 'Anna');
    await openLink(lars, larsLink);
    await openLink(anna, annasLink);
    await lars.waitForText('Mötet börjar snart.');
    await anna.waitForText('Mötet börjar snart.');
    expect(server.connections()).toBe(3);

    await goToWay(page, 'mote', 'Starta mötet');
    await startMeeting(page);
    await writeInBehov(page);
    await writeRow(page, 'Skriv en rad', doing, () => page.press('button', 'Insats'));
    await showRow(page, doing);
    await lars.waitForText(doing);
    await anna.waitForText(doing);

    await goToWay(page, 'samtycke', 'Samtycke');
    await page.press('button', 'Ta tillbaka samtycket: Samtycke till att dela uppgifter');
    await page.press('button', 'Ja, ta tillbaka');
    const from = performance.now();
    await anna.waitForText('Det här delas inte längre');
    expect(performance.now() - from).toBeLessThan(2_000);
    expect(await anna.text()).not.toContain(doing);
    // That a consent was withdrawn is not told on a relative's phone.
    await anna.waitForText('Det är inget fel på din telefon.');
    expect(await anna.text()).not.toMatch(/samtyck/iu);

    // Its channel is gone: the link opens nothing any more, and there is nothing left to end.
    await openLink(anna, annasLink);
    await anna.waitForText('Det här delas inte längre');
    await goToWay(page, 'dela', 'Skriv ut och dela');
    await page.waitForText('Samtycket togs tillbaka.');
    await page.waitForText('Det som Anna redan har läst eller sparat går inte att ta tillbaka.');
    expect(await page.text()).not.toContain('Slutar delas när internet är tillbaka');

    // The individual's own goes on, with what is shown from now on.
    expect(await lars.text()).toContain(doing);
    await goToWay(page, 'mote', 'Behov');
    await page.press('tab', 'Skriva');
    await writeRow(page, 'Skriv en rad', later, () => page.press('button', 'Insats'));
    await showRow(page, later);
    await lars.waitForText(later);
    expect(await anna.text()).not.toContain(later);
    for (const each of [page, lars, anna]) expect(each.problems()).toEqual([]);
  } finally {
    await Promise.all([tablet.close(), larsPhone.close(), annasPhone.close()]);
    await server.remove();
  }
});

it('ends it also when there was no internet and the plan was locked meanwhile, without its being opened again', async () => {
  const server = await startSyncApp();
  const tablet = await openChromium({ typing: 'words', timeout: 30_000 });
  const annasPhone = await openChromium({ viewport: phone, touch: true, timeout: 30_000 });
  try {
    const { page } = tablet;
    const anna = annasPhone.page;
    await firstStart(page, server.url);
    await waitForKept(page);
    await newSip(page, 'Lars');
    await addPerson(page, { name: 'Anna', role: 'syster', chips: [] });
    await goToWay(page, 'samtycke', 'Samtycke');
    await sayYes(page, 'make');
    await sayYes(page, 'share');
    await goToWay(page, 'dela', 'Skriv ut och dela');
    await openLink(anna, await share(page, 'Anna'));
    await anna.waitForText('Mötet börjar snart.');
    await tablet.setOffline(true);
    await goToWay(page, 'samtycke', 'Samtycke');
    await page.press('button', 'Ta tillbaka samtycket: Samtycke till att dela uppgifter');
    await page.press('button', 'Ja, ta tillbaka');
    await page.waitForText('Utan internet går det inte att sluta dela med Anna.');
    await page.press('link', 'Lars');
    await page.press('link', 'Mina SIP:ar');
    await page.waitForText('En delning är inte avslutad än.');
    await page.press('button', 'Lås');
    await page.waitFor('heading', 'Låst');
    expect(await anna.text()).toContain('Mötet börjar snart.');
    await tablet.setOffline(false);
    await unlock(page);
    await anna.waitForText('Det här delas inte längre', { timeout: 60_000 });
    await page.waitUntil(() => !document.body.innerText.includes('inte avslutad än'), []);
  } finally {
    await Promise.all([tablet.close(), annasPhone.close()]);
    await server.remove();
  }
});
