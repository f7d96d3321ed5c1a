/**
 * Keeps the screen awake while a meeting runs. The browser lets go whenever the page is hidden, so it is asked for
 * again when the page is seen. Where it is not offered, or refused (a battery nearly empty), nothing else changes.
 */

export type WakeLockState =
  /** This browser has no such thing. */
  | 'unsupported'
  /** Not wished. */
  | 'free'
  | 'held'
  /** Wished, and not given now. */
  | 'refused';

export interface WakeLock {
  readonly state: () => WakeLockState;
  readonly hold: () => Promise<void>;
  readonly release: () => Promise<void>;
  /** Lets go, and listens no more. */
  readonly dispose: () => Promise<void>;
}

export interface WakeLockDeps {
  readonly wakeLock: { readonly request: (type: 'screen') => Promise<Sentinel> } | undefined;
  readonly document: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
}

interface Sentinel {
  readonly released: boolean;
  readonly release: () => Promise<void>;
}

/** The browser's own, where it has one. */
export const browserWakeLockDeps = (): WakeLockDeps => ({
  wakeLock: 'wakeLock' in navigator ? navigator.wakeLock : undefined,
  document,
});

export const createWakeLock = (deps: WakeLockDeps): WakeLock => {
  let isWished = false;
  let sentinel: Sentinel | null = null;
  let asking: Promise<void> | null = null;

  const ask = async (): Promise<void> => {
    if (deps.wakeLock === undefined || !isWished || deps.document.visibilityState !== 'visible')
      return;
    if (sentinel !== null && !sentinel.released) return;
    try {
      sentinel = await deps.wakeLock.request('screen');
      // It was given up while the browser thought.
      if (!isWished) await sentinel.release();
    } catch {
      sentinel = null;
    }
  };

  const askOnce = (): Promise<void> => {
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  };

  const whenSeen = (): void => {
    void askOnce();
  };
  deps.document.addEventListener('visibilitychange', whenSeen);

  const release = async (): Promise<void> => {
    isWished = false;
    await sentinel?.release().catch(() => undefined);
    sentinel = null;
  };

  return {
    state: () => {
      if (deps.wakeLock === undefined) return 'unsupported';
      if (!isWished) return 'free';
      return sentinel !== null && !sentinel.released ? 'held' : 'refused';
    },
    hold: () => {
      isWished = true;
      return askOnce();
    },
    release,
    dispose: () => {
      deps.document.removeEventListener('visibilitychange', whenSeen);
      return release();
    },
  };
};
