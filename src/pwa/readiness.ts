/**
 * **Klar för möten utan internet**: what must be there for a meeting without network, each thing ready, not ready
 * (and what to do), or not to be known here. Never ready without knowing.
 *
 * Texts: `settings:readiness.<id>.name`, `.ready`, `.notReady` (what to do), `.unknown`.
 */

export type ReadinessId =
  /** The program is on the device: the service worker answers for this page. */
  | 'program'
  /** Every file of the program is kept. */
  | 'files'
  /** The browser has promised not to clear what is written. */
  | 'kept'
  /** There is room to write. */
  | 'room'
  /** It is opened from the home screen. On an iPad, what a web page keeps may be cleared after seven days unused. */
  | 'installed'
  /** The screen can be kept awake. */
  | 'awake'
  /** The keys that seal everything can be made here. */
  | 'keys';

export type Readiness = 'ready' | 'notReady' | 'unknown';

export interface ReadinessItem {
  readonly id: ReadinessId;
  readonly state: Readiness;
}

/** What is asked of the browser; each may be missing, or throw. */
export interface ReadinessDeps {
  readonly isSecureContext: boolean;
  readonly crypto: { readonly subtle: SubtleCrypto | undefined };
  /** Whether a service worker answers for the page; null: there are none here. */
  readonly isControlled: (() => boolean) | null;
  readonly caches: Pick<CacheStorage, 'keys' | 'open'> | undefined;
  /** Addresses that the page is made of now: scripts, styles, fonts. */
  readonly loadedFiles: () => readonly string[];
  readonly storage: Partial<Pick<StorageManager, 'persisted' | 'estimate'>> | undefined;
  readonly isStandalone: () => boolean;
  readonly hasWakeLock: boolean;
}

/** Bytes that a year of meetings fits in many times over. */
const wantedRoom = 50 * 1024 * 1024;

const answer = (isReady: boolean): Readiness => (isReady ? 'ready' : 'notReady');

/** A question that throws or has nobody to answer it is unknown. */
const known = async (question: () => Promise<Readiness>): Promise<Readiness> => {
  try {
    return await question();
  } catch {
    return 'unknown';
  }
};

const files = async ({ caches, loadedFiles }: ReadinessDeps): Promise<Readiness> => {
  if (caches === undefined) return 'unknown';
  const kept = new Set<string>();
  for (const name of await caches.keys()) {
    if (!name.includes('precache')) continue;
    for (const request of await (await caches.open(name)).keys())
      kept.add(new URL(request.url).pathname);
  }
  const wanted = ['/index.html', ...loadedFiles().map((url) => new URL(url).pathname)];
  return answer(wanted.every((path) => kept.has(path)));
};

const keys = async ({ crypto, isSecureContext }: ReadinessDeps): Promise<Readiness> => {
  if (!isSecureContext || crypto.subtle === undefined) return 'notReady';
  await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify']);
  return 'ready';
};

export const checkReadiness = async (deps: ReadinessDeps): Promise<readonly ReadinessItem[]> => {
  const ask: Readonly<Record<ReadinessId, () => Promise<Readiness>>> = {
    program: async () => (deps.isControlled === null ? 'notReady' : answer(deps.isControlled())),
    files: () => files(deps),
    kept: async () => {
      const persisted = await deps.storage?.persisted?.();
      return typeof persisted === 'boolean' ? answer(persisted) : 'unknown';
    },
    room: async () => {
      const estimate = await deps.storage?.estimate?.();
      const { quota, usage } = estimate ?? {};
      return quota === undefined || usage === undefined
        ? 'unknown'
        : answer(quota - usage >= wantedRoom);
    },
    installed: async () => answer(deps.isStandalone()),
    awake: async () => answer(deps.hasWakeLock),
    keys: () => keys(deps).catch(() => 'notReady' as const),
  };
  const ids = Object.keys(ask) as ReadinessId[];
  return Promise.all(ids.map(async (id) => ({ id, state: await known(ask[id]) })));
};

/** The browser's own. */
export const browserReadinessDeps = (): ReadinessDeps => ({
  isSecureContext,
  crypto: { subtle: 'subtle' in crypto ? crypto.subtle : undefined },
  isControlled:
    'serviceWorker' in navigator ? () => navigator.serviceWorker.controller !== null : null,
  caches: 'caches' in globalThis ? caches : undefined,
  loadedFiles: () =>
    performance
      .getEntriesByType('resource')
      .map((entry) => entry.name)
      .filter((url) => url.startsWith(location.origin) && /\.(js|css|woff2)$/.test(url)),
  storage: 'storage' in navigator ? navigator.storage : undefined,
  isStandalone: () => matchMedia('(display-mode: standalone)').matches,
  hasWakeLock: 'wakeLock' in navigator,
});

/** Asks the browser to keep what is written. Resolves to whether it promised; null: it can't be asked. */
export const askToKeep = async (
  storage: Partial<Pick<StorageManager, 'persist'>> | undefined = navigator.storage,
): Promise<boolean | null> => {
  try {
    return (await storage?.persist?.()) ?? null;
  } catch {
    return null;
  }
};
