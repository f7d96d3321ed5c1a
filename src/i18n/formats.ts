/**
 * Dates, times, lists and numbers as Swedish writes them: "tisdag 9 juni 13.00", "5 maj 2026", "a, b och c".
 * Calendar and digits are always the European ones, also in languages that have their own. A meeting takes
 * place in Sweden, so clock times are Swedish whatever the device's zone is.
 */
import type { Instant, LocalDate } from '../shared/deps.ts';
import { genitive } from './genitive.ts';
import { dateOfInstant } from './localDate.ts';

const locale = 'sv-SE-u-ca-gregory-nu-latn';
const timeZone = 'Europe/Stockholm';

/** An instant, or a calendar date. */
export type When = Instant | LocalDate;

const formatters = new Map<string, Intl.DateTimeFormat>();

function parts(
  when: When,
  options: Intl.DateTimeFormatOptions,
): Map<Intl.DateTimeFormatPartTypes, string> {
  const name = JSON.stringify(options);
  const formatter =
    formatters.get(name) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formatters.set(name, formatter);
  // The date is read in Sweden first, then written as if it were UTC: one way for instants and dates.
  const date = typeof when === 'number' ? dateOfInstant(when) : when;
  const written = formatter.formatToParts(Date.parse(`${date}T12:00:00Z`));
  return new Map(written.map((part) => [part.type, part.value]));
}

function dayMonth(found: Map<Intl.DateTimeFormatPartTypes, string>): string {
  return `${found.get('day')} ${found.get('month')}`;
}

/** "5 maj 2026" */
export function formatDate(when: When): string {
  const found = parts(when, { day: 'numeric', month: 'long', year: 'numeric' });
  return `${dayMonth(found)} ${found.get('year')}`;
}

/** "5 maj" */
export function formatDayMonth(when: When): string {
  return dayMonth(parts(when, { day: 'numeric', month: 'long' }));
}

/** "tisdag" */
export function formatWeekday(when: When): string {
  return parts(when, { weekday: 'long' }).get('weekday') ?? '';
}

/** "tisdag 9 juni" */
export function formatWeekdayDate(when: When): string {
  return `${formatWeekday(when)} ${formatDayMonth(when)}`;
}

const clock = new Intl.DateTimeFormat(locale, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone,
});

/** "13.00", from an instant or from `13:00`. */
export function formatTime(when: Instant | string): string {
  const written = typeof when === 'number' ? clock.format(when) : when;
  return written.replace(':', '.');
}

/** A written day and a written time, beside each other; either may be empty. */
export const joinedBy =
  (between: string) =>
  (day: string, time: string): string =>
    [day, time].filter((words) => words !== '').join(between);

/** "tisdag 9 juni 13.00" */
export function formatWeekdayDateTime(when: Instant): string {
  return `${formatWeekdayDate(when)} ${formatTime(when)}`;
}

/** "5 maj 2026 13.00" */
export function formatDateTime(when: Instant): string {
  return `${formatDate(when)} ${formatTime(when)}`;
}

/** "13.45–14.45" */
export function formatTimeRange(from: Instant, to: Instant): string {
  return `${formatTime(from)}–${formatTime(to)}`;
}

const list = new Intl.ListFormat('sv-SE', { type: 'conjunction' });

/** "Eva, Per och Anna" */
export function formatList(words: readonly string[]): string {
  return list.format(words);
}

const number = new Intl.NumberFormat(locale);

/** "1 234,5" */
export function formatNumber(value: number): string {
  return number.format(value);
}

const nameOrder = new Intl.Collator('sv');

/** Compares as a Swedish list is sorted: å, ä and ö last. */
export function compareWords(a: string, b: string): number {
  return nameOrder.compare(a, b);
}

export interface Formats {
  /** "5 maj 2026" */
  readonly date: (when: When) => string;
  /** "5 maj" */
  readonly dayMonth: (when: When) => string;
  /** "tisdag" */
  readonly weekday: (when: When) => string;
  /** "tisdag 5 maj" */
  readonly weekdayDate: (when: When) => string;
  /** "tisdag 5 maj 13.00" */
  readonly weekdayDateTime: (when: Instant) => string;
  /** "5 maj 2026 13.00" */
  readonly dateTime: (when: Instant) => string;
  /** "13.00" or "13:00", from an instant or from `13:00` */
  readonly time: (when: Instant | string) => string;
  /** "tisdag 9 juni" and "13.00" as one: "tisdag 9 juni 13.00", "Tuesday 9 June at 13:00". Either may be empty. */
  readonly atTime: (day: string, time: string) => string;
  /** "13.45–14.45" */
  readonly timeRange: (from: Instant, to: Instant) => string;
  /** "Eva, Per och Anna" */
  readonly list: (words: readonly string[]) => string;
  readonly number: (value: number) => string;
  /** Whose, before what is theirs: "Annas"; a language that says it otherwise takes the name as it is. */
  readonly whose: (name: string) => string;
}

export const swedishFormats: Formats = {
  date: formatDate,
  dayMonth: formatDayMonth,
  weekday: formatWeekday,
  weekdayDate: formatWeekdayDate,
  weekdayDateTime: formatWeekdayDateTime,
  dateTime: formatDateTime,
  time: formatTime,
  atTime: joinedBy(' '),
  timeRange: formatTimeRange,
  list: formatList,
  number: formatNumber,
  whose: genitive,
};
