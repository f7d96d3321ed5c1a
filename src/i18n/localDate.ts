/**
 * Calendar dates and clock times in Sweden, as `YYYY-MM-DD` and `HH:MM`, without a time zone library: an
 * offset is found by asking the platform what the clock shows in Stockholm at an instant.
 */
import type { Instant, LocalDate } from '../shared/deps.ts';

const dayLength = 86_400_000;

const stockholm = new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function read(instant: Instant): { date: LocalDate; time: string } {
  const found = new Map(stockholm.formatToParts(instant).map((part) => [part.type, part.value]));
  return {
    date: `${found.get('year')}-${found.get('month')}-${found.get('day')}`,
    time: `${found.get('hour')}:${found.get('minute')}`,
  };
}

/** The date in Sweden at an instant. */
export function dateOfInstant(instant: Instant): LocalDate {
  return read(instant).date;
}

/** What the clock shows in Sweden at an instant, `HH:MM`. */
export function timeOfInstant(instant: Instant): string {
  return read(instant).time;
}

/**
 * The instant when the clock in Sweden shows `time` (`HH:MM`) on `date`. In the hour that is skipped in March
 * the next one that exists; in the hour that comes twice in October the first.
 */
export function instantOf(date: LocalDate, time: string): Instant {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const shown = (instant: Instant): number => {
    const at = read(instant);
    return Date.parse(`${at.date}T${at.time}:00Z`);
  };
  const summer = asUtc - 2 * 3_600_000;
  return shown(summer) === asUtc ? summer : asUtc - 3_600_000;
}

/** The date `days` later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength);
}

/** True for a date that exists, written `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
}
