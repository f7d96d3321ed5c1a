import type { Instant } from '../../shared/deps.ts';

/**
 * When the program locks by itself (field.md 8, design.md 6): judged by instants at every wake,
 * because timers sleep with the tablet.
 */
export interface LockFacts {
  readonly now: Instant;
  /** Last touch or key. */
  readonly lastActive: Instant;
  /** Since when nobody sees the program; null while it is visible. */
  readonly hiddenSince: Instant | null;
  /** The set end of a running or paused meeting, or null. */
  readonly meetingEnd: Instant | null;
}

export const hiddenLimitMs = 2 * 60_000;
export const idleLimitMs = 10 * 60_000;
export const meetingGraceMs = 30 * 60_000;

/** The instant at which it locks if nothing more happens. */
export const lockDueAt = (facts: Omit<LockFacts, 'now'>): Instant => {
  const idle = facts.lastActive + idleLimitMs;
  const idleDue =
    facts.meetingEnd === null ? idle : Math.max(idle, facts.meetingEnd + meetingGraceMs);
  return facts.hiddenSince === null
    ? idleDue
    : Math.min(idleDue, facts.hiddenSince + hiddenLimitMs);
};

/** A clock set back does not keep the program open: outside a meeting, a touch in the future counts as long ago. */
export const isLockDue = (facts: LockFacts): boolean =>
  facts.now >= lockDueAt(facts) ||
  (facts.meetingEnd === null && facts.lastActive - facts.now > hiddenLimitMs);
