import type { Instant } from '../../shared/deps.ts';

/** When this person last saved a backup, and what was in it; kept sealed in the vault as `backup`. */
export interface LastBackup {
  readonly at: Instant;
  readonly plans: number;
  readonly notes: number;
}

const days = 86_400_000;
const oldAfter = 30 * days;

/** Null: never, or what the vault has is of another shape. */
export const readLastBackup = (value: unknown): LastBackup | null => {
  if (typeof value !== 'object' || value === null) return null;
  const { at, plans, notes } = value as Record<string, unknown>;
  return typeof at === 'number' && typeof plans === 'number' && typeof notes === 'number'
    ? { at, plans, notes }
    : null;
};

/** Whether **Att göra** says a word about it. One that lies days ahead was dated by a wrong clock: nobody knows how old it is. */
export const isBackupDue = (last: LastBackup | null, now: Instant): boolean =>
  last === null || now - last.at > oldAfter || last.at - now > days;
