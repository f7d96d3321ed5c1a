import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { precachedListFile, readPrecached, withoutHash } from '../../scripts/precached.ts';
import { openBrowser } from '../driver/openBrowser.ts';
import { startServer, type TestServer } from '../driver/server.ts';
import type { Browser } from '../driver/types.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser('chromium', { server });
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const expected = readFileSync(precachedListFile, 'utf8').trim().split('\n');

it('keeps just the files of the list', () => {
  expect(readPrecached()).toEqual(expected);
});

it('keeps no pictures of the manifest, and no font but Latin and the letters of the languages’ names', () => {
  expect(expected.filter((path) => path.endsWith('.png'))).toEqual([]);
  const fonts = expected.filter((path) => path.endsWith('.woff2'));
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.filter((path) => !/latin|zero|language-names/.test(path))).toEqual([]);
});

it('really holds them all in the browser, and nothing else', async () => {
  await browser.page.open(server.url);
  await browser.page.waitUntil(() => navigator.serviceWorker.controller !== null, [], {
    timeout: 30_000,
  });
  const held = await browser.page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys())
        paths.push(new URL(request.url).pathname.slice(1));
    return paths;
  });
  expect(held.map(withoutHash).sort()).toEqual(expected);
});
