/** T1 from first start to the text of the plan, in one browser, the network off from the first load on. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { startApp, unlock } from '../../app.ts';
import { openBrowser } from '../../driver/openBrowser.ts';
import type { Browser, BrowserOptions, EngineName, Page } from '../../driver/types.ts';
import { finishLars } from './finishLars.ts';
import { leadToBehov, leadToEnd } from './meetLars.ts';
import { prepareLars } from './prepareLars.ts';

export interface Way {
  readonly engine: EngineName;
  readonly options?: BrowserOptions;
  /** The page as this person handles it. */
  readonly hand?: (page: Page, browser: Browser) => Page;
  /** Killed in the middle, and opened again on the same profile; else the page is loaded anew. */
  readonly isKilled?: boolean;
}

export const walkLars = async ({
  engine,
  options = {},
  hand = (page) => page,
  isKilled = false,
}: Way): Promise<void> => {
  const server = await startApp();
  const profileDir = isKilled ? await mkdtemp(join(tmpdir(), 'sip-lars-')) : undefined;
  const open = (): Promise<Browser> =>
    openBrowser(engine, {
      typing: 'keys',
      ...options,
      server,
      ...(profileDir === undefined ? {} : { profileDir }),
    });
  let browser = await open();
  try {
    let page = hand(browser.page, browser);
    await page.open(server.url);
    await page.waitUntil(() => navigator.serviceWorker.controller !== null, [], {
      timeout: 30_000,
    });
    // It looks once whether all its files are there: Firefox ends with a line of its own what is under way when internet goes.
    await page.waitUntil(
      () =>
        performance.getEntriesByType('resource').some(({ name }) => name.includes('/keptFiles-')),
      [],
      { timeout: 30_000 },
    );
    await browser.setOffline(true);
    await server.stop();

    const address = await prepareLars(page, server.url);
    await leadToBehov(page);
    const problems = [...(page.problems() ?? [])];
    if (isKilled) {
      await browser.kill();
      browser = await open();
      await browser.setOffline(true);
      page = hand(browser.page, browser);
      await page.open(`${address}/mote`);
    } else await page.reload();
    await unlock(page);
    await page.waitFor('heading', 'Behov');
    await leadToEnd(page);
    await finishLars(page);
    problems.push(...(page.problems() ?? []));
    // That nobody answers where the organisation's key and syncing are asked for is the browser's own line, and nobody's trouble.
    const asked = /\/(organisation|sync)\.json$/u;
    expect(problems.filter((words) => !asked.test(words))).toEqual([]);
  } finally {
    await browser.close();
    await server.stop();
    if (profileDir !== undefined)
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
};
