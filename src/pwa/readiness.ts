/**
 * **Klar för möten utan internet**: what must be there for a meeting without network, each thing ready, not ready
 * (and what to do), or not to be known here. Never ready without knowing.
 *
 * Texts: `settings:readiness.<id>.name`, `.ready`, `.notReady` (what to do), `.unknown`.
 */
import { browserKeptFilesDeps, type KeptState, lookAtKept } from './keptFiles.ts';
import { serverTime } from './ownFiles.ts';

export type ReadinessId =
  /** The program is on the device: the service worker answers for this page, and the page itself is kept. */
  | 'program'
  /** Every file of the program is kept, also those that are not loaded yet. */
  | 'files'
  /** The browser has promised not to clear what is written. */
  | 'kept'
  /** There is a backup, and it is not old. */
  | 'backup'
  /** There is room to write. */
  | 'room'
  /** It is opened from the home screen. On an iPad, what a web page keeps may be cleared after seven days unused. */
  | 'installed'
  /** The screen can be kept awake: it was, a moment ago. */
  | 'awake'
  /** The clock of the device goes right: meetings, days and backups are dated by it. */
  | 'clock'
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
  /** Null: it cannot be known here. */
  readonly kept: () => Promise<KeptState | null>;
  readonly storage: Partial<Pick<StorageManager, 'persisted' | 'estimate'>> | undefined;
  /** Whether some megabytes could be written just now; null: it could not be tried. */
  readonly tryRoom: () => Promise<boolean | null>;
  /** Null: this browser does not tell. */
  readonly isStandalone: () => boolean | null;
  /** Keeps the screen awake for a moment; throws when it is refused. Null: there is no such thing here. */
  readonly keepAwake: (() => Promise<void>) | null;
  readonly now: () => number;
  /** The time of the server that delivers the program; null without network. */
  readonly serverTime: () => Promise<number | null>;
  /** Null: nobody is asked, as before a vault is open. */
  readonly backup: () => Promise<'fresh' | 'old' | null>;
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

/**
 * What a browser says is at most a hint: Chromium reports the same for every device, so that nobody is told apart by it.
 * So it is tried.
 */
const room = async ({ storage, tryRoom }: ReadinessDeps): Promise<Readiness> => {
  const { quota, usage } = (await storage?.estimate?.().catch(() => null)) ?? {};
  if (quota !== undefined && usage !== undefined && quota - usage < wantedRoom) return 'notReady';
  const fits = await tryRoom();
  return fits === null ? 'unknown' : answer(fits);
};

/** The days of a plan, and "senast", are judged by the clock: a few minutes harm nothing. */
const clockMayDiffer = 10 * 60_000;

const clock = async ({ now, serverTime: ask }: ReadinessDeps): Promise<Readiness> => {
  const theirs = await ask();
  return theirs === null ? 'unknown' : answer(Math.abs(now() - theirs) <= clockMayDiffer);
};

const awake = async ({ keepAwake }: ReadinessDeps): Promise<Readiness> => {
  if (keepAwake === null) return 'notReady';
  await keepAwake();
  return 'ready';
};

const keys = async ({ crypto, isSecureContext }: ReadinessDeps): Promise<Readiness> => {
  if (!isSecureContext || crypto.subtle === undefined) return 'notReady';
  await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify']);
  return 'ready';
};

export const checkReadiness = async (deps: ReadinessDeps): Promise<readonly ReadinessItem[]> => {
  const kept = deps.kept();
  const ask: Readonly<Record<ReadinessId, () => Promise<Readiness>>> = {
    program: async () => {
      if (deps.isControlled === null || !deps.isControlled()) return 'notReady';
      const state = await kept;
      return state === null ? 'unknown' : answer(state.page);
    },
    files: async () => {
      const state = await kept;
      return state === null ? 'unknown' : answer(state.page && state.missing.length === 0);
    },
    kept: async () => {
      const persisted = await deps.storage?.persisted?.();
      return typeof persisted === 'boolean' ? answer(persisted) : 'unknown';
    },
    backup: async () => {
      const age = await deps.backup();
      return age === null ? 'unknown' : answer(age === 'fresh');
    },
    room: () => room(deps),
    installed: async () => {
      const standalone = deps.isStandalone();
      return standalone === null ? 'unknown' : answer(standalone);
    },
    awake: () => awake(deps),
    clock: () => clock(deps),
    keys: () => keys(deps).catch(() => 'notReady' as const),
  };
  const ids = Object.keys(ask) as ReadinessId[];
  return Promise.all(ids.map(async (id) => ({ id, state: await known(ask[id]) })));
};

const triedBytes = 4 * 1024 * 1024;

const tryRoom = async (storage: CacheStorage): Promise<boolean | null> => {
  const name = 'sip-room';
  try {
    const scratch = await storage.open(name);
    await scratch.put('/room', new Response(new Uint8Array(triedBytes)));
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? false : null;
  } finally {
    await storage.delete(name).catch(() => false);
  }
};

const standalone = '(display-mode: standalone)';

/** The browser's own. */
export const browserReadinessDeps = (backup: ReadinessDeps['backup']): ReadinessDeps => ({
  isSecureContext,
  crypto: { subtle: 'subtle' in crypto ? crypto.subtle : undefined },
  isControlled:
    'serviceWorker' in navigator ? () => navigator.serviceWorker.controller !== null : null,
  kept: () => lookAtKept(browserKeptFilesDeps()),
  storage: 'storage' in navigator ? navigator.storage : undefined,
  tryRoom: () => ('caches' in globalThis ? tryRoom(caches) : Promise.resolve(null)),
  isStandalone: () => {
    const asked = matchMedia(standalone);
    return asked.media === 'not all' ? null : asked.matches;
  },
  keepAwake:
    'wakeLock' in navigator
      ? async () => {
          await (await navigator.wakeLock.request('screen')).release();
        }
      : null,
  now: () => Date.now(),
  serverTime,
  backup,
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
