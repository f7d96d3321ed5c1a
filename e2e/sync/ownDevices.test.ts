/**
 * My second device (design.md 7): paired by a code that is typed and a word that is compared. What is written on either is
 * on both, also what both wrote while they had no internet.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstStart, karin, newSip, waitForSaved } from '../app.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import {
  beginAsSecond,
  goHome,
  goToSettings,
  openCaseAt,
  pairByTyping,
  waitForSynced,
} from './pairSteps.ts';
import { type SyncTestServer, startSyncApp } from './startSyncApp.ts';

let app: SyncTestServer;
let one: ChromiumBrowser;
let two: ChromiumBrowser;

beforeAll(async () => {
  app = await startSyncApp();
  [one, two] = await Promise.all([
    openChromium({ timeout: 30_000 }),
    openChromium({ timeout: 30_000 }),
  ]);
});

afterAll(async () => {
  await one?.close();
  await two?.close();
  await app?.remove();
});

const important = 'Vad är viktigt för dig?';

it('brings a plan to a second device, and both ways what is written on either, also offline', {
  timeout: 300_000,
}, async () => {
  const first = one.page;
  const second = two.page;
  await firstStart(first, app.url);
  await newSip(first, 'Lars');
  await first.type(important, 'Sova bättre.');
  await waitForSaved(first);
  await goHome(first, 'Lars');

  await beginAsSecond(second, app.url, { ...karin, password: 'hjortron skare norrsken träsko' });
  await goToSettings(first);
  const words = await pairByTyping(first, second);
  expect(words[0]).toMatch(/^[a-zåäö]{4,8}$/u);
  expect(words[1]).toBe(words[0]);
  await first.waitFor('button', 'Ta bort En dator (2)');

  await second.press('link', 'Till Mina SIP:ar');
  await openCaseAt(second, 'Lars', 'forbered');
  expect(await second.value(important)).toBe('Sova bättre.');
  await waitForSynced(second);
  await first.press('link', 'Mina SIP:ar');
  await openCaseAt(first, 'Lars', 'forbered');

  await Promise.all([one.setOffline(true), two.setOffline(true)]);
  await first.type(important, ' Gården kvar.');
  await openCaseAt(second, 'Lars', 'kalla');
  await second.type('Plats', 'Biblioteket i Åby');
  await second.key('Tab');
  await first.waitForText('Inget internet');
  await second.waitForText('Inget internet');

  await Promise.all([one.setOffline(false), two.setOffline(false)]);
  await Promise.all([waitForSynced(first), waitForSynced(second)]);
  await openCaseAt(second, 'Lars', 'forbered');
  await second.waitUntil(
    (words) => [...document.querySelectorAll('textarea')].some(({ value }) => value === words),
    ['Sova bättre. Gården kvar.'],
  );
  await openCaseAt(first, 'Lars', 'kalla');
  await first.waitUntil(
    (words) => [...document.querySelectorAll('input')].some(({ value }) => value === words),
    ['Biblioteket i Åby'],
  );
  expect(one.page.problems()?.filter((each) => !/Failed to|ERR_INTERNET/u.test(each))).toEqual([]);
});
