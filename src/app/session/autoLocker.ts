/**
 * Locks by itself (design.md 6): asked at every wake from instants, since a timer that slept with the tablet comes
 * too late. While the window is hidden a cover lies over it, so that no picture of a plan stands in the list of apps.
 */
import type { Instant } from '../../shared/deps.ts';
import { type LockSituation, reasonToLock } from '../../vault/autoLock.ts';
import type { AppSession, SessionState } from './sessionTypes.ts';

const lookEveryMs = 10_000;

/** An instant by both clocks of a page. */
interface Mark {
  readonly wall: Instant;
  readonly page: number;
}

interface Lockable extends Pick<AppSession, 'deps' | 'openedCase' | 'lock'> {
  readonly get: () => Pick<SessionState, 'phase' | 'idleMinutes'>;
}

/** Starts looking; gives the way to stop. */
export const startAutoLocker = (session: Lockable, root: HTMLElement): (() => void) => {
  const { clock } = session.deps;
  const mark = (): Mark => ({ wall: clock.now(), page: clock.monotonic() });
  /** The longer of the two: a clock that is set back makes no time unpassed, and a page's own time may stand in sleep. */
  const since = ({ wall, page }: Mark): Instant =>
    clock.now() - Math.max(clock.now() - wall, clock.monotonic() - page);
  let active = mark();
  let hidden: Mark | null = null;

  const meeting = (): LockSituation['meeting'] => {
    const setEnd = session.openedCase()?.meetingEnd() ?? null;
    return setEnd === null ? null : { setEnd };
  };

  /** Resolves when it is locked, or need not be. */
  const look = async (): Promise<void> => {
    if (session.get().phase !== 'unlocked') return;
    const reason = reasonToLock({
      now: clock.now(),
      hiddenSince: hidden === null ? null : since(hidden),
      activeAt: since(active),
      idleMinutes: session.get().idleMinutes,
      meeting: meeting(),
    });
    if (reason !== null) await session.lock(reason);
  };

  const touched = (): void => {
    void look();
    active = mark();
  };

  const flush = (): void => {
    void session.openedCase()?.workspace().flush();
  };

  const visibility = (): void => {
    if (document.visibilityState === 'hidden') {
      hidden ??= mark();
      root.dataset['covered'] = '';
      flush();
      return;
    }
    // The cover stays until it is known whether to lock, and it is locked.
    const looked = look();
    hidden = null;
    void looked.finally(() => {
      if (hidden === null) delete root.dataset['covered'];
    });
  };

  const wake = (): void => {
    void look();
  };
  const timer = setInterval(() => void look(), lookEveryMs);
  const touches = ['pointerdown', 'keydown'] as const;
  for (const touch of touches) addEventListener(touch, touched, { capture: true, passive: true });
  document.addEventListener('visibilitychange', visibility);
  document.addEventListener('freeze', flush);
  addEventListener('pagehide', flush);
  addEventListener('focus', wake);
  return () => {
    clearInterval(timer);
    for (const touch of touches) removeEventListener(touch, touched, { capture: true });
    document.removeEventListener('visibilitychange', visibility);
    document.removeEventListener('freeze', flush);
    removeEventListener('pagehide', flush);
    removeEventListener('focus', wake);
  };
};
