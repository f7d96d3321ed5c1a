/**
 * A server that takes those who have an invitation: who has none is told so and where to get one, a code that does not do
 * is told as what it is, and with the right one the plan is synced and shared.
 */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { firstStart, karin, newSip, waitForSaved } from '../app.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import { command, makeCode, writeCode } from './accessSteps.ts';
import {
  beginAsSecond,
  goHome,
  goToSettings,
  openCaseAt,
  pairByTyping,
  waitForSynced,
} from './pairSteps.ts';
import { goToWay, openLink, share } from './shareSteps.ts';
import { type SyncTestServer, startSyncApp } from './startSyncApp.ts';

let app: SyncTestServer;
let one: ChromiumBrowser;
let two: ChromiumBrowser;

beforeAll(async () => {
  app = await startSyncApp(async () => ({ is: 'invite' }));
});

afterAll(() => app?.remove());

beforeEach(async () => {
  [one, two] = await Promise.all([
    openChromium({ timeout: 45_000 }),
    openChromium({ timeout: 45_000 }),
  ]);
});

afterEach(async () => {
  await one?.close();
  await two?.close();
});

const important = 'Vad är viktigt för dig?';
const needed =
  /först.* en inbjudningskod, eller att du loggar in.* Koden får du av den som sköter synkningen\./iu;
const notTaken = /Inget är ändrat\. Koden eller inloggningen gick inte igenom/u;
const usedUp = /Inget är ändrat\. Platsen du har för synkningen är slut/u;

it('tells who has no code where to get one, what is wrong with one that does not do, and syncs with the right one', {
  timeout: 400_000,
}, async () => {
  const first = one.page;
  const second = two.page;
  await firstStart(first, app.url);
  await newSip(first, 'Lars');
  await first.type(important, 'Sova bättre.');
  await waitForSaved(first);
  await goHome(first, 'Lars');
  await goToSettings(first);

  await first.waitForText('Den som har en inbjudan kan synka.');
  await first.press('button', 'Lägg till en platta eller dator');
  await first.waitForText(needed);
  await first.press('button', 'Avbryt');

  await writeCode(first, 'ABCD EFGH');
  await first.waitForText(/Koden är felskriven\. Den har 26 tecken/u);

  const revoked = await makeCode(app, 'Tidigare', 50);
  await command(app, '--revoke', 'Tidigare');
  const wrong = '0000 0000 0000 0000 0000 0000 00';
  const small = await makeCode(app, 'För liten', 1);
  for (const [code, told] of [
    [wrong, notTaken],
    [revoked, notTaken],
    [small, usedUp],
  ] as const) {
    await writeCode(first, code);
    await first.waitForText('Koden är sparad.');
    await first.press('button', 'Lägg till en platta eller dator');
    await first.waitForText(told);
    await first.press('button', 'Avbryt');
  }

  await writeCode(first, await makeCode(app, 'Åby kommun', 50));
  await first.waitForText('Koden är sparad.');
  await beginAsSecond(second, app.url, { ...karin, password: 'hjortron skare norrsken träsko' });
  await pairByTyping(first, second);
  await second.press('link', 'Till Mina SIP:ar');
  await openCaseAt(second, 'Lars', 'forbered');
  expect(await second.value(important)).toBe('Sova bättre.');
  await waitForSynced(second);
  await first.press('link', 'Mina SIP:ar');
  await openCaseAt(first, 'Lars', 'forbered');
  await waitForSynced(first);
  expect(await command(app, '--invites')).toMatch(/^Åby kommun: .*, [1-9]\d* of 50 channels/mu);

  // Each device has its own code: a plan that is begun on the second waits until one is written there.
  await goHome(second, 'Lars');
  await newSip(second, 'Eva');
  await second.press('link', 'Eva');
  await second.waitForText(needed);
  await second.press('link', 'Mina SIP:ar');
  await goToSettings(second);
  await writeCode(second, await makeCode(app, 'Ännu en', 50));
  await second.press('link', 'Mina SIP:ar');
  await openCaseAt(second, 'Eva', 'forbered');
  await waitForSynced(second);
  expect(app.faults).toEqual([]);
});

it('shares nothing without a code, says so beside the link, and shares when it is there', {
  timeout: 300_000,
}, async () => {
  const { page } = one;
  const phone = two.page;
  await firstStart(page, app.url);
  await newSip(page, 'Lars');
  await goToWay(page, 'dela', 'Skriv ut och dela');
  await page.press('radio', 'Lars');
  await page.press('radio', 'Följ mötet');
  await page.press('button', 'Dela');
  await page.waitFor('heading', 'För Lars');
  await page.waitForText(needed);
  await page.press('button', 'Klar');

  await page.press('link', 'Lars');
  await page.press('link', 'Mina SIP:ar');
  await goToSettings(page);
  await writeCode(page, await makeCode(app, 'Vårdcentralen', 5));
  await page.waitForText('Koden är sparad.');
  await page.press('link', 'Mina SIP:ar');
  await openCaseAt(page, 'Lars', 'dela');
  await page.waitForText('Delas nu.');
  expect(await page.text()).not.toContain('Delas inte än');
  await openLink(phone, await share(page, 'Lars'));
  await phone.waitForText('Mötet börjar snart.');
  expect(app.faults).toEqual([]);
});
