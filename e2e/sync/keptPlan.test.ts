/**
 * **Få planen** on the individual's own phone, kept there: read again without internet and after what was shared has ended,
 * never in clear in the browser's files, and gone from them with its key when it is removed.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstStart, newSip, waitForSaved } from '../app.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import type { Page } from '../driver/types.ts';
import { sayYes, waitForKept } from '../journeys/steps.ts';
import { countFilesWith, makeCanary, searchFiles } from '../secrets/searchFiles.ts';
import { goToWay, makePlanReady, openLink, share } from './shareSteps.ts';
import { type SyncTestServer, startSyncApp } from './startSyncApp.ts';

const important = makeCanary();
const keep = 'Behåll planen på den här telefonen';
const kept = 'Planen är sparad på den här telefonen.';

let server: SyncTestServer;
let tablet: ChromiumBrowser;
let profileDir: string;

const openPhone = (): Promise<ChromiumBrowser> =>
  openChromium({ profileDir, viewport: { width: 360, height: 800 }, touch: true, timeout: 30_000 });

/** What lies in the database of what is kept: how many plans, and the sealed bytes of the first. */
const rowsOf = (page: Page): Promise<{ readonly plans: number; readonly sealed: string }> =>
  page.evaluate(async () => {
    const asked = indexedDB.open('sip-kept');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    const all = db.transaction('plans').objectStore('plans').getAll();
    const rows = await new Promise<{ bytes: Uint8Array }[]>((resolve, reject) => {
      all.onsuccess = () => resolve(all.result);
      all.onerror = () => reject(all.error);
    });
    db.close();
    return { plans: rows.length, sealed: btoa(String.fromCharCode(...(rows[0]?.bytes ?? []))) };
  });

beforeAll(async () => {
  server = await startSyncApp();
  tablet = await openChromium({ typing: 'words', timeout: 30_000 });
  profileDir = await mkdtemp(join(tmpdir(), 'sip-phone-'));
});

afterAll(async () => {
  await tablet?.close();
  await server?.remove();
  await rm(profileDir, { recursive: true, force: true });
});

it('stays on the phone without internet and after the sharing has ended, and goes when it is taken away', async () => {
  const { page } = tablet;
  await firstStart(page, server.url);
  await newSip(page, 'Lars');
  await page.type('Vad är viktigt för dig?', important);
  await waitForSaved(page);
  await goToWay(page, 'samtycke', 'Samtycke');
  await sayYes(page, 'make');
  await makePlanReady(page);
  await goToWay(page, 'dela', 'Skriv ut och dela');
  const link = await share(page, 'Lars', 'Få planen');

  let phone = await openPhone();
  try {
    let lars = phone.page;
    await openLink(lars, link);
    await lars.waitForText(important);
    // Before anybody has chosen it nothing is kept: the address alone shows nothing.
    await lars.open(`${server.url}/folj`);
    await lars.waitFor('heading', 'Här kan du följa ett möte');
    await openLink(lars, link);
    await lars.waitForText('Den som kan öppna din telefon kan läsa planen.');
    await lars.press('button', keep);
    await lars.waitForText(kept);
    expect(await lars.title()).not.toMatch(/Lars/u);
    await lars.open(`${server.url}/folj`);
    await lars.waitForText(important);
    await waitForKept(lars);
    const { plans, sealed } = await rowsOf(lars);
    expect(plans).toBe(1);

    // Without internet, and the page opened anew.
    await phone.setOffline(true);
    await lars.reload();
    await lars.waitForText(important);
    await lars.waitForText('Inget internet just nu.');
    expect(await lars.url()).toBe(`${server.url}/folj`);
    await phone.setOffline(false);

    // The sharing is ended by staff: what was handed over is the person's own.
    await page.press('button', 'Sluta dela med Lars');
    await page.press('radio', 'Vi som arbetar här');
    await page.type('Varför?', 'Provdata');
    await page.press('button', 'Sluta dela');
    await lars.waitForText('Det kommer inga ändringar hit längre.', { timeout: 60_000 });
    expect(await lars.text()).toContain(important);

    // In the files it lies, and not in clear; what is planted in clear is found.
    const planted = makeCanary();
    await lars.evaluate((word) => localStorage.setItem('planted', word), planted);
    await phone.close();
    const found = await searchFiles(profileDir, [important, planted]);
    expect(new Set(found.map(({ canary }) => canary))).toEqual(new Set([planted]));
    const bytes = Uint8Array.from(Buffer.from(sealed, 'base64')).subarray(0, 64);
    expect(await countFilesWith(profileDir, bytes)).toBeGreaterThan(0);

    // Taken away: from the page, the database and its files.
    phone = await openPhone();
    lars = phone.page;
    await lars.open(`${server.url}/folj`);
    await lars.waitForText(important);
    await lars.press('button', 'Ta bort planen härifrån');
    await lars.press('button', 'Ja, ta bort');
    await lars.waitFor('heading', 'Planen är borttagen');
    expect((await rowsOf(lars)).plans).toBe(0);
    await lars.waitUntil(
      async () => {
        const asked = indexedDB.open('sip-kept');
        const db = await new Promise<IDBDatabase>((resolve) => {
          asked.onsuccess = () => resolve(asked.result);
        });
        const count = db.transaction('fill').objectStore('fill').count();
        const left = await new Promise<number>((resolve) => {
          count.onsuccess = () => resolve(count.result);
        });
        db.close();
        return left === 0;
      },
      [],
      { timeout: 60_000 },
    );
    await lars.reload();
    await lars.waitFor('heading', 'Här kan du följa ett möte');
    expect(lars.problems()).toEqual([]);
    await phone.close();
    expect(await countFilesWith(profileDir, bytes)).toBe(0);
  } finally {
    await phone.close().catch(() => undefined);
  }
}, 600_000);
