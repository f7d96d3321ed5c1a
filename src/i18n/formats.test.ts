import { describe, expect, it } from 'vitest';
import {
  compareWords,
  formatDate,
  formatDateTime,
  formatDayMonth,
  formatList,
  formatNumber,
  formatTime,
  formatTimeRange,
  formatWeekday,
  formatWeekdayDate,
  formatWeekdayDateTime,
} from './formats.ts';

const meeting = Date.parse('2026-06-09T11:00:00Z');

describe('Swedish formats', () => {
  it('write dates in words, from an instant or a date', () => {
    expect(formatDate('2026-05-05')).toBe('5 maj 2026');
    expect(formatDate(meeting)).toBe('9 juni 2026');
    expect(formatDayMonth('2026-06-01')).toBe('1 juni');
    expect(formatWeekday('2026-06-09')).toBe('tisdag');
    expect(formatWeekdayDate('2026-06-09')).toBe('tisdag 9 juni');
    expect(formatWeekdayDateTime(meeting)).toBe('tisdag 9 juni 13.00');
    expect(formatDateTime(meeting)).toBe('9 juni 2026 13.00');
  });

  it('write the time with a dot, as the clock in Sweden shows it', () => {
    expect(formatTime(meeting)).toBe('13.00');
    expect(formatTime('09:05')).toBe('09.05');
    expect(formatTime(Date.parse('2026-06-08T22:00:00Z'))).toBe('00.00');
    expect(formatTimeRange(meeting, meeting + 3_600_000)).toBe('13.00–14.00');
  });

  it('take the Swedish day also when the device is in another zone', () => {
    expect(formatWeekdayDate(Date.parse('2026-06-08T22:30:00Z'))).toBe('tisdag 9 juni');
  });

  it('write lists, numbers and order as Swedish does', () => {
    expect(formatList(['Eva', 'Per', 'Anna'])).toBe('Eva, Per och Anna');
    expect(formatList(['Eva'])).toBe('Eva');
    expect(formatNumber(1234.5)).toBe('1\u00A0234,5');
    expect(['Östen', 'Åsa', 'Ärla', 'Zeb'].sort(compareWords)).toEqual([
      'Zeb',
      'Åsa',
      'Ärla',
      'Östen',
    ]);
  });
});
