/** The second device reads the code with its camera, a film of what stands on the first one's screen. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstStart, karin, newSip, waitForSaved } from '../app.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import { writeFilm } from './film.ts';
import { beginAsSecond, compareWords, goHome, goToSettings, showCode } from './pairSteps.ts';
import { type SyncTestServer, startSyncApp } from './startSyncApp.ts';

let app: SyncTestServer;
let folder: string;
let one: ChromiumBrowser;
let two: ChromiumBrowser | null = null;

beforeAll(async () => {
  app = await startSyncApp();
  folder = await mkdtemp(join(tmpdir(), 'sip-film-'));
  one = await openChromium({ timeout: 30_000 });
});

afterAll(async () => {
  await one?.close();
  await two?.close();
  await app?.remove();
  await rm(folder, { recursive: true, force: true });
});

it('pairs by the camera alone', { timeout: 300_000 }, async () => {
  await firstStart(one.page, app.url);
  await newSip(one.page, 'Lars');
  await waitForSaved(one.page);
  await goHome(one.page, 'Lars');
  await goToSettings(one.page);
  await showCode(one.page);
  const film = join(folder, 'code.y4m');
  await writeFilm(
    film,
    await one.page.evaluate(() => {
      const code = document.querySelector('svg.qr-code');
      return {
        path: code?.querySelector('path')?.getAttribute('d') ?? '',
        side: Number(code?.getAttribute('viewBox')?.split(' ')[2]),
      };
    }),
  );

  two = await openChromium({ timeout: 30_000, camera: film });
  const second = two.page;
  await beginAsSecond(second, app.url, { ...karin, password: 'hjortron skare norrsken träsko' });
  await second.press('button', 'Läs koden med kameran');
  const words = await compareWords(one.page, second);
  expect(words[1]).toBe(words[0]);
  await second.waitFor('heading', 'Allt är här', { timeout: 60_000 });
  expect(second.problems()).toEqual([]);
});
