/**
 * A tablet of a journey that takes long: a browser on a profile that outlives it, with a clock that the journey sets. It can be
 * killed and opened again, and what lies on its disk is read with the program's own code.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unlock } from '../app.ts';
import { readRows } from '../crash/deviceRows.ts';
import { type ReadCase, readDevice } from '../crash/readDevice.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import type { Page } from '../driver/types.ts';
import { type SyncTestServer, startSyncApp } from './startSyncApp.ts';

/** One clock for all of a journey: its tablets, each time they are opened, and its server. */
interface TestClock {
  readonly now: () => number;
  readonly offsetMs: () => number;
  readonly go: (ms: number) => void;
}

const createTestClock = (): TestClock => {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    offsetMs: () => offset,
    go: (ms) => {
      offset += ms;
    },
  };
};

export interface Tablet {
  readonly page: Page;
  readonly browser: ChromiumBrowser;
  readonly setOffline: (offline: boolean) => Promise<void>;
  /** The first page anew, at the hour that it is now, and unlocked. */
  readonly openAgain: () => Promise<void>;
  /** The hour that it is now, on the page that is open. */
  readonly setClock: () => Promise<void>;
  /** As when the battery dies: nothing is written, nobody is asked. */
  readonly kill: () => Promise<void>;
  /** Every plan that lies here, by the program's own code. */
  readonly plans: () => Promise<ReadonlyMap<string, ReadCase>>;
  readonly end: () => Promise<void>;
}

interface TabletInput {
  readonly url: string;
  readonly password: string;
  readonly clock: TestClock;
}

const openTablet = async ({ url, password, clock }: TabletInput): Promise<Tablet> => {
  const profileDir = await mkdtemp(join(tmpdir(), 'sip-tablet-'));
  let isOffline = false;
  const start = (): Promise<ChromiumBrowser> =>
    openChromium({ profileDir, typing: 'words', timeout: 30_000 });
  let browser = await start();
  let isAlive = true;
  return {
    get page() {
      return browser.page;
    },
    get browser() {
      return browser;
    },
    setOffline: async (offline) => {
      isOffline = offline;
      if (isAlive) await browser.setOffline(offline);
    },
    openAgain: async () => {
      if (!isAlive) browser = await start();
      isAlive = true;
      await browser.setOffline(isOffline);
      await browser.context.addInitScript(setClock, clock.offsetMs());
      await browser.page.open(url);
      await unlock(browser.page, password);
    },
    setClock: () => browser.page.evaluate(setClock, clock.offsetMs()),
    kill: async () => {
      isAlive = false;
      await browser.kill();
    },
    plans: async () => {
      const rows = await readRows(browser.page);
      if (rows === null) throw new Error('There is no database.');
      return readDevice(rows, password);
    },
    end: async () => {
      await (isAlive ? browser.close() : undefined);
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
};

interface TabletsOfJourney {
  readonly clock: TestClock;
  readonly server: SyncTestServer;
  readonly open: (password: string) => Promise<Tablet>;
}

/** A journey of several tablets and a server, all by one clock; at the end all of it is taken away. */
export const withTablets = async (
  journey: (tablets: TabletsOfJourney) => Promise<void>,
): Promise<void> => {
  const clock = createTestClock();
  const server = await startSyncApp(undefined, clock.now);
  const tablets: Tablet[] = [];
  const open = async (password: string): Promise<Tablet> => {
    const tablet = await openTablet({ url: server.url, password, clock });
    tablets.push(tablet);
    return tablet;
  };
  try {
    await journey({ clock, server, open });
  } finally {
    await Promise.all(tablets.map(({ end }) => end()));
    await server.remove();
  }
};

/** Run before the page's own scripts, or later: then so much time has passed, by both clocks of the page. */
const setClock = (offset: number): void => {
  const passed = (): number => Performance.prototype.now.call(performance) + offset;
  performance.now = passed;
  const now = (): number => Math.round(performance.timeOrigin + passed());
  const Before = Date;
  class Shifted extends Before {
    constructor(...given: readonly unknown[]) {
      if (given.length === 0) super(now());
      else super(...(given as [number]));
    }
    static override now = now;
  }
  globalThis.Date = Shifted as DateConstructor;
};
