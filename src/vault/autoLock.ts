/**
 * When a vault locks by itself (design.md 6, field.md 8), judged from instants at every wake and before painting: a timer
 * that slept with the tablet would come too late.
 */
import type { Instant } from '../shared/deps.ts';

/** Out of sight for this long: locked. */
export const hiddenLimitMs = 2 * 60_000;

/** After the set end of a meeting, before idleness counts again. */
export const meetingGraceMs = 30 * 60_000;

export interface LockSituation {
  readonly now: Instant;
  /** When the page went out of sight; null while it is seen. */
  readonly hiddenSince: Instant | null;
  /** Last touch, key or pen. */
  readonly activeAt: Instant;
  readonly idleMinutes: number;
  /** A meeting that runs or is paused, with the end that was set; null when there is none. */
  readonly meeting: { readonly setEnd: Instant } | null;
}

/** Why to lock now, or null. A clock that was turned back counts as no time having passed. */
export const reasonToLock = (situation: LockSituation): 'hidden' | 'idle' | null => {
  const { now, hiddenSince, activeAt, idleMinutes } = situation;
  if (hiddenSince !== null && now - hiddenSince >= hiddenLimitMs) return 'hidden';
  if (idleMayLock(situation) && now - activeAt >= idleMinutes * 60_000) return 'idle';
  return null;
};

/** The instant at which to look again, so that one timer is enough. */
export const nextLook = (situation: LockSituation): Instant => {
  const { hiddenSince, activeAt, idleMinutes, meeting } = situation;
  const grace = meeting === null ? 0 : meeting.setEnd + meetingGraceMs;
  const idle = Math.max(activeAt + idleMinutes * 60_000, grace);
  return hiddenSince === null ? idle : Math.min(idle, hiddenSince + hiddenLimitMs);
};

const idleMayLock = ({ now, meeting }: LockSituation): boolean =>
  meeting === null || now >= meeting.setEnd + meetingGraceMs;
