/**
 * The main job, by hand: a leader makes Lars's SIP (domain.md 12.2, T1) from first start to a plan that is ready,
 * printed and taken along, the network off from the first load on: in three engines, on a phone, and with the keyboard
 * alone. In the middle the browser is killed, or the page loaded anew.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startApp, unlock } from '../app.ts';
import { engines, openBrowser } from '../driver/openBrowser.ts';
import type { Browser, BrowserOptions, EngineName, Page } from '../driver/types.ts';
import { withKeyboard } from '../driver/withKeyboard.ts';
import { finishLars } from './t1/finishLars.ts';
import { leadToBehov, leadToEnd } from './t1/meetLars.ts';
import { prepareLars } from './t1/prepareLars.ts';

interface Way {
  readonly engine: EngineName;
  readonly options?: BrowserOptions;
  /** The page as this person handles it. */
  readonly hand?: (page: Page) => Page;
  /** Killed in the middle, and opened again on the same profile; else the page is loaded anew. */
  readonly isKilled?: boolean;
}

const walk = async ({ engine, options = {}, hand = (page) => page, isKilled = false }: Way) => {
  const server = await startApp();
  const profileDir = isKilled ? await mkdtemp(join(tmpdir(), 'sip-lars-')) : undefined;
  const open = (): Promise<Browser> =>
    openBrowser(engine, {
      ...options,
      server,
      ...(profileDir === undefined ? {} : { profileDir }),
    });
  let browser = await open();
  try {
    let page = hand(browser.page);
    await page.open(server.url);
    await page.waitUntil(() => navigator.serviceWorker.controller !== null, [], {
      timeout: 30_000,
    });
    await browser.setOffline(true);
    await server.stop();

    const address = await prepareLars(page, server.url);
    await leadToBehov(page);
    const problems = [...(page.problems() ?? [])];
    if (isKilled) {
      await browser.kill();
      browser = await open();
      await browser.setOffline(true);
      page = hand(browser.page);
      await page.open(`${address}/mote`);
    } else await page.reload();
    await unlock(page);
    await page.waitFor('heading', 'Behov');
    await leadToEnd(page);
    await finishLars(page);
    problems.push(...(page.problems() ?? []));
    expect(problems).toEqual([]);
  } finally {
    await browser.close();
    await server.stop();
    if (profileDir !== undefined)
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
};

const phone = { viewport: { width: 360, height: 800 }, touch: true } as const;

describe('Lars is led from first start to a plan that is ready, without network', () => {
  it('on a tablet, killed in the middle', () => walk({ engine: 'chromium', isKilled: true }));

  it('on a phone', () => walk({ engine: 'chromium', options: phone }));

  it('with the keyboard alone', () => walk({ engine: 'chromium', hand: withKeyboard }));

  it.each(engines.filter((engine) => engine !== 'chromium'))('in %s', (engine) => walk({ engine }));
});
