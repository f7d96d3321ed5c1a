import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateOfInstant,
  daysBetween,
  instantOf,
  isLocalDate,
  timeOfInstant,
} from './localDate.ts';

const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

describe('dates and times in Sweden', () => {
  it('are the same whatever zone the device is in', () => {
    expect(dateOfInstant(Date.parse('2026-05-05T22:30:00Z'))).toBe('2026-05-06');
    expect(timeOfInstant(Date.parse('2026-05-05T11:45:00Z'))).toBe('13:45');
    expect(timeOfInstant(Date.parse('2026-01-05T11:45:00Z'))).toBe('12:45');
  });

  it('lead to the instant when the clock shows them, and back', () => {
    fc.assert(
      fc.property(
        date,
        fc.integer({ min: 4, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        (day, hour, minute) => {
          const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
          const instant = instantOf(day, time);
          expect([dateOfInstant(instant), timeOfInstant(instant)]).toEqual([day, time]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('know the hour that is skipped and the hour that comes twice', () => {
    expect(new Date(instantOf('2026-03-29', '02:30')).toISOString()).toBe(
      '2026-03-29T01:30:00.000Z',
    );
    expect(new Date(instantOf('2026-10-25', '02:30')).toISOString()).toBe(
      '2026-10-25T00:30:00.000Z',
    );
  });

  it('count days over months, leap days and changes of the clock', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    fc.assert(
      fc.property(date, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  it('tells a date that exists from one that does not', () => {
    expect(isLocalDate('2026-06-09')).toBe(true);
    expect(isLocalDate('2026-02-29')).toBe(false);
    expect(isLocalDate('2026-6-9')).toBe(false);
    expect(isLocalDate('9 juni')).toBe(false);
  });
});
