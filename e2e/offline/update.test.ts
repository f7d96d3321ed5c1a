import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../driver/openBrowser.ts';
import { builtApp, startServer, type TestServer } from '../driver/server.ts';
import type { Browser, Page } from '../driver/types.ts';

let folder: string;
let server: TestServer;
let browser: Browser;
let page: Page;

/** Changes what the server hands out, as an installation of a new version does. */
const publish = async (version: string): Promise<void> => {
  const dist = join(folder, 'dist');
  await rm(dist, { recursive: true, force: true });
  await cp(builtApp, dist, { recursive: true });
  const html = await readFile(join(dist, 'index.html'), 'utf8');
  await writeFile(
    join(dist, 'index.html'),
    html.replace('<body>', `<body data-version="${version}">`),
  );
  const worker = await readFile(join(dist, 'sw.js'), 'utf8');
  const changed = worker.replace(
    /(\{url:"index\.html",revision:")[^"]+/,
    (_, before) => `${before}${version}`,
  );
  if (changed === worker) throw new Error('The worker names no index.html.');
  await writeFile(join(dist, 'sw.js'), changed);
  // What was compressed is of the version before.
  for (const name of ['index.html', 'sw.js'])
    for (const ending of ['br', 'gz']) await rm(join(dist, `${name}.${ending}`), { force: true });
  await server?.stop();
  await server?.start();
};

const version = (): Promise<string | undefined> =>
  page.evaluate(() => document.body.dataset.version);

const lookForUpdate = (): Promise<void> =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });

const untilWaiting = (): Promise<void> =>
  page.waitUntil(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.waiting !== null && registration?.waiting !== undefined;
  }, []);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sip-update-'));
  await publish('first');
  server = await startServer(join(folder, 'dist'));
  // A worker is put in place in the background, and takes its time where others work too.
  browser = await openBrowser('chromium', { server, timeout: 30_000 });
  page = browser.page;
  await page.open(server.url);
  await page.waitUntil(() => navigator.serviceWorker.controller !== null, []);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a new version of the program', () => {
  it('waits, and neither loads the page anew nor answers for it', async () => {
    await page.evaluate(() => {
      document.body.dataset.mine = 'still here';
    });
    await publish('second');
    await lookForUpdate();
    await untilWaiting();
    await page.waitFor('button', 'Byt till den nya');
    expect(await page.evaluate(() => document.body.dataset.mine)).toBe('still here');
    await page.reload();
    expect(await version()).toBe('first');
  });

  it('is not offered while another window is open', async () => {
    const second = await browser.newPage();
    await second.open(`${server.url}/ova`);
    await second.waitUntil(() => document.body.innerText !== '', []);
    await page.reload();
    await untilWaiting();
    await page.waitUntil(async () => ((await navigator.locks.query()).held ?? []).length >= 2, []);
    await page.waitForGone('button', 'Byt till den nya');
    await second.close();
  });

  it('is taken when a person says so', async () => {
    await page.reload();
    await page.press('button', 'Byt till den nya');
    await page.waitUntil(() => document.body.dataset.version === 'second', []);
    await page.waitForGone('button', 'Byt till den nya');
  });

  it('is the newest of two that came in a row, taken once', async () => {
    await publish('third');
    await lookForUpdate();
    await untilWaiting();
    await page.waitFor('button', 'Byt till den nya');
    await publish('fourth');
    await lookForUpdate();
    await page.waitUntil(async () => {
      const names = await caches.keys();
      const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      const registration = await navigator.serviceWorker.getRegistration();
      return (
        registration?.installing === null &&
        kept.flat().some(({ url }) => url.endsWith('__WB_REVISION__=fourth'))
      );
    }, []);
    expect(await version()).toBe('second');
    await page.press('button', 'Byt till den nya');
    await page.waitUntil(() => document.body.dataset.version === 'fourth', []);
    await page.waitForGone('button', 'Byt till den nya');
  });
});
