/** WebKitGTK as the second device: paired, and what is written there is on the first one too. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstStart, karin, newSip, waitForSaved } from '../app.ts';
import { engines, openBrowser } from '../driver/openBrowser.ts';
import type { Browser } from '../driver/types.ts';
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
let one: Browser;
let two: Browser;

const engine = engines.includes('webkit') ? 'webkit' : 'chromium';

beforeAll(async () => {
  app = await startSyncApp();
  one = await openBrowser('chromium', { timeout: 30_000 });
  two = await openBrowser(engine, { timeout: 60_000, server: app });
});

afterAll(async () => {
  await one?.close();
  await two?.close();
  await app?.remove();
});

const important = 'Vad är viktigt för dig?';

it('writes the same plan in two browsers of different make', { timeout: 400_000 }, async () => {
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
  expect(words[1]).toBe(words[0]);
  await second.press('link', 'Till Mina SIP:ar');
  await openCaseAt(second, 'Lars', 'forbered');
  expect(await second.value(important)).toBe('Sova bättre.');
  await second.type(important, ' Gården kvar.');
  await waitForSaved(second);
  await waitForSynced(second);
  await first.press('link', 'Mina SIP:ar');
  await openCaseAt(first, 'Lars', 'forbered');
  await first.waitUntil(
    (wanted) => [...document.querySelectorAll('textarea')].some(({ value }) => value === wanted),
    ['Sova bättre. Gården kvar.'],
    { timeout: 30_000 },
  );
});
