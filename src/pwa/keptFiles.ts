/**
 * The files of the program on the device: which of them are missing (a browser may clear them), and fetching just those.
 * The service worker falls back to the network by itself, so without this nobody would notice until there is none.
 * The list is written by the build (scripts/vite/keptFiles.ts).
 */
import * as v from 'valibot';
import { fetchOwn } from './ownFiles.ts';

const listPath = '/kept.json';

/** `[address, revision, SHA-256]`; an address that names its content stands alone, and the list cannot sum itself. */
const listShape = v.array(v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(3)));

interface KeptFile {
  /** Under what it lies in the cache. */
  readonly key: string;
  readonly url: string;
  /** SHA-256 as base64; null where there is none to hold it against. */
  readonly sum: string | null;
}

export interface KeptFilesDeps {
  readonly caches: Pick<CacheStorage, 'keys' | 'open'> | undefined;
  readonly ask: typeof fetchOwn;
  readonly digest: (bytes: ArrayBuffer) => Promise<ArrayBuffer>;
  /** Whether a service worker answers for the page: without it the list may be of another version. */
  readonly isControlled: () => boolean;
  readonly origin: string;
}

/** What a look into the cache tells: null when it cannot be known here. */
export interface KeptState {
  /** Whether the page itself is there: without it nothing opens. */
  readonly page: boolean;
  readonly missing: readonly KeptFile[];
}

const toFile =
  (origin: string) =>
  ([path, revision, sum]: readonly string[]): KeptFile => {
    const url = new URL(path ?? '', origin).href;
    return revision === undefined
      ? { key: url, url, sum: null }
      : { key: `${url}?__WB_REVISION__=${revision}`, url, sum: sum ?? null };
  };

const readList = async (deps: KeptFilesDeps): Promise<readonly KeptFile[] | null> => {
  if (!deps.isControlled()) return null;
  const answer = await deps.ask(listPath).catch(() => null);
  if (answer?.ok !== true) return null;
  const list = v.safeParse(listShape, await answer.json().catch(() => null));
  return list.success ? list.output.map(toFile(deps.origin)) : null;
};

const isPrecache = (name: string): boolean => name.includes('precache');

export const lookAtKept = async (deps: KeptFilesDeps): Promise<KeptState | null> => {
  if (deps.caches === undefined) return null;
  const kept = new Set<string>();
  for (const name of await deps.caches.keys()) {
    if (!isPrecache(name)) continue;
    for (const { url } of await (await deps.caches.open(name)).keys()) kept.add(url);
  }
  const page = [...kept].some((key) => new URL(key).pathname === '/index.html');
  const list = await readList(deps);
  if (list !== null) return { page, missing: list.filter(({ key }) => !kept.has(key)) };
  // Not even the page lies here: that much is known without any list.
  return page ? null : { page, missing: [] };
};

const isSound = async (deps: KeptFilesDeps, file: KeptFile, answer: Response): Promise<boolean> => {
  if (!answer.ok || answer.redirected) return false;
  if (file.sum === null) return true;
  const sum = new Uint8Array(await deps.digest(await answer.clone().arrayBuffer()));
  return btoa(String.fromCharCode(...sum)) === file.sum;
};

/** Fetches what is missing. Resolves to how many are missing still; null when that cannot be known. Never throws. */
export const mendKept = async (deps: KeptFilesDeps): Promise<number | null> => {
  try {
    const state = await lookAtKept(deps);
    if (state === null || deps.caches === undefined) return null;
    if (state.missing.length === 0) return state.page ? 0 : null;
    const names = await deps.caches.keys();
    const cache = await deps.caches.open(
      names.find(isPrecache) ?? `workbox-precache-v2-${deps.origin}/`,
    );
    let left = state.missing.length;
    for (const file of state.missing) {
      const answer = await deps.ask(file.url, { cache: 'no-cache' }).catch(() => null);
      // Of a newer version on the server nothing is taken: that comes as a whole, when a person takes it.
      if (answer === null || !(await isSound(deps, file, answer))) continue;
      await cache.put(file.key, answer);
      left -= 1;
    }
    return left;
  } catch {
    return null;
  }
};

export const browserKeptFilesDeps = (): KeptFilesDeps => ({
  caches: 'caches' in globalThis ? caches : undefined,
  ask: fetchOwn,
  digest: (bytes) => crypto.subtle.digest('SHA-256', bytes),
  isControlled: () => 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null,
  origin: location.origin,
});
