/**
 * Another language, without network: from the press on its chip until the individual's view is painted in it, and from the
 * leader's word until the wall is; the first time from the files that the device keeps, and then again. Floor, in the same
 * run: a press that changes one line.
 */
import type { Page as PlaywrightPage } from 'playwright-core';
import { startApp } from '../../e2e/app.ts';
import { openChromium } from '../../e2e/driver/chromium.ts';
import type { Page } from '../../e2e/driver/types.ts';
import { startMeeting } from '../../e2e/journeys/steps.ts';
import { offeredLanguages } from '../../src/i18n/languages.ts';
import type { Bench, Figure } from '../bench.ts';
import { percentile } from '../lib/percentile.ts';

/** Easy Swedish says some things in the same words: it could not be seen that it came. */
const others = offeredLanguages.filter(({ code }) => !code.startsWith('sv'));
const roundsAgain = 5;
const roundsSlow = 2;

/** In the individual's view: presses the chip, and gives the milliseconds until all of it stands in that language. */
const choose = (code: string, ownName: string): Promise<number> => {
  const chip = [...document.querySelectorAll('.language-names label')].find(
    ({ textContent }) => textContent?.trim() === ownName,
  );
  if (!(chip instanceof HTMLElement)) throw new Error(`There is no chip ${ownName}.`);
  return new Promise((resolve) => {
    const pressedAt = performance.now();
    chip.click();
    const look = (): void => {
      const theirs = document.querySelector('.own__heading [lang]:not([lang="sv"])');
      const isThere =
        document.querySelector(`main.own[lang="${code}"]`) !== null &&
        (theirs?.getAttribute('lang') ?? 'sv') === code;
      if (!isThere) {
        requestAnimationFrame(look);
        return;
      }
      const { port1, port2 } = new MessageChannel();
      // A message sent in a frame is handled after that frame is painted.
      port1.onmessage = () => resolve(performance.now() - pressedAt);
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
};

/** The same with nothing of the program between. */
const bare = (): Promise<number> => {
  const line = document.createElement('button');
  document.body.append(line);
  return new Promise((resolve) => {
    const pressedAt = performance.now();
    line.onclick = () => {
      line.textContent = String(Math.random());
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          line.remove();
          resolve(performance.now() - pressedAt);
        };
        port2.postMessage(null);
      });
    };
    line.click();
  });
};

/** In the window on the wall: as the leader's window says it, from there until it is painted here. */
const say = (caseId: string, message: object, code: string): Promise<number> => {
  const sender = new BroadcastChannel(`sip-room-${caseId}`);
  return new Promise((resolve) => {
    const saidAt = performance.now();
    sender.postMessage(message);
    const look = (): void => {
      const theirs = document.querySelector('.room__heading [lang]:not([lang="sv"])');
      const isThere =
        code === 'sv'
          ? document.querySelector('.room__heading') !== null && theirs === null
          : theirs?.getAttribute('lang') === code;
      if (!isThere) {
        requestAnimationFrame(look);
        return;
      }
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        sender.close();
        resolve(performance.now() - saidAt);
      };
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
};

/** What the leader's window says when it is asked. */
const askForView = (caseId: string): Promise<{ readonly view: object }> => {
  const channel = new BroadcastChannel(`sip-room-${caseId}`);
  return new Promise((resolve) => {
    channel.onmessage = ({
      data,
    }: MessageEvent<{ readonly is: string; readonly view: object }>) => {
      if (data.is !== 'view') return;
      channel.close();
      resolve(data);
    };
    channel.postMessage({ v: 1, is: 'here', screen: 'bench', pages: 1 });
  });
};

interface Times {
  readonly first: readonly number[];
  readonly again: readonly number[];
  readonly slow: readonly number[];
}

/** Each language once, then over and over, then on a page made four times slower. */
const takeTimes = async (
  once: (code: string, ownName: string) => Promise<number>,
  throttle: (rate: number) => Promise<void>,
): Promise<Times> => {
  const round = async (): Promise<readonly number[]> => {
    const found: number[] = [];
    for (const { code, ownName } of others) found.push(await once(code, ownName));
    found.push(await once('sv', 'Svenska'));
    return found;
  };
  const rounds = async (count: number): Promise<readonly number[]> => {
    const found: number[] = [];
    for (let at = 0; at < count; at += 1) found.push(...(await round()));
    return found;
  };
  const first = (await round()).slice(0, -1);
  const again = await rounds(roundsAgain);
  await throttle(4);
  const slow = await rounds(roundsSlow);
  await throttle(1);
  return { first, again, slow };
};

const chooseIn = async (page: Page, code: string, ownName: string): Promise<number> => {
  await page.evaluate(() => {
    const all = document.querySelector('.handed__top > [aria-expanded="false"]');
    if (all instanceof HTMLElement) all.click();
  });
  await page.waitFor('radio', ownName);
  return page.evaluate(choose, code, ownName);
};

const figuresOf = (where: string, { first, again, slow }: Times): readonly Figure[] => [
  {
    name: `${where}: first time, from the device, slowest`,
    value: percentile(first, 1),
    unit: 'ms',
    limit: { most: 200 },
  },
  { name: `${where}: first time, p50`, value: percentile(first, 0.5), unit: 'ms' },
  {
    name: `${where}: again, p99`,
    value: percentile(again, 0.99),
    unit: 'ms',
    limit: { most: 200 },
  },
  { name: `${where}: again, p50`, value: percentile(again, 0.5), unit: 'ms' },
  {
    name: `4x: ${where}: again, p50`,
    value: percentile(slow, 0.5),
    unit: 'ms',
    limit: { most: 200 },
  },
  { name: `4x: ${where}: again, slowest`, value: percentile(slow, 1), unit: 'ms' },
];

const onWall = async (
  wall: PlaywrightPage,
  caseId: string,
  view: object,
  throttle: (rate: number) => Promise<void>,
): Promise<Times> =>
  takeTimes(
    (code) =>
      wall.evaluate(
        `(${say})(${JSON.stringify(caseId)}, ${JSON.stringify({ v: 1, is: 'view', view: { ...view, language: code }, emptiesAt: null })}, ${JSON.stringify(code)})`,
      ),
    throttle,
  );

const run = async (): Promise<readonly Figure[]> => {
  const server = await startApp();
  const browser = await openChromium({ server, timeout: 60_000 });
  try {
    const { page, context } = browser;
    const cdp = await browser.cdp();
    await page.open(`${server.url}/ova`);
    await page.waitUntil(() => navigator.serviceWorker.controller !== null, []);
    await page.press('link', 'Gå till mötet');
    await startMeeting(page);
    const caseId = (await page.url()).match(/\/sip\/([^/]+)/)?.[1] ?? '';
    await browser.setOffline(true);

    await page.press('button', /^Storskärm/u);
    const opening = context.waitForEvent('page');
    await page.press('button', 'Ett eget fönster');
    const wall = await opening;
    await wall.waitForSelector('.room__field');
    const { view } = await page.evaluate(askForView, caseId);

    await page.press('button', 'Mer');
    await page.press('menuitem', 'Visa för Lars');
    await page.waitFor('main', 'Ditt möte');
    const floor: number[] = [];
    const own = await takeTimes(
      async (code, ownName) => {
        floor.push(await page.evaluate(bare));
        return chooseIn(page, code, ownName);
      },
      async (rate) => {
        await cdp.send('Emulation.setCPUThrottlingRate', { rate });
      },
    );
    const here = floor.slice(0, others.length * (roundsAgain + 1));

    // The leader's window has nothing more to say: it would say the old language again every other second.
    await page.open(`${server.url}/hjalp`);
    const wallCdp = await context.newCDPSession(wall);
    const onTheWall = await onWall(wall, caseId, view, async (rate) => {
      await wallCdp.send('Emulation.setCPUThrottlingRate', { rate });
    });
    return [
      ...figuresOf('in the hand', own),
      ...figuresOf('on the wall', onTheWall),
      { name: 'one line by hand (floor), p50', value: percentile(here, 0.5), unit: 'ms' },
      {
        name: 'in the hand by floor, p50',
        value: percentile(own.again, 0.5) / percentile(here, 0.5),
        unit: 'times',
      },
      {
        name: 'on the wall by floor, p50',
        value: percentile(onTheWall.again, 0.5) / percentile(here, 0.5),
        unit: 'times',
      },
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
};

export const bench: Bench = {
  title: `Another language (Chromium, ${others.length} languages, offline)`,
  run,
};
