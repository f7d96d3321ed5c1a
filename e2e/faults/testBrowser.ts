/** What a browser can be made to do to the program's storage: Chromium only, by its own tools. */
import type { CDPSession } from 'playwright-core';
import type { ChromiumBrowser } from '../driver/chromium.ts';
import type { Page } from '../driver/types.ts';

/** The tools of the newest window. */
export const toolsOf = async ({ context }: ChromiumBrowser): Promise<CDPSession> => {
  const newest = context.pages().at(-1);
  if (newest === undefined) throw new Error('There is no window.');
  return context.newCDPSession(newest);
};

/** Sets how much room the origin has. It holds as long as the window of these tools goes nowhere. */
export const setRoom = async (cdp: CDPSession, origin: string, bytes?: number): Promise<void> => {
  await cdp.send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(bytes !== undefined && { quotaSize: bytes }),
  });
};

/** Asks for more room than there is, so that Chromium counts anew: it trusts an old count for half a minute. */
export const askForTooMuch = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open('junk', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('a');
        request.onsuccess = () => {
          const writing = request.result.transaction('a', 'readwrite');
          // In small pieces: large ones are laid outside of the database, and counted otherwise.
          for (let piece = 0; piece < 400; piece += 1)
            writing.objectStore('a').put(new Uint8Array(60_000).fill(piece), piece);
          const end = (): void => {
            request.result.close();
            resolve(writing.error?.name ?? 'written');
          };
          writing.oncomplete = end;
          writing.onabort = end;
        };
      }),
  );

/** Closes the database under the program, as the browser does when its own process is in need. */
export const forceClose = async (browser: ChromiumBrowser): Promise<void> => {
  const inner = await browser.context.newPage();
  await inner.goto('chrome://indexeddb-internals');
  await inner.getByText('Force close').first().click();
  await inner.close();
};

export const countKept = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let count = 0;
    for (const name of await caches.keys())
      count += (await (await caches.open(name)).keys()).length;
    return count;
  });
