/**
 * A device that is taken out (design.md 7) gets nothing that is written afterwards, keeps what it had, and is told; the one
 * that took it out goes on.
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

it('gives a removed device nothing more, and takes nothing from it', {
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
  await pairByTyping(first, second);

  await first.press('button', 'Ta bort En dator (2)');
  await first.press('button', 'Ta bort');
  await first.waitForText('En dator (2) är borttagen.', { timeout: 60_000 });
  await second.press('link', 'Till Mina SIP:ar');
  await goToSettings(second);
  await second.waitForText(/tagit bort den här plattan från dina plattor och datorer/u, {
    timeout: 60_000,
  });

  await first.press('link', 'Mina SIP:ar');
  await openCaseAt(first, 'Lars', 'forbered');
  await first.type(important, ' Efteråt.');
  await waitForSaved(first);
  await waitForSynced(first);
  await second.press('link', 'Mina SIP:ar');
  await openCaseAt(second, 'Lars', 'forbered');
  expect(await second.value(important)).toBe('Sova bättre.');
  expect(await first.value(important)).toBe('Sova bättre. Efteråt.');
});
