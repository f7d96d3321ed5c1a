import type { LocalDate } from '../shared/deps.ts';

/** A date that exists, as `YYYY-MM-DD`. */
export const isLocalDate = (text: string): text is LocalDate => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** The earliest of several dates, or null when there is none. */
export const earliest = (dates: readonly (LocalDate | null)[]): LocalDate | null =>
  dates.reduce<LocalDate | null>(
    (first, date) => (date !== null && (first === null || date < first) ? date : first),
    null,
  );
