/**
 * A phone that follows the meeting: from the leader's press until the change is painted there, through the server, which
 * hands it on to two hundred. The leader's case is kept on disk; what the phone gets is sealed, signed, opened and checked.
 */
import { Worker } from 'node:worker_threads';
import { firstStart, newSip } from '../../e2e/app.ts';
import { openChromium } from '../../e2e/driver/chromium.ts';
import type { Page } from '../../e2e/driver/types.ts';
import { startMeeting, writeInBehov, writeRow } from '../../e2e/journeys/steps.ts';
import { goToWay, openLink, share } from '../../e2e/sync/shareSteps.ts';
import { startSyncApp } from '../../e2e/sync/startSyncApp.ts';
import type { Bench, Figure } from '../bench.ts';
import { percentile } from '../lib/percentile.ts';
import type { Crowd } from './crowd.ts';

/** Two presses each, of each of the two kinds. */
const rounds = 60;
const followers = 200;
const row = 'Gå en promenad';

/** What is waited for on the phone: that these words are there, or gone, or that this part is the one we are in. */
type Sight = { readonly words: string; readonly isThere: boolean } | { readonly part: '3' | '4' };

declare global {
  interface Window {
    painted?: Promise<number>;
  }
}

/** On the phone: from now on it is watched for. What was seen first is painted when a message from that frame comes. */
const watch = (sight: Sight): void => {
  const isDone = (): boolean => {
    const content = document.querySelector('.own__content');
    if (content === null) return false;
    return 'part' in sight
      ? content.querySelector(`.own__heading[data-part="${sight.part}"]`) !== null
      : content.textContent?.includes(sight.words) === sight.isThere;
  };
  if (isDone()) throw new Error(`${JSON.stringify(sight)} stands as it should already.`);
  window.painted = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isDone()) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(Date.now());
        port2.postMessage(null);
      });
    });
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
};

/** On the leader's tablet. Gives when it was pressed, by the clock of the machine, which both have. */
const press = (button: string): number => {
  const found = [...document.querySelectorAll('button')].find(
    ({ textContent, ariaLabel }) => (ariaLabel ?? textContent?.trim()) === button,
  );
  if (found === undefined) throw new Error(`There is no ${button}.`);
  const at = Date.now();
  found.click();
  return at;
};

const measure = async (
  leader: Page,
  phone: Page,
  steps: readonly (readonly [string, Sight])[],
  times: number,
): Promise<readonly number[]> => {
  const taken: number[] = [];
  for (let round = 0; round < times; round += 1)
    for (const [button, sight] of steps) {
      await leader.waitFor('button', button);
      await phone.evaluate(watch, sight);
      const pressedAt = await leader.evaluate(press, button);
      const paintedAt = await phone.evaluate(() => window.painted);
      taken.push((paintedAt ?? Number.NaN) - pressedAt);
    }
  return taken;
};

const toggling = [
  ['Visa för alla', { words: row, isThere: true }],
  ['Visas för alla', { words: row, isThere: false }],
] as const;
const moving = [
  ['Nästa del: Sammanfattning', { part: '4' }],
  ['Tillbaka: Behov', { part: '3' }],
] as const;

const addFollowers = (link: string, count: number): Promise<Worker> => {
  const workerData: Crowd = { link, count };
  const worker = new Worker(new URL('crowd.ts', import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve(worker));
    worker.once('error', reject);
  });
};

const timesOf = (name: string, times: readonly number[]): readonly Figure[] => [
  { name: `${name}, p99`, value: percentile(times, 0.99), unit: 'ms', limit: { most: 150 } },
  { name: `${name}, p50`, value: percentile(times, 0.5), unit: 'ms' },
];

const run = async (): Promise<readonly Figure[]> => {
  const server = await startSyncApp();
  const tablet = await openChromium({ timeout: 60_000 });
  const other = await openChromium({ viewport: { width: 360, height: 800 }, timeout: 60_000 });
  let crowd: Worker | null = null;
  try {
    const { page } = tablet;
    await firstStart(page, server.url);
    await newSip(page, 'Lars');
    await goToWay(page, 'dela', 'Skriv ut och dela');
    const link = await share(page, 'Lars');
    await openLink(other.page, link);
    await other.page.waitForText('Mötet börjar snart.');
    await goToWay(page, 'mote', 'Starta mötet');
    await startMeeting(page);
    await writeInBehov(page);
    await writeRow(page, 'Skriv en rad', row, () => page.press('button', 'Insats'));
    await other.page.waitFor('heading', 'Behov');
    await measure(page, other.page, toggling, 3);
    const alone = await measure(page, other.page, toggling, rounds);
    crowd = await addFollowers(link, followers - 1);
    await measure(page, other.page, toggling, 3);
    const shown = await measure(page, other.page, toggling, rounds);
    const moved = await measure(page, other.page, moving, rounds);
    return [
      ...timesOf('Visa för alla to the phone, one follows', alone),
      ...timesOf(`Visa för alla to the phone, ${followers} follow`, shown),
      ...timesOf(`next part to the phone, ${followers} follow`, moved),
      {
        name: 'presses',
        value: alone.length + shown.length + moved.length,
        unit: 'count',
        limit: { least: 300 },
      },
    ];
  } finally {
    crowd?.postMessage('enough');
    await Promise.all([tablet.close(), other.close()]);
    await server.remove();
  }
};

export const bench: Bench = {
  title: `A phone that follows, in a browser of its own, through the server (Chromium, ${rounds * 2} presses of each kind)`,
  run,
};
