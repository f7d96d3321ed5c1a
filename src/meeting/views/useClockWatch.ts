import { useEffect, useRef } from 'preact/hooks';
import type { ClockDep } from '../../shared/deps.ts';
import { type Beat, clockJump, startedOutOfTime } from '../clock.ts';
import type { MeetingIntent } from '../meetingEvents.ts';
import { isOpen, type Meeting } from '../meetingState.ts';

/** How often wall time and the page's own time are compared, ms. */
const every = 10_000;

/**
 * Tells when somebody has changed the clock: while the page lives by comparing two clocks, on opening by what the
 * meeting has stored. Asked once; the question stands until it is answered.
 */
export const useClockWatch = (
  meeting: Meeting,
  clock: ClockDep['clock'],
  send: (intent: MeetingIntent) => Promise<boolean>,
): void => {
  const newest = useRef(meeting);
  newest.current = meeting;
  useEffect(() => {
    let hidden = document.visibilityState === 'hidden';
    const beat = (): Beat => ({
      wall: clock.now(),
      monotonic: clock.monotonic(),
      wasHidden: hidden,
    });
    const tell = (): void => {
      const { current } = newest;
      if (isOpen(current) && !current.onPaper && !current.clockDoubt) {
        void send({ type: 'clock.jumped' });
      }
    };
    let before = beat();
    if (startedOutOfTime(newest.current, before.wall)) tell();
    const look = (): void => {
      hidden ||= document.visibilityState === 'hidden';
      const now = beat();
      if (clockJump(before, now) === 'changed') tell();
      before = now;
      hidden = document.visibilityState === 'hidden';
    };
    const timer = setInterval(look, every);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [clock, send]);
};
