import { useEffect, useRef } from 'preact/hooks';
import { browserWakeLockDeps, createWakeLock, type WakeLock } from '../../pwa/wakeLock.ts';
import type { Instant } from '../../shared/deps.ts';
import { wantsWakeLock } from '../duration.ts';
import type { Meeting } from '../meetingState.ts';

/** The screen stays awake while a meeting runs and in pauses of up to twenty minutes (field.md 8). */
export const useMeetingWakeLock = (meeting: Meeting, now: Instant): void => {
  const lock = useRef<WakeLock | null>(null);
  const wanted = wantsWakeLock(meeting, now);
  useEffect(() => {
    const made = createWakeLock(browserWakeLockDeps());
    lock.current = made;
    return () => {
      lock.current = null;
      void made.dispose();
    };
  }, []);
  useEffect(() => {
    void (wanted ? lock.current?.hold() : lock.current?.release());
  }, [wanted]);
};
