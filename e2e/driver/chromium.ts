/**
 * Chromium by playwright-core, as a program with a profile on disk: a browser that a test makes "off the record"
 * keeps its databases in memory, and could not show that anything is durable.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BrowserContext,
  type CDPSession,
  chromium,
  type ElementHandle,
  type Page as PlaywrightPage,
} from 'playwright-core';
import { endAim, expectMet, takeAim } from './aim.ts';
import { createPage, type Tab } from './createPage.ts';
import { type ProcessGroup, startGroup } from './processGroup.ts';
import { findChromium } from './programs.ts';
import { standsStill } from './standsStill.ts';
import type { Browser, BrowserOptions, Page } from './types.ts';

export interface ChromiumBrowser extends Browser {
  readonly engine: 'chromium';
  readonly profileDir: string;
  /** For what only Chromium can show: requests, throttling, printing to a file. */
  readonly context: BrowserContext;
  readonly playwrightPage: PlaywrightPage;
  readonly cdp: () => Promise<CDPSession>;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--password-store=basic',
  '--use-mock-keychain',
  '--hide-scrollbars',
  '--force-color-profile=srgb',
  '--lang=sv-SE',
  '--remote-debugging-port=0',
  // What a window of its own would warm up and no test sees: two thirds of what a start costs.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
  '--disable-extensions',
  '--disable-component-extensions-with-background-pages',
  '--disable-default-apps',
  '--disable-breakpad',
  '--metrics-recording-only',
];

const cameraFlags = (film: string | undefined): readonly string[] =>
  film === undefined
    ? []
    : [
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${film}`,
      ];

/** Chromium writes its port into the profile once it listens. */
const readPort = async (profileDir: string, group: ProcessGroup): Promise<string> => {
  const file = join(profileDir, 'DevToolsActivePort');
  const end = performance.now() + 30_000;
  while (performance.now() < end) {
    if (group.child.exitCode !== null) break;
    if (existsSync(file)) {
      const port = (await readFile(file, 'utf8')).split('\n')[0];
      if (port) return port;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('Chromium did not start.');
};

const toCall = (source: string, args: readonly unknown[]): string =>
  `(${source})(...${JSON.stringify(args)})`;

const createTab = (page: PlaywrightPage, options: BrowserOptions): Tab<ElementHandle<Element>> => {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    // Which file did not come stands beside the words.
    const { url } = message.location();
    problems.push(
      message.text().startsWith('Failed to load') ? `${message.text()} ${url}` : message.text(),
    );
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  return {
    open: async (url) => {
      await page.goto(url, { waitUntil: 'load' });
    },
    reload: async () => {
      await page.reload({ waitUntil: 'load' });
    },
    back: async () => {
      await page.goBack();
    },
    url: async () => page.url(),
    call: (source, args) => page.evaluate(toCall(source, args)),
    handle: async (source, args) =>
      (
        await page.evaluateHandle(toCall(source, args))
      ).asElement() as ElementHandle<Element> | null,
    run: async (source) => {
      await page.evaluate(`${source}\n;undefined`);
    },
    // The page has made sure that it can be pressed: a mouse of our own costs a tenth of Playwright's own press.
    click: async (element) => {
      if (options.touch === true) return element.tap({ timeout: 8_000 });
      await element.evaluate(standsStill);
      const { x, y } = await element.evaluate(takeAim);
      await page.mouse.click(x, y);
      await expectMet(page.evaluate(endAim));
    },
    key: (key) => page.keyboard.press(key),
    keys: async (text) => {
      if (options.typing === 'keys') return page.keyboard.type(text);
      for (const word of text.match(/\S*\s*/g) ?? [])
        if (word !== '') await page.keyboard.insertText(word);
    },
    pdf: () => page.pdf({ preferCSSPageSize: true }),
    screenshot: async (path) => {
      await page.screenshot({ path });
    },
    setViewport: (viewport) => page.setViewportSize(viewport),
    setColorScheme: (colorScheme) => page.emulateMedia({ colorScheme }),
    problems: () => problems,
    close: () => page.close(),
  };
};

export const openChromium = async (options: BrowserOptions = {}): Promise<ChromiumBrowser> => {
  const program = findChromium();
  if (program === null) throw new Error('There is no Chromium on this machine.');
  const isOwnProfile = options.profileDir === undefined;
  const profileDir = options.profileDir ?? (await mkdtemp(join(tmpdir(), 'sip-chromium-')));
  await rm(join(profileDir, 'DevToolsActivePort'), { force: true });
  const viewport = options.viewport ?? { width: 1180, height: 820 };
  const group = startGroup(
    program,
    [
      ...flags,
      ...(options.touch === true ? ['--touch-events=enabled'] : []),
      ...cameraFlags(options.camera),
      '--headless=new',
      `--window-size=${viewport.width},${viewport.height}`,
      `--user-data-dir=${profileDir}`,
      'about:blank',
    ],
    { stdio: 'ignore', env: { ...process.env, LANGUAGE: 'sv', TZ: 'Europe/Stockholm' } },
  );
  const forget = async (): Promise<void> => {
    if (isOwnProfile)
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    const port = await readPort(profileDir, group);
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const context = browser.contexts()[0];
    if (context === undefined) throw new Error('Chromium has no window.');
    context.setDefaultTimeout(options.timeout ?? 10_000);

    const dress = async (page: PlaywrightPage): Promise<Page> => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({
        colorScheme: options.colorScheme ?? 'light',
        reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference',
        forcedColors: options.forcedColors === true ? 'active' : 'none',
      });
      if (options.touch === true) {
        const session = await context.newCDPSession(page);
        await session.send('Emulation.setTouchEmulationEnabled', {
          enabled: true,
          maxTouchPoints: 5,
        });
      }
      return createPage(createTab(page, options), options);
    };

    const playwrightPage = context.pages()[0] ?? (await context.newPage());
    const page = await dress(playwrightPage);
    return {
      engine: 'chromium',
      profileDir,
      context,
      playwrightPage,
      cdp: () => context.newCDPSession(playwrightPage),
      page,
      newPage: async () => dress(await context.newPage()),
      setOffline: (offline) => context.setOffline(offline),
      kill: async () => {
        await group.kill();
        await browser.close().catch(() => undefined);
        await forget();
      },
      close: async () => {
        const session = await browser.newBrowserCDPSession().catch(() => null);
        const gone = new Promise<void>((resolve) => group.child.once('exit', () => resolve()));
        const late = new Promise<void>((resolve) => setTimeout(resolve, 5_000).unref());
        // An orderly end, so that the profile is as a person would leave it.
        await session?.send('Browser.close').catch(() => undefined);
        await Promise.race([gone, late]);
        await group.kill();
        await browser.close().catch(() => undefined);
        await forget();
      },
    };
  } catch (error) {
    await group.kill();
    await forget();
    throw error;
  }
};
