/**
 * A browser on a profile that outlives it, to be killed again and again. What is under way when it is killed may fail;
 * what fails before is a fault of its own.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { karin, startApp } from '../app.ts';
import { openBrowser } from '../driver/openBrowser.ts';
import type { Browser, EngineName, Page } from '../driver/types.ts';
import type { Chance } from './chance.ts';
import { emptyPage } from './deviceRows.ts';

export interface KilledDevice {
  readonly engine: EngineName;
  /** Of the app, without a slash at the end. */
  readonly url: string;
  readonly profileDir: string;
  readonly chance: Chance;
  /** Opens the browser when it is not, and goes to this way of the app. */
  readonly goTo: (way: string) => Promise<Page>;
  /** The empty page of the origin: here rows are laid and looked at, and nothing of the app runs. */
  readonly goAside: () => Promise<Page>;
  readonly browser: () => Promise<Browser>;
  /** Ends the browser in order, so that all it has in mind is on the disk. The next `goTo` opens it again. */
  readonly rest: () => Promise<void>;
  /** Begins the work, and kills the browser so long afterwards. */
  readonly dieDuring: (work: (page: Page) => Promise<unknown>, afterMs: number) => Promise<void>;
  readonly end: () => Promise<void>;
}

export const createKilledDevice = async (
  engine: EngineName,
  chance: Chance,
): Promise<KilledDevice> => {
  const server = await startApp();
  const profileDir = await mkdtemp(join(tmpdir(), 'sip-kill-'));
  let living: Browser | null = null;
  const browser = async (): Promise<Browser> => {
    living ??= await openBrowser(engine, {
      profileDir,
      server,
      timeout: 20_000,
      reducedMotion: true,
      typing: 'keys',
    });
    return living;
  };
  const goTo = async (way: string): Promise<Page> => {
    const { page } = await browser();
    await page.open(`${server.url}${way}`);
    return page;
  };
  return {
    engine,
    url: server.url,
    profileDir,
    chance,
    goTo,
    goAside: () => goTo(emptyPage),
    browser,
    rest: async () => {
      await living?.close();
      living = null;
    },
    dieDuring: async (work, afterMs) => {
      const { page, kill } = await browser();
      let isDead = false;
      const working = work(page).then(
        () => null,
        (error: unknown) => (isDead ? null : error),
      );
      const moment = new Promise<null>((now) => setTimeout(() => now(null), afterMs));
      const failed = await Promise.race([
        moment,
        working.then((error) => (error === null ? moment : error)),
      ]);
      isDead = true;
      await kill();
      living = null;
      await working;
      if (failed !== null) throw failed;
    },
    end: async () => {
      await living?.kill();
      await server.stop();
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
};

/** Presses within the page itself, at once: for the moment that is to be died in. */
export const tap = async (page: Page, words: string): Promise<void> => {
  await page.waitUntil(
    (wanted) => {
      const all = [...document.querySelectorAll<HTMLElement>('button, a, [role=radio]')].filter(
        (each) => each.textContent?.trim() === wanted && each.checkVisibility(),
      );
      // Of two with the same words, as a way and its question, the one in front.
      const one = all.findLast((each) => each.closest('dialog') !== null) ?? all.at(-1);
      if (one === undefined || (one instanceof HTMLButtonElement && one.disabled)) return false;
      one.click();
      return true;
    },
    [words],
  );
};

/** **Lås upp**, in one go. The field and the button themselves are tried by the journeys. */
export const unlockFast = async (page: Page, password: string = karin.password): Promise<void> => {
  await page.waitUntil(
    (words) => {
      const field = document.querySelector<HTMLInputElement>('form input[type=password]');
      if (field === null) return false;
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      set?.call(field, words);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return true;
    },
    [password],
  );
  // The view takes what was typed at its next drawing.
  await page.evaluate(
    () =>
      new Promise<void>((sent) => {
        requestAnimationFrame(() => {
          document.querySelector('input[type=password]')?.closest('form')?.requestSubmit();
          sent();
        });
      }),
  );
  await page.waitForGone('heading', 'Låst', { timeout: 30_000 });
};
