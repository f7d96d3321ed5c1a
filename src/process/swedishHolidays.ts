import type { LocalDate } from '../shared/deps.ts';

/**
 * Days on which an act that the law wants done by a certain day may wait until the next weekday: Saturdays, Sundays,
 * other public holidays, Midsummer's, Christmas and New Year's Eve (lag 1930:173, 2 §; the holidays: lag 1989:253).
 */
export const isRestDay = (date: LocalDate): boolean => {
  const weekday = weekdayOf(date);
  return weekday === 0 || weekday === 6 || holidaysOf(Number(date.slice(0, 4))).has(date);
};

/** The same day when it is a weekday, else the next one that is. */
export const nextWeekday = (date: LocalDate): LocalDate => {
  let day = date;
  while (isRestDay(day)) day = daysAfter(day, 1);
  return day;
};

export const daysAfter = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

const dayMs = 86_400_000;

/** 0 for Sunday to 6 for Saturday. */
const weekdayOf = (date: LocalDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** Those that are not always Sundays or Saturdays; Easter Day and Whit Sunday always are. */
const holidaysOf = (year: number): ReadonlySet<LocalDate> => {
  const easter = easterDay(year);
  return new Set([
    `${year}-01-01`,
    `${year}-01-06`,
    daysAfter(easter, -2),
    daysAfter(easter, 1),
    `${year}-05-01`,
    daysAfter(easter, 39),
    `${year}-06-06`,
    midsummersEve(year),
    `${year}-12-24`,
    `${year}-12-25`,
    `${year}-12-26`,
    `${year}-12-31`,
  ]);
};

/** The Friday between 19 and 25 June. */
const midsummersEve = (year: number): LocalDate => {
  const first = `${year}-06-19`;
  return daysAfter(first, (5 - weekdayOf(first) + 7) % 7);
};

/** The Gregorian Easter Day, by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
const easterDay = (year: number): LocalDate => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};
