/**
 * Locks by itself (design.md 6): asked at every wake from instants, since a timer that slept with the tablet comes
 * too late. While the window is hidden a cover lies over it, so that no picture of a plan stands in the list of apps.
 */
import type { Instant } from '../../shared/deps.ts';
import { type LockSituation, reasonToLock } from '../../vault/autoLock.ts';
import type { AppSession } from './appSession.ts';

const lookEveryMs = 10_000;

/** Starts looking; gives the way to stop. */
export const startAutoLocker = (session: AppSession, root: HTMLElement): (() => void) => {
  const { clock } = session.deps;
  let activeAt: Instant = clock.now();
  let hiddenSince: Instant | null = null;

  const meeting = (): LockSituation['meeting'] => {
    const setEnd = session.openedCase()?.meetingEnd() ?? null;
    return setEnd === null ? null : { setEnd };
  };

  /** Resolves when it is locked, or need not be. */
  const look = async (): Promise<void> => {
    if (session.get().phase !== 'unlocked') return;
    const reason = reasonToLock({
      now: clock.now(),
      hiddenSince,
      activeAt,
      idleMinutes: session.get().idleMinutes,
      meeting: meeting(),
    });
    if (reason !== null) await session.lock(reason);
  };

  const active = (): void => {
    void look();
    activeAt = clock.now();
  };

  const flush = (): void => {
    void session.openedCase()?.workspace().flush();
  };

  const visibility = (): void => {
    if (document.visibilityState === 'hidden') {
      hiddenSince ??= clock.now();
      root.dataset['covered'] = '';
      flush();
      return;
    }
    // The cover stays until it is known whether to lock, and it is locked.
    const looked = look();
    hiddenSince = null;
    void looked.finally(() => {
      if (hiddenSince === null) delete root.dataset['covered'];
    });
  };

  const wake = (): void => {
    void look();
  };
  const timer = setInterval(() => void look(), lookEveryMs);
  const touches = ['pointerdown', 'keydown'] as const;
  for (const touch of touches) addEventListener(touch, active, { capture: true, passive: true });
  document.addEventListener('visibilitychange', visibility);
  document.addEventListener('freeze', flush);
  addEventListener('pagehide', flush);
  addEventListener('focus', wake);
  return () => {
    clearInterval(timer);
    for (const touch of touches) removeEventListener(touch, active, { capture: true });
    document.removeEventListener('visibilitychange', visibility);
    document.removeEventListener('freeze', flush);
    removeEventListener('pagehide', flush);
    removeEventListener('focus', wake);
  };
};
