/**
 * My second device (design.md 7): paired by a code that is typed and a word that is compared. What is written on either is
 * on both, also what both wrote while they had no internet.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstStart, karin, newSip, waitForSaved } from '../app.ts';
import { openBrowser } from '../driver/openBrowser.ts';
import type { Browser } from '../driver/types.ts';
import { beginAsSecond, goToSettings, pairByTyping } from './pairSteps.ts';
import { type SyncApp, startSyncApp } from './syncApp.ts';

let app: SyncApp;
let one: Browser;
let two: Browser;

beforeAll(async () => {
  app = await startSyncApp();
  [one, two] = await Promise.all([
    openBrowser('chromium', { timeout: 30_000 }),
    openBrowser('chromium', { timeout: 30_000 }),
  ]);
});

afterAll(async () => {
  await one?.close();
  await two?.close();
  await app?.close();
});

it('brings a plan to a second device, and both ways what is written on either, also offline', async () => {
  const first = one.page;
  const second = two.page;
  await firstStart(first, app.url);
  const address = await newSip(first, 'Lars');
  await waitForSaved(first);
  const way = new URL(address).pathname;
  await first.press('link', 'Lars');
  await first.press('link', 'Mina SIP:ar');

  await beginAsSecond(second, app.url, { ...karin, password: 'hjortron skare norrsken träsko' });
  await goToSettings(first);
  const words = await pairByTyping(first, second);
  expect(words[0]).toMatch(/^[a-zåäö]{4,8}$/u);
  expect(words[1]).toBe(words[0]);

  await second.press('link', 'Till Mina SIP:ar');
  await second.press('button', 'Alla planer');
  await second.press('link', 'Lars');
  await second.waitFor('heading', 'Lars');
  await second.waitForText('Synkat', { timeout: 30_000 });
  expect(await second.url()).toContain(way);
  expect(app.faults).toEqual([]);
});
