/** Firefox (ESR) by puppeteer-core, over WebDriver BiDi. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, {
  type ElementHandle,
  type KeyInput,
  type Page as PuppeteerPage,
} from 'puppeteer-core';
import { endAim, expectMet, takeAim } from './aim.ts';
import { createPage, type Tab } from './createPage.ts';
import { splitKeys } from './keys.ts';
import { groupOf } from './processGroup.ts';
import { findFirefox } from './programs.ts';
import { stopServer } from './setOffline.ts';
import { standsStill } from './standsStill.ts';
import type { Browser, BrowserOptions, Page } from './types.ts';

const createTab = (page: PuppeteerPage): Tab<ElementHandle<Element>> => {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  const toCall = (source: string, args: readonly unknown[]): string =>
    `(${source})(...${JSON.stringify(args)})`;
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
    click: async (element) => {
      await element.evaluate(standsStill);
      await element.evaluate(takeAim);
      await element.click();
      await expectMet(page.evaluate(endAim));
    },
    key: async (key) => {
      const { modifiers, last } = splitKeys(key);
      for (const each of modifiers) await page.keyboard.down(each as KeyInput);
      await page.keyboard.press((last === 'Space' ? ' ' : last) as KeyInput);
      for (const each of modifiers) await page.keyboard.up(each as KeyInput);
    },
    keys: (text) => page.keyboard.type(text),
    pdf: () => page.pdf({ preferCSSPageSize: true }),
    screenshot: async (path) => {
      await page.screenshot({ path: path as `${string}.png` });
    },
    setViewport: (viewport) => page.setViewport(viewport),
    setColorScheme: async () => {
      throw new Error('Firefox takes the colour scheme when it is opened.');
    },
    problems: () => problems,
    close: () => page.close(),
  };
};

export const openFirefox = async (options: BrowserOptions = {}): Promise<Browser> => {
  const program = findFirefox();
  if (program === null) throw new Error('There is no Firefox on this machine.');
  const isOwnProfile = options.profileDir === undefined;
  const profileDir = options.profileDir ?? (await mkdtemp(join(tmpdir(), 'sip-firefox-')));
  const viewport = options.viewport ?? { width: 1180, height: 820 };
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program,
    userDataDir: profileDir,
    headless: true,
    timeout: 60_000,
    args: [`--width=${viewport.width}`, `--height=${viewport.height}`],
    env: { ...process.env, TZ: 'Europe/Stockholm' },
    extraPrefsFirefox: {
      'intl.accept_languages': 'sv-SE, sv',
      'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
      'ui.prefersReducedMotion': options.reducedMotion === true ? 1 : 0,
      'app.update.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  });
  const child = browser.process();
  if (child === null) throw new Error('Firefox did not start.');
  const group = groupOf(child);
  const forget = async (): Promise<void> => {
    if (isOwnProfile)
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  const dress = async (page: PuppeteerPage): Promise<Page> => {
    page.setDefaultTimeout(options.timeout ?? 10_000);
    page.setDefaultNavigationTimeout(30_000);
    await page.setViewport(viewport);
    await page.bringToFront();
    return createPage(createTab(page), options);
  };
  // The window that Firefox starts with never becomes the active one, and keys press no buttons there.
  const started = await browser.pages();
  const page = await dress(await browser.newPage());
  for (const each of started) await each.close();
  return {
    engine: 'firefox',
    page,
    newPage: async () => dress(await browser.newPage()),
    setOffline: stopServer(options),
    kill: async () => {
      await group.kill();
      await browser.disconnect().catch(() => undefined);
      await forget();
    },
    close: async () => {
      const late = new Promise<void>((resolve) => setTimeout(resolve, 10_000).unref());
      await Promise.race([browser.close().catch(() => undefined), late]);
      await group.kill();
      await forget();
    },
  };
};
