import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Beat,
  clockJump,
  discFraction,
  endTime,
  meetingNotice,
  minute,
  nextChange,
  partTimeLeft,
  setMinutes,
  timeLeft,
  timeUsed,
  timeWords,
} from './clock.ts';
import { type ClockData, nothingPerPart, type RunningSpan } from './meetingState.ts';
import { defaultShares, type Part, parts } from './parts.ts';

const start = Date.UTC(2026, 4, 5, 11, 0);

const clockWith = (minutes: number, spans: readonly RunningSpan[], part: Part): ClockData => ({
  minutes,
  shares: defaultShares,
  part,
  spans,
  carried: nothingPerPart,
});

/** A meeting of runs and pauses, told as lengths; the last run may still be going. */
const history = fc
  .array(
    fc.record({
      run: fc.integer({ min: 0, max: 40 * minute }),
      pause: fc.integer({ min: 0, max: 40 * minute }),
      part: fc.constantFrom(...parts),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((pieces) => {
    let at = start;
    const spans = pieces.map(({ run, pause, part }): RunningSpan => {
      const span = { part, from: at, to: at + run };
      at += run + pause;
      return span;
    });
    return { spans, used: pieces.reduce((sum, piece) => sum + piece.run, 0), end: at };
  });

describe('time of the meeting', () => {
  it('is the sum of the runs, whatever the pauses and however late one looks', () => {
    fc.assert(
      fc.property(history, fc.nat(10 * 60 * minute), ({ spans, used, end }, later) => {
        expect(timeUsed(clockWith(60, spans, 'behov'), end + later)).toBe(used);
      }),
    );
  });

  it('runs down by one minute a minute while the meeting runs, and stands in a pause', () => {
    fc.assert(
      fc.property(history, fc.nat(60 * minute), ({ spans, end }, later) => {
        const paused = clockWith(60, spans, 'behov');
        const runs = clockWith(60, [...spans, { part: 'behov', from: end, to: null }], 'behov');
        expect(timeLeft(paused, end + later)).toBe(timeLeft(paused, end));
        expect(timeLeft(runs, end) - timeLeft(runs, end + later)).toBe(later);
        expect(endTime(runs, end + later)).toBe(endTime(runs, end));
        expect(endTime(paused, end + later)).toBe(endTime(paused, end) + later);
      }),
    );
  });

  it('never counts backwards when the clock was turned back under a run', () => {
    fc.assert(
      fc.property(history, fc.nat(600 * minute), ({ spans, used, end }, back) => {
        const runs = clockWith(60, [...spans, { part: 'behov', from: end, to: null }], 'behov');
        expect(timeUsed(runs, end - back)).toBe(used);
      }),
    );
  });

  it('never gives a part more than the meeting has left', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...parts), ({ spans, end }, part) => {
        const clock = clockWith(60, spans, part);
        const left = partTimeLeft(clock, end);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left).toBeLessThanOrEqual(Math.max(0, timeLeft(clock, end)));
      }),
    );
  });

  it('shares sixty minutes as 6, 9, 30, 9 and 6', () => {
    const lengths = parts.map((part) => partTimeLeft(clockWith(60, [], part), start) / minute);
    expect(lengths).toEqual([6, 9, 30, 9, 6]);
  });

  it('doubles the length with an interpreter, when it is set', () => {
    expect(setMinutes(45, true)).toBe(90);
    expect(setMinutes(45, false)).toBe(45);
    expect(setMinutes(Number.NaN, false)).toBe(1);
  });
});

describe('time in words', () => {
  it('speaks in fives and never more than two and a half minutes wrong', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60 * minute, max: 180 * minute }), (left) => {
        const words = timeWords(left);
        if (words.kind === 'soon') {
          expect(left).toBeLessThan(2.5 * minute);
        } else {
          expect(words.minutes % 5).toBe(0);
          expect(Math.abs(words.minutes * minute - left)).toBeLessThanOrEqual(2.5 * minute);
        }
      }),
    );
    expect(timeWords(21 * minute)).toEqual({ kind: 'minutes', minutes: 20 });
    expect(timeWords(minute)).toEqual({ kind: 'soon' });
  });

  it('gives its notices at half, at five minutes and at the end', () => {
    const clock = clockWith(60, [{ part: 'inledning', from: start, to: null }], 'inledning');
    const at = (minutes: number) => meetingNotice(clock, start + minutes * minute);
    expect([29, 30, 31, 32, 54, 55, 59, 60, 90].map(at)).toEqual([
      null,
      'half',
      'half',
      null,
      null,
      'five',
      'five',
      'end',
      'end',
    ]);
    expect(meetingNotice(clockWith(0, [], 'behov'), start)).toBeNull();
  });

  it('empties the disc from full to nothing, minute by minute', () => {
    const clock = clockWith(60, [{ part: 'inledning', from: start, to: null }], 'inledning');
    expect(discFraction(clock, start)).toBe(1);
    expect(discFraction(clock, start + 30 * minute)).toBe(0.5);
    expect(discFraction(clock, start + 30 * minute - 1)).toBe(31 / 60);
    expect(discFraction(clock, start + 61 * minute)).toBe(0);
  });

  it('says when the disc changes next, always later than now and within a minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 * minute }), (gone) => {
        const clock = clockWith(60, [{ part: 'behov', from: start, to: null }], 'behov');
        const next = nextChange(clock, start + gone);
        expect(next).toBeGreaterThan(start + gone);
        expect(next - start - gone).toBeLessThanOrEqual(minute);
        expect(discFraction(clock, next - 1)).toBe(discFraction(clock, start + gone));
      }),
    );
  });
});

describe('a changed clock', () => {
  const before: Beat = { wall: start, monotonic: 5_000, wasHidden: false };
  const later = (wall: number, monotonic: number, wasHidden = false): Beat => ({
    wall: start + wall,
    monotonic: 5_000 + monotonic,
    wasHidden,
  });

  it('is found when wall time and page time part by over a minute', () => {
    expect(clockJump(before, later(61_000, 1_000))).toBe('none');
    expect(clockJump(before, later(61_001, 1_000))).toBe('changed');
    expect(clockJump(before, later(-59_001, 1_000))).toBe('changed');
  });

  it('is not sleep: a hidden page whose own time stood still', () => {
    expect(clockJump(before, later(20 * minute, 500, true))).toBe('sleep');
    expect(clockJump(before, later(-20 * minute, 500, true))).toBe('changed');
  });

  it('is not found however long the page lives with both clocks going', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.integer({ min: -60_000, max: 60_000 }), (gone, drift) => {
        expect(clockJump(before, later(gone + drift, gone))).toBe('none');
      }),
    );
  });
});
