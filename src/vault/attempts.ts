/**
 * Wrong tries slow down. Count and instant are on disk before a password is tried, so closing the page gains nothing.
 * Judged by wall time. Turning the clock back costs one whole step, counted from then on; turning it forward
 * shortens it, which is why Argon2id and not this is what stands between a thief and the vault.
 */
import type { Instant } from '../shared/deps.ts';
import type { VaultRow } from './vaultStore.ts';

export type Attempts = VaultRow['attempts'];

export const noAttempts: Attempts = { failed: 0, lastAt: 0 };

const seconds = [0, 0, 0, 5, 15, 30, 60, 120, 300];

/** Milliseconds until the next try is taken; 0 when it may be made now. */
export const waitBeforeTry = ({ failed, lastAt }: Attempts, now: Instant): number => {
  const step = (seconds[Math.min(failed, seconds.length - 1)] ?? 0) * 1_000;
  return Math.min(step, Math.max(0, lastAt + step - now));
};

/** A last try that lies ahead was made before the clock was turned back: it counts as made now. */
export const asOf = (attempts: Attempts, now: Instant): Attempts =>
  attempts.lastAt > now ? { failed: attempts.failed, lastAt: now } : attempts;

export const countTry = ({ failed }: Attempts, now: Instant): Attempts => ({
  failed: failed + 1,
  lastAt: now,
});
