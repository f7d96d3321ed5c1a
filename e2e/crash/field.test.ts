/**
 * The walking skeleton: one text field through all of it (view, command, document, sealed journal), the browser
 * killed and opened again on the same profile. What the screen called saved is there; nothing stands in clear.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstStart, newSip, startApp, unlock, waitForSaved } from '../app.ts';
import { openChromium } from '../driver/chromium.ts';
import type { TestServer } from '../driver/server.ts';

const field = 'Vad är viktigt för dig?';

let server: TestServer;
let profileDir: string;

beforeAll(async () => {
  server = await startApp();
  profileDir = await mkdtemp(join(tmpdir(), 'sip-crash-'));
});

afterAll(async () => {
  await server.stop();
  await rm(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

it('keeps every acknowledged word when the browser is killed', async () => {
  let browser = await openChromium({ profileDir, server, typing: 'keys' });
  await firstStart(browser.page, server.url);
  const address = await newSip(browser.page, 'Lars');
  let saved = '';
  for (const words of ['Behålla gården', ' och kunna sova', ' hela natten.']) {
    await browser.page.type(field, words);
    await waitForSaved(browser.page);
    saved += words;
    await browser.kill();
    browser = await openChromium({ profileDir, server, typing: 'keys' });
    await browser.page.open(`${address}/forbered`);
    await unlock(browser.page);
    await browser.page.waitFor('heading', 'Förbered');
    expect(await browser.page.value(field)).toBe(saved);
  }
  expect(browser.page.problems()).toEqual([]);
  await browser.close();
});

it('keeps a prefix of what was typed when it is killed between keystrokes', async () => {
  let browser = await openChromium({ profileDir, server, typing: 'keys' });
  await browser.page.open(server.url);
  await unlock(browser.page);
  const address = await newSip(browser.page, 'Amina');
  const words = 'abcdefghijklmnopqrstuvwxyzåäö'.repeat(4);
  await browser.page.type(field, words.slice(0, 40));
  await waitForSaved(browser.page);
  const typing = browser.page.type(field, words.slice(40)).catch(() => undefined);
  await browser.page.waitUntil(
    (least) => (document.querySelector('textarea')?.value.length ?? 0) > least,
    [60],
  );
  await browser.kill();
  await typing;
  browser = await openChromium({ profileDir, server, typing: 'keys' });
  await browser.page.open(`${address}/forbered`);
  await unlock(browser.page);
  await browser.page.waitFor('heading', 'Förbered');
  const kept = await browser.page.value(field);
  expect(words.startsWith(kept)).toBe(true);
  expect(kept.length).toBeGreaterThanOrEqual(40);
  await browser.close();
});
