/**
 * Locks by itself (design.md 6): asked at every wake from instants, since a timer that slept with the tablet comes
 * too late. While the window is hidden a cover lies over it, so that no picture of a plan stands in the list of apps.
 */
import type { Instant } from '../../shared/deps.ts';
import { type LockSituation, reasonToLock } from '../../vault/autoLock.ts';
import type { AppSession } from './appSession.ts';

const lookEveryMs = 10_000;
const minute = 60_000;

/** Starts looking; gives the way to stop. */
export const startAutoLocker = (session: AppSession, root: HTMLElement): (() => void) => {
  const { clock } = session.deps;
  let activeAt: Instant = clock.now();
  let hiddenSince: Instant | null = null;

  const meeting = (): LockSituation['meeting'] => {
    const current = session.openedCase()?.workspace().state.meeting.current;
    if (current === undefined || current.startedAt === null) return null;
    if (current.phase !== 'running' && current.phase !== 'paused') return null;
    return { setEnd: current.startedAt + current.minutes * minute };
  };

  const look = (): void => {
    if (session.get().phase !== 'unlocked') return;
    const reason = reasonToLock({
      now: clock.now(),
      hiddenSince,
      activeAt,
      idleMinutes: session.get().idleMinutes,
      meeting: meeting(),
    });
    if (reason !== null) void session.lock(reason);
  };

  const active = (): void => {
    look();
    activeAt = clock.now();
  };

  const visibility = (): void => {
    if (document.visibilityState === 'hidden') {
      hiddenSince ??= clock.now();
      root.dataset['covered'] = '';
      void session.openedCase()?.workspace().flush();
      return;
    }
    look();
    hiddenSince = null;
    delete root.dataset['covered'];
  };

  const leaving = (): void => {
    void session.openedCase()?.workspace().flush();
  };

  const timer = setInterval(look, lookEveryMs);
  const touches = ['pointerdown', 'keydown'] as const;
  for (const touch of touches) addEventListener(touch, active, { capture: true, passive: true });
  document.addEventListener('visibilitychange', visibility);
  addEventListener('pagehide', leaving);
  addEventListener('focus', look);
  return () => {
    clearInterval(timer);
    for (const touch of touches) removeEventListener(touch, active, { capture: true });
    document.removeEventListener('visibilitychange', visibility);
    removeEventListener('pagehide', leaving);
    removeEventListener('focus', look);
  };
};
