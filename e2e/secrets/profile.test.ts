/**
 * Nothing about a person stands in clear in the files of the browser: canaries are written in fields of the program,
 * the browser is killed, its profile is searched. One canary is planted in clear, and must be found, or the search
 * itself finds nothing.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstStart, newSip, startApp, unlock, waitForSaved } from '../app.ts';
import { openChromium } from '../driver/chromium.ts';
import type { TestServer } from '../driver/server.ts';
import { makeCanary, searchFiles } from './searchFiles.ts';

let server: TestServer;
let profileDir: string;

beforeAll(async () => {
  server = await startApp();
  profileDir = await mkdtemp(join(tmpdir(), 'sip-secrets-'));
});

afterAll(async () => {
  await server.stop();
  await rm(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

it('leaves nothing of a person in clear in the profile', async () => {
  const owner = {
    shortName: 'K',
    password: makeCanary(),
    name: makeCanary(),
    function: makeCanary(),
    unit: makeCanary(),
  };
  const written = {
    name: makeCanary(),
    'Vad är viktigt för dig?': makeCanary(),
    'Varför ska vi träffas?': makeCanary(),
    participant: makeCanary(),
    privatePhone: makeCanary(),
  };
  const planted = { inStorage: makeCanary(), inDatabase: makeCanary(), inAddress: makeCanary() };

  const browser = await openChromium({ profileDir, server });
  const { page } = browser;
  const groups = await firstStart(page, server.url, owner);
  const address = await newSip(page, written.name);
  for (const field of ['Vad är viktigt för dig?', 'Varför ska vi träffas?'] as const) {
    await page.type(field, written[field]);
  }
  await waitForSaved(page);
  await page.press('button', 'Lägg till person');
  await page.type('Namn', written.participant);
  await page.type('Privat telefon', written.privatePhone);
  await page.press('button', 'Klar');
  await page.waitForText(written.participant);
  await waitForSaved(page);
  for (const way of ['', '/behov', '/samtycke', '/mote', '/efter', '/plan', '/historik']) {
    await page.open(`${address}${way}`);
    await unlock(page, owner.password);
    expect(await page.title()).not.toContain(written.name);
  }

  await page.evaluate(
    (inStorage, inDatabase, inAddress) =>
      new Promise<void>((done, fail) => {
        localStorage.setItem('planted', inStorage);
        history.pushState(null, '', `/?${inAddress}`);
        const asked = indexedDB.open('planted', 1);
        asked.onupgradeneeded = () => asked.result.createObjectStore('words');
        asked.onerror = () => fail(asked.error);
        asked.onsuccess = () => {
          const put = asked.result.transaction('words', 'readwrite', { durability: 'strict' });
          put.objectStore('words').put({ text: inDatabase }, 1);
          put.oncomplete = () => done();
        };
      }),
    planted.inStorage,
    planted.inDatabase,
    planted.inAddress,
  );
  // An orderly end, so that all that the browser would write is on the disk.
  await browser.close();

  const secrets = [
    ...Object.values(written),
    owner.password,
    owner.name,
    owner.function,
    owner.unit,
    groups.join(''),
    groups.join(' '),
    groups.join('-'),
  ];
  const found = await searchFiles(profileDir, [...secrets, ...Object.values(planted)]);
  for (const canary of Object.values(planted)) {
    expect(found.filter((find) => find.canary === canary)).not.toEqual([]);
  }
  expect(found.filter(({ canary }) => secrets.includes(canary))).toEqual([]);
});
