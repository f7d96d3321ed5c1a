/**
 * The fonts of a language, kept on the device when the language is chosen for a plan, so that it is drawn with them
 * without internet. Too large for every device to have all of them. The service worker answers from the same cache
 * (vite.config.ts), also with what it kept when a page asked first.
 */
import { fetchOwn } from './ownFiles.ts';

/** Named in the service worker too. */
export const fontCache = 'sip-fonts';

export interface KeptFontsDeps {
  readonly caches: Pick<CacheStorage, 'open' | 'delete'> | undefined;
  readonly ask: typeof fetchOwn;
  readonly origin: string;
}

const isFont = (answer: Response): boolean =>
  answer.ok && !answer.redirected && answer.headers.get('content-type')?.includes('html') !== true;

/**
 * Fetches those that are missing. Never throws.
 *
 * @param paths below the origin
 * @returns whether all are kept now: where they are not, letters are drawn with a font of the device
 */
export const keepFonts = async (
  paths: readonly string[],
  { caches, ask, origin }: KeptFontsDeps,
): Promise<boolean> => {
  if (paths.length === 0) return true;
  try {
    const cache = await caches?.open(fontCache);
    if (cache === undefined) return false;
    const kept = paths.map(async (path) => {
      const url = new URL(path, origin).href;
      if ((await cache.match(url)) !== undefined) return true;
      const answer = await ask(path);
      if (!isFont(answer)) return false;
      await cache.put(url, answer);
      return true;
    });
    const results = await Promise.allSettled(kept);
    return results.every((one) => one.status === 'fulfilled' && one.value);
  } catch {
    return false;
  }
};

/** With **Radera allt här**: which scripts were read here is nobody's business. */
export const forgetFonts = async ({ caches }: Pick<KeptFontsDeps, 'caches'>): Promise<void> => {
  await caches?.delete(fontCache).catch(() => false);
};

export const browserKeptFontsDeps = (): KeptFontsDeps => ({
  caches: 'caches' in globalThis ? caches : undefined,
  ask: fetchOwn,
  origin: location.origin,
});
