/**
 * Cold start without network: a browser that was closed, with the program kept by its service worker and a vault on
 * disk, goes to the address at 4x CPU throttle. The service worker's own thread is not throttled.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstStart, startApp } from '../../e2e/app.ts';
import { openChromium } from '../../e2e/driver/chromium.ts';

import type { Bench, Figure } from '../bench.ts';
import { percentile } from '../lib/percentile.ts';

const starts = 3;

type Screen = 'password' | 'button';

/** In the page, before its own scripts: notes when what a person waits for has been painted. */
const watch = (screen: Screen): void => {
  const wanted =
    screen === 'password'
      ? () => document.querySelector('#app input[type="password"]')
      : () => document.querySelector('#app button, #app a[href="/ova"]');
  const look = (): void => {
    const found = wanted();
    if (!(found instanceof HTMLElement) || found.offsetWidth === 0) {
      requestAnimationFrame(look);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    // A message sent in a frame is handled after that frame is painted.
    port1.onmessage = () => {
      document.documentElement.dataset['usableAt'] = String(performance.now());
    };
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
};

/** Milliseconds from the navigation until the screen can be used. */
const startCold = async (
  profileDir: string,
  url: string,
  screen: Screen,
  rate: number,
): Promise<number> => {
  const browser = await openChromium({ profileDir });
  try {
    const { playwrightPage } = browser;
    const cdp = await browser.cdp();
    await cdp.send('Emulation.setCPUThrottlingRate', { rate });
    await playwrightPage.addInitScript(watch, screen);
    await browser.page.open(url);
    await browser.page.waitUntil(() => 'usableAt' in document.documentElement.dataset, [], {
      timeout: 60_000,
    });
    return await browser.page.evaluate(() => {
      if (navigator.serviceWorker.controller === null) throw new Error('No service worker.');
      return Number(document.documentElement.dataset['usableAt']);
    });
  } finally {
    await browser.close();
  }
};

const measure = async (screen: Screen, folder: string): Promise<readonly number[][]> => {
  const profileDir = join(folder, screen);
  const server = await startApp();
  const first = await openChromium({ profileDir, timeout: 60_000 });
  try {
    if (screen === 'password') await firstStart(first.page, server.url);
    else await first.page.open(server.url);
    await first.page.waitUntil(() => navigator.serviceWorker.controller !== null, []);
  } finally {
    await first.close();
    // Not even the own machine answers.
    await server.stop();
  }
  const slow: number[] = [];
  const here: number[] = [];
  for (let run = 0; run < starts; run += 1) {
    slow.push(await startCold(profileDir, server.url, screen, 4));
    if (run < 2) here.push(await startCold(profileDir, server.url, screen, 1));
  }
  return [slow, here];
};

const figures = (name: string, [slow = [], here = []]: readonly number[][]): readonly Figure[] => [
  { name: `4x: ${name}`, value: percentile(slow, 0.5), unit: 'ms', limit: { most: 1_500 } },
  { name: `4x: ${name}, slowest`, value: percentile(slow, 1), unit: 'ms' },
  { name: `${name}, no throttle`, value: percentile(here, 0.5), unit: 'ms' },
];

const run = async (): Promise<readonly Figure[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'sip-start-'));
  try {
    return [
      ...figures('to the password field (Låst)', await measure('password', folder)),
      ...figures('to Välkommen', await measure('button', folder)),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
};

export const bench: Bench = {
  title: 'Cold start from the service worker, offline (Chromium, median of 3)',
  run,
};
