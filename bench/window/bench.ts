/**
 * The shared view in a window of its own: from the leader's press until the change is painted in the other window, in a
 * case that is kept on disk. Floor, in the same run: a bare message to that window until one changed line is painted there.
 */
import type { Page as PlaywrightPage } from 'playwright-core';
import { firstStart, newSip, startApp } from '../../e2e/app.ts';
import { openChromium } from '../../e2e/driver/chromium.ts';
import type { Page } from '../../e2e/driver/types.ts';
import { goToPart, startMeeting, writeRow } from '../../e2e/journeys/steps.ts';
import type { Bench, Figure } from '../bench.ts';
import { percentile } from '../lib/percentile.ts';

/** As many presses of each of the four kinds; two hundred and more make the hundredth worth telling. */
const rounds = 60;
const slowRounds = 15;

const row = 'Gå en promenad';
const hiding = 'Vi tar bort texten en stund.';

/**
 * In the window: tells when it is first painted that these words are there, or gone, since it was asked. Both windows'
 * times are counted from the same beginning: `timeOrigin` is of the machine's clock.
 */
const watch = (): void => {
  const channel = new BroadcastChannel('bench');
  const line = document.createElement('p');
  line.id = 'bench';
  document.body.append(line);
  const paint = (then: () => void): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      // A message sent in a frame is handled after that frame is painted.
      port1.onmessage = then;
      port2.postMessage(null);
    });
  };
  const now = (): number => performance.timeOrigin + performance.now();
  const told = (): void => paint(() => channel.postMessage({ paintedAt: now() }));
  channel.onmessage = ({ data }: MessageEvent<{ words?: string; isThere?: boolean }>) => {
    const { words, isThere } = data;
    if (words === undefined) {
      line.textContent = String(Math.random());
      told();
      return;
    }
    const isDone = (): boolean => {
      const main = document.querySelector('.room__main')?.textContent ?? '';
      return main !== '' && main.includes(words) === isThere;
    };
    const observer = new MutationObserver(() => {
      if (!isDone()) return;
      observer.disconnect();
      told();
    });
    const stage = document.querySelector('.screen');
    if (stage === null || isDone()) throw new Error(`“${words}” stands as it should already.`);
    observer.observe(stage, { subtree: true, childList: true, characterData: true });
    channel.postMessage({ watches: true });
  };
};

/** In the leader's window: presses, and gives the milliseconds until it was painted in the other. */
const press = (button: string, words: string, isThere: boolean): Promise<number> => {
  const channel = new BroadcastChannel('bench');
  return new Promise((resolve, reject) => {
    let pressedAt = 0;
    channel.onmessage = ({ data }: MessageEvent<{ paintedAt?: number }>) => {
      if (data.paintedAt !== undefined) {
        channel.close();
        resolve(data.paintedAt - pressedAt);
        return;
      }
      const found = [...document.querySelectorAll('button')].find(
        ({ textContent }) => textContent?.trim() === button,
      );
      if (found === undefined) reject(new Error(`There is no ${button}.`));
      pressedAt = performance.timeOrigin + performance.now();
      found?.click();
    };
    channel.postMessage({ words, isThere });
  });
};

/** As `press`, with nothing of the program between. */
const bare = (): Promise<number> => {
  const channel = new BroadcastChannel('bench');
  return new Promise((resolve) => {
    const sentAt = performance.timeOrigin + performance.now();
    channel.onmessage = ({ data }: MessageEvent<{ paintedAt: number }>) => {
      channel.close();
      resolve(data.paintedAt - sentAt);
    };
    channel.postMessage({});
  });
};

const openWall = async (page: Page, opening: Promise<PlaywrightPage>): Promise<PlaywrightPage> => {
  await page.press('button', /^Storskärm/u);
  await page.press('button', 'Ett eget fönster');
  const wall = await opening;
  await wall.waitForSelector('.room__field');
  await page.waitForText('Dela inte det här fönstret');
  await wall.evaluate(watch);
  return wall;
};

interface Times {
  readonly presses: readonly number[];
  readonly bare: readonly number[];
}

const measure = async (page: Page, times: number): Promise<Times> => {
  const presses: number[] = [];
  const floor: number[] = [];
  const steps = [
    ['Visa för alla', row, true],
    ['Dölj planen', hiding, true],
    ['Visa planen igen', hiding, false],
    ['Visas för alla', row, false],
  ] as const;
  for (let round = 0; round < times; round += 1)
    for (const [button, words, isThere] of steps) {
      await page.waitFor('button', button);
      presses.push(await page.evaluate(press, button, words, isThere));
      floor.push(await page.evaluate(bare));
    }
  return { presses, bare: floor };
};

const run = async (): Promise<readonly Figure[]> => {
  const server = await startApp();
  const browser = await openChromium({ server, timeout: 60_000 });
  try {
    const { page, context } = browser;
    await firstStart(page, server.url);
    await newSip(page, 'Lars');
    await page.evaluate(() => {
      history.pushState(null, '', location.pathname.replace(/forbered$/, 'mote'));
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await startMeeting(page);
    await goToPart(page, 'Aktuell situation');
    await goToPart(page, 'Behov');
    await page.press('tab', 'Skriva');
    await writeRow(page, 'Skriv en rad', row, () => page.press('button', 'Insats'));
    const wall = await openWall(page, context.waitForEvent('page'));
    await measure(page, 3);
    const here = await measure(page, rounds);
    const cdps = [await browser.cdp(), await context.newCDPSession(wall)];
    for (const cdp of cdps) await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const slow = await measure(page, slowRounds);
    const p99 = percentile(here.presses, 0.99);
    return [
      { name: 'press to the other window, p99', value: p99, unit: 'ms', limit: { most: 100 } },
      { name: 'press to the other window, p50', value: percentile(here.presses, 0.5), unit: 'ms' },
      { name: 'bare message (floor), p99', value: percentile(here.bare, 0.99), unit: 'ms' },
      { name: 'bare message (floor), p50', value: percentile(here.bare, 0.5), unit: 'ms' },
      {
        name: 'press by floor, p50',
        value: percentile(here.presses, 0.5) / percentile(here.bare, 0.5),
        unit: 'times',
      },
      {
        name: '4x: press to the other window, p99',
        value: percentile(slow.presses, 0.99),
        unit: 'ms',
      },
      {
        name: '4x: press to the other window, p50',
        value: percentile(slow.presses, 0.5),
        unit: 'ms',
      },
      { name: 'presses', value: here.presses.length, unit: 'count', limit: { least: 200 } },
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
};

export const bench: Bench = {
  title: `The shared view in a second window (Chromium, ${rounds * 4} presses, and ${slowRounds * 4} at 4x)`,
  run,
};
