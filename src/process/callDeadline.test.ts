import { describe, expect, it } from 'vitest';
import { callDeadline } from './callDeadline.ts';
import { isRestDay } from './swedishHolidays.ts';

describe('the three days of a kallelse', () => {
  it.each([
    ['the third day is a weekday', '2026-06-08', '2026-06-11', '2026-06-11'],
    ['a Saturday', '2026-06-10', '2026-06-13', '2026-06-15'],
    ['a Sunday', '2026-06-11', '2026-06-14', '2026-06-15'],
    ["Midsummer's Eve", '2026-06-16', '2026-06-19', '2026-06-22'],
    ['Good Friday', '2026-03-31', '2026-04-03', '2026-04-07'],
    ['Ascension Day', '2026-05-11', '2026-05-14', '2026-05-15'],
    ['the National Day on a Friday', '2025-06-03', '2025-06-06', '2025-06-09'],
    ['Christmas Eve on a Thursday', '2026-12-21', '2026-12-24', '2026-12-28'],
    ["New Year's Eve on a Thursday", '2026-12-28', '2026-12-31', '2027-01-04'],
  ])('%s', (_name, notice, thirdDay, latest) => {
    expect(callDeadline(notice)).toEqual({ thirdDay, latest });
  });

  it('knows the Swedish days of rest that are not in a weekend', () => {
    const year = Array.from({ length: 365 }, (_, day) =>
      new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
    );
    const onWeekdays = year.filter((date) => {
      const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
      return weekday !== 0 && weekday !== 6 && isRestDay(date);
    });
    expect(onWeekdays).toEqual([
      '2026-01-01',
      '2026-01-06',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-06-19',
      '2026-12-24',
      '2026-12-25',
      '2026-12-31',
    ]);
  });
});
