import { describe, expect, it } from 'vitest';
import { caseOpened } from './caseFacts.ts';
import { isSoundFact } from './soundFact.ts';
import { testAuthor } from './testCase.ts';

const at = (instant: number) => caseOpened({ by: testAuthor, at: instant, newId: () => 'x' });

describe('when a fact happened', () => {
  it('is sound as long as it can be written as a date everywhere', () => {
    for (const instant of [0, 1_790_000_000_000, Date.UTC(9999, 11, 30)]) {
      expect(isSoundFact(at(instant))).toBe(true);
      expect(new Date(instant).toISOString()).toMatch(/^\d{4}-/);
    }
  });

  it('is set aside when it is no date: Historik would fall on it', () => {
    for (const instant of [-1, 0.5, 8.64e15, -8.64e15, 1e308, Number.NaN, Date.UTC(10_000, 1, 1)]) {
      expect(isSoundFact(at(instant))).toBe(false);
    }
  });
});
