/** From the tap on the next part to the new part painted, in practice, at 4x CPU throttle. */
import { startApp } from '../../e2e/app.ts';
import { openChromium } from '../../e2e/driver/chromium.ts';
import { findWebkit } from '../../e2e/driver/programs.ts';

import type { Page } from '../../e2e/driver/types.ts';
import { openWebkit } from '../../e2e/driver/webkit.ts';
import type { Bench, Figure } from '../bench.ts';
import { percentile } from '../lib/percentile.ts';

const parts = ['Aktuell situation', 'Behov', 'Sammanfattning', 'Avslutning'] as const;
const meetings = 5;

/** In the page: from the tap as the browser got it until the frame with the part's heading is painted. */
const watchPart = (part: string): void => {
  const root = document.documentElement;
  delete root.dataset['paintedIn'];
  const tapped = ({ timeStamp }: Event): void => {
    const look = (): void => {
      const isThere = [...document.querySelectorAll('h1, h2')].some(
        (heading) => heading.textContent?.trim().endsWith(part) === true,
      );
      if (!isThere) {
        requestAnimationFrame(look);
        return;
      }
      const { port1, port2 } = new MessageChannel();
      // A message sent in a frame is handled after that frame is painted.
      port1.onmessage = () => {
        root.dataset['paintedIn'] = String(performance.now() - timeStamp);
      };
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  };
  addEventListener('click', tapped, { capture: true, once: true });
};

const startMeeting = async (page: Page, url: string): Promise<void> => {
  await page.open(`${url}/ova`);
  await page.press('link', 'Gå till mötet');
  await page.press('button', 'Starta mötet');
  await page.press('button', 'Nej');
  await page.waitFor('heading', 'Inledning');
};

const nextPart = async (page: Page, part: string): Promise<number> => {
  await page.waitFor('button', `Nästa del: ${part}`);
  await page.evaluate(watchPart, part);
  await page.press('button', `Nästa del: ${part}`);
  await page.waitUntil(() => 'paintedIn' in document.documentElement.dataset, []);
  return page.evaluate(() => Number(document.documentElement.dataset['paintedIn']));
};

/** The same in the iPad's family of browser, which cannot be throttled. */
const inWebkit = async (): Promise<readonly number[] | undefined> => {
  if (findWebkit() === null) return undefined;
  const server = await startApp();
  const browser = await openWebkit({ server, timeout: 60_000 });
  try {
    const found: number[] = [];
    for (let meeting = 0; meeting < 2; meeting += 1) {
      await startMeeting(browser.page, server.url);
      for (const part of parts) found.push(await nextPart(browser.page, part));
    }
    return found;
  } finally {
    await browser.close();
    await server.stop();
  }
};

const run = async (): Promise<readonly Figure[]> => {
  const figures = await inChromium();
  const webkit = await inWebkit();
  if (webkit === undefined) return figures;
  return figures.map((figure) =>
    figure.name.startsWith('next part painted')
      ? { ...figure, webkit: percentile(webkit, 0.5) }
      : figure,
  );
};

const inChromium = async (): Promise<readonly Figure[]> => {
  const server = await startApp();
  const browser = await openChromium({ server, timeout: 60_000 });
  try {
    const { page } = browser;
    const cdp = await browser.cdp();
    const measure = async (rate: number, times: number): Promise<readonly number[]> => {
      const found: number[] = [];
      for (let meeting = 0; meeting < times; meeting += 1) {
        await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
        await startMeeting(page, server.url);
        await cdp.send('Emulation.setCPUThrottlingRate', { rate });
        for (const part of parts) found.push(await nextPart(page, part));
      }
      return found;
    };
    const here = await measure(1, 2);
    const slow = await measure(4, meetings);
    return [
      {
        name: '4x: next part painted, p50',
        value: percentile(slow, 0.5),
        unit: 'ms',
        limit: { most: 100 },
      },
      { name: '4x: next part painted, slowest', value: percentile(slow, 1), unit: 'ms' },
      { name: 'next part painted, p50, no throttle', value: percentile(here, 0.5), unit: 'ms' },
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
};

export const bench: Bench = {
  title: 'The next part of a meeting (Chromium, 20 taps; WebKitGTK, 8)',
  run,
};
