import type { Instant } from '../../shared/deps.ts';

/** What can be chosen for a child: in how many minutes one may go and play (field.md 22). */
export const playChoices = [5, 10, 15, 20, 30] as const;

/** Whole minutes left, upwards: nobody is let go a minute late. 0: now. */
export const minutesToPlay = (playAt: Instant, now: Instant): number =>
  Math.max(0, Math.ceil((playAt - now) / 60_000));
