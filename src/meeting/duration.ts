import type { Instant } from '../shared/deps.ts';
import { minute, timeLeft } from './clock.ts';
import type { Meeting } from './meetingState.ts';

/** What the shell asks of a meeting's time: the wake lock, the idle lock, the wall emptying itself. */

/** The screen is kept awake in pauses of up to this (field.md 8). */
export const shortPause = 20 * minute;

export const wantsWakeLock = (meeting: Meeting, now: Instant): boolean => {
  if (meeting.phase === 'running') return now < quietUntil(meeting, now);
  if (meeting.phase === 'paused' || meeting.phase === 'halted') {
    return meeting.pausedSince !== null && now - meeting.pausedSince <= shortPause;
  }
  return false;
};

/** No idle lock before this: the set end and thirty minutes (field.md 8). `now` where there is no meeting. */
export const quietUntil = (meeting: Meeting, now: Instant): Instant => {
  if (meeting.phase !== 'running' && meeting.phase !== 'paused' && meeting.phase !== 'halted') {
    return now;
  }
  const counted = meeting.pausedSince ?? now;
  return counted + timeLeft(meeting, counted) + 30 * minute;
};

/** Two minutes after **Avsluta mötet** the shared view empties (field.md 2). */
export const sharedViewIsEmpty = (meeting: Meeting, now: Instant): boolean =>
  meeting.ended !== null && now - meeting.ended.at >= 2 * minute;
