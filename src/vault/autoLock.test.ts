import { describe, expect, test } from 'vitest';
import { type LockSituation, nextLook, reasonToLock } from './autoLock.ts';
import { createMoteskod } from './moteskod.ts';

const minute = 60_000;
const start = 1_790_000_000_000;
const situation = (own: Partial<LockSituation>): LockSituation => ({
  now: start,
  hiddenSince: null,
  activeAt: start,
  idleMinutes: 10,
  meeting: null,
  ...own,
});

describe('a vault locks by itself', () => {
  test.each([
    ['hidden for two minutes', { hiddenSince: start - 2 * minute }, 'hidden'],
    ['hidden for less', { hiddenSince: start - 2 * minute + 1 }, null],
    ['idle for its minutes', { activeAt: start - 10 * minute }, 'idle'],
    ['idle for less', { activeAt: start - 10 * minute + 1 }, null],
    [
      'idle in a meeting',
      { activeAt: start - 50 * minute, meeting: { setEnd: start + minute } },
      null,
    ],
    [
      'idle 29 minutes after the set end of a meeting',
      { activeAt: start - 90 * minute, meeting: { setEnd: start - 29 * minute } },
      null,
    ],
    [
      'idle 30 minutes after the set end of a meeting',
      { activeAt: start - 90 * minute, meeting: { setEnd: start - 30 * minute } },
      'idle',
    ],
    [
      'hidden in a meeting',
      { hiddenSince: start - 2 * minute, meeting: { setEnd: start + minute } },
      'hidden',
    ],
    ['after the clock was turned back', { activeAt: start + 60 * minute }, null],
  ] as const)('%s', (_name, own, expected) => {
    expect(reasonToLock(situation(own))).toBe(expected);
  });

  test('and is looked at again exactly when something is due', () => {
    const seen = situation({});
    expect(reasonToLock({ ...seen, now: nextLook(seen) })).toBe('idle');
    expect(reasonToLock({ ...seen, now: nextLook(seen) - 1 })).toBeNull();
    const hidden = situation({ hiddenSince: start });
    expect(reasonToLock({ ...hidden, now: nextLook(hidden) })).toBe('hidden');
    const meeting = situation({ meeting: { setEnd: start + 45 * minute } });
    expect(reasonToLock({ ...meeting, now: nextLook(meeting) })).toBe('idle');
    expect(reasonToLock({ ...meeting, now: nextLook(meeting) - 1 })).toBeNull();
  });
});

describe('the code of a meeting', () => {
  test('opens the screen, and locks the vault at the third wrong try', () => {
    const code = createMoteskod('4711');
    expect(code?.attempt('1234')).toBe('wrong');
    expect(code?.attempt('4711')).toBe('open');
    expect(code?.triesLeft()).toBe(3);
    expect([1, 2, 3].map(() => code?.attempt('0000'))).toEqual(['wrong', 'wrong', 'lock']);
    expect(code?.attempt('4711')).toBe('lock');
  });

  test('is four digits and nothing else', () => {
    for (const text of ['', '123', '12345', '12a4', '١٢٣٤'])
      expect(createMoteskod(text)).toBeNull();
  });
});
