/** The built app and the Chromiums of one test file. Give `close` back from `beforeAll`: vitest calls it at the end. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from './app.ts';
import { type ChromiumBrowser, openChromium } from './driver/chromium.ts';
import type { BrowserOptions } from './driver/types.ts';

export interface TestApp {
  readonly url: string;
  /** For the files of the test; goes with the app. */
  readonly folder: string;
  /** A browser with a profile of its own: another device. */
  readonly open: (options?: BrowserOptions) => Promise<ChromiumBrowser>;
  /** With every browser that is still open. */
  readonly close: () => Promise<void>;
}

export const openApp = async (): Promise<TestApp> => {
  const server = await startApp();
  const folder = await mkdtemp(join(tmpdir(), 'sip-app-'));
  const opened = new Set<ChromiumBrowser>();
  return {
    url: server.url,
    folder,
    open: async (options) => {
      const browser = await openChromium({ server, ...options });
      const own: ChromiumBrowser = {
        ...browser,
        close: async () => {
          opened.delete(own);
          await browser.close();
        },
      };
      opened.add(own);
      return own;
    },
    close: async () => {
      for (const browser of opened) await browser.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
};
