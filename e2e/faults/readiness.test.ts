/** **Klar för möten utan internet** where the browser tells little: never ready without knowing. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstStart, startApp } from '../app.ts';
import { findViolations } from '../driver/axe.ts';
import { engines, openBrowser } from '../driver/openBrowser.ts';
import type { TestServer } from '../driver/server.ts';
import type { Browser } from '../driver/types.ts';

const engine = engines.includes('webkit') ? 'webkit' : 'firefox';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startApp();
  browser = await openBrowser(engine, { server, timeout: 20_000 });
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Each row as `[name, state]`, from what a person reads. */
const readRows = (): Promise<readonly (readonly [string, string])[]> =>
  browser.page.evaluate(() =>
    [...document.querySelectorAll('[aria-label="Klar för möten utan internet"] li')].map(
      (row) =>
        [
          row.querySelector('.ruled-row__first')?.textContent ?? '',
          row.querySelector('.ruled-row__actions span')?.textContent ?? '',
        ] as const,
    ),
  );

it(`says in ${engine} what is ready, what is not, and what cannot be known there`, async () => {
  const { page } = browser;
  await firstStart(page, server.url);
  await page.waitUntil(() => navigator.serviceWorker.controller !== null, [], { timeout: 30_000 });
  await page.press('link', 'Inställningar');
  await page.waitFor('button', 'Kontrollera igen');
  const rows = new Map(await readRows());
  expect(rows.size).toBe(9);
  expect(rows.get('Programmet')).toBe('Klart');
  expect(rows.get('Alla delar')).toBe('Klart');
  expect(rows.get('Klockan')).toBe('Klart');
  expect(rows.get('Säkerhetskopia')).toBe('Inte klart');
  expect(rows.get('Låset')).toBe('Klart');
  // What this browser has no answer for is never green.
  const tells = await page.evaluate(async () => ({
    persisted: (await navigator.storage?.persisted?.().catch(() => null)) ?? null,
    awake: 'wakeLock' in navigator,
  }));
  const kept = { null: 'Går inte att veta här', true: 'Klart', false: 'Inte klart' };
  expect(rows.get('Uppgifterna ligger kvar')).toBe(kept[`${tells.persisted}`]);
  if (!tells.awake) expect(rows.get('Skärmen hålls vaken')).toBe('Inte klart');
  expect(await findViolations(page)).toEqual([]);
  // The server is gone: the clock can be held against nothing, and a lost file is not hidden by the network.
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      const view = (await cache.keys()).find(({ url }) => url.includes('meeting-'));
      if (view !== undefined) await cache.delete(view);
    }
  });
  await server.stop();
  await page.press('button', 'Kontrollera igen');
  await page.waitForText('Något saknas. Låt programmet vara öppet en stund med internet.');
  expect(new Map(await readRows()).get('Klockan')).toBe('Går inte att veta här');
  await server.start();
  await page.press('button', 'Hämta det som saknas');
  await page.waitForText('Alla filer finns här');
});
