import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import {
  type Answerer,
  type Answers,
  answerers,
  faces,
  statements,
} from '../../shared/surveyAnswers.ts';
import {
  addAnswers,
  fewestShown,
  type MonthSums,
  readSurvey,
  shownSums,
  withAnswers,
} from './surveySums.ts';

const all = (face: Answers['respect']): Answers => ({
  respect: face,
  influence: face,
  relevance: face,
  structure: face,
  information: face,
  followUp: face,
});

const memoryVault = (value: unknown = null) => {
  let kept = value;
  return {
    kept: () => kept,
    vault: {
      readValue: async () => ok(kept),
      writeValue: async (_: string, next: unknown) => {
        kept = structuredClone(next);
        return ok(undefined);
      },
    },
  };
};

const month = (count: number, who: Answerer, today: string): readonly MonthSums[] =>
  Array.from({ length: count }).reduce<readonly MonthSums[]>(
    (sums) => withAnswers(sums, who, all(4), today),
    [],
  );

describe('answers about a meeting', () => {
  it('are kept as sums: after many, nothing tells which belong together, nor the day', async () => {
    const { vault, kept } = memoryVault();
    await addAnswers(vault, 'individual', all(5), '2026-11-03');
    await addAnswers(vault, 'individual', { ...all(1), respect: null }, '2026-11-20');
    expect(kept()).toEqual([
      {
        month: '2026-11',
        who: 'individual',
        answered: 2,
        sums: {
          respect: [0, 0, 0, 0, 1],
          influence: [1, 0, 0, 0, 1],
          relevance: [1, 0, 0, 0, 1],
          structure: [1, 0, 0, 0, 1],
          information: [1, 0, 0, 0, 1],
          followUp: [1, 0, 0, 0, 1],
        },
      },
    ]);
    expect(JSON.stringify(kept())).not.toMatch(/-11-\d\d/u);
  });

  it('come to the same sums in any order', () => {
    const face = fc.constantFrom(null, ...faces);
    const answers = fc.record({
      respect: face,
      influence: face,
      relevance: face,
      structure: face,
      information: face,
      followUp: face,
    });
    const one = fc.record({
      who: fc.constantFrom(...answerers),
      answers,
      today: fc.constantFrom('2026-10-31', '2026-11-01'),
    });
    const summed = (given: readonly { who: Answerer; answers: Answers; today: string }[]) =>
      given
        .reduce<readonly MonthSums[]>(
          (sums, each) => withAnswers(sums, each.who, each.answers, each.today),
          [],
        )
        .toSorted((a, b) => `${a.month}${a.who}`.localeCompare(`${b.month}${b.who}`));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (given) => {
        expect(summed(given.toReversed())).toEqual(summed(given));
        for (const { answered, sums } of summed(given))
          for (const statement of statements)
            expect(sums[statement].reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(
              answered,
            );
      }),
    );
  });

  it('of somebody who answered nothing are not counted', () => {
    expect(withAnswers([], 'child', all(null), '2026-11-03')).toEqual([]);
  });

  it('of one phone are counted once, in whatever month they come again, and are known by a random name alone', () => {
    const once = withAnswers([], 'individual', all(4), '2026-10-31', 'phone');
    expect(withAnswers(once, 'individual', all(4), '2026-11-01', 'phone')).toBe(once);
    expect(once).toMatchObject([{ answered: 1, heard: ['phone'] }]);
    expect(withAnswers(once, 'individual', all(4), '2026-11-01', 'other')).toHaveLength(2);
  });

  it('are begun anew where what lies there is of another shape', async () => {
    const { vault } = memoryVault([{ month: 'november' }]);
    expect(await readSurvey(vault)).toEqual([]);
  });

  it('are not begun anew where the sums cannot be read now: then nothing is written', async () => {
    const { vault, kept } = memoryVault('the sums of before');
    const slow = { ...vault, readValue: async () => err({ kind: 'slow' } as const) };
    expect(await addAnswers(slow, 'child', all(5), '2026-11-03')).toEqual(err({ kind: 'slow' }));
    expect(kept()).toBe('the sums of before');
  });
});

describe('what is shown of them', () => {
  it('is nothing before five have answered', () => {
    expect(shownSums(month(fewestShown - 1, 'individual', '2026-10-09'), '2026-11-01')).toEqual([]);
    expect(shownSums(month(fewestShown, 'individual', '2026-10-09'), '2026-11-01')).toMatchObject([
      { who: 'individual', answered: 5 },
    ]);
  });

  it('is nothing of the month that still goes on', () => {
    const sums = month(fewestShown, 'close', '2026-11-01');
    expect(shownSums(sums, '2026-11-30')).toEqual([]);
    expect(shownSums(sums, '2026-12-01')).toHaveLength(1);
  });

  it('is months added together, so that few a month are enough in time, and none stands alone', () => {
    const sums = [...month(3, 'child', '2026-09-09'), ...month(2, 'child', '2026-10-09')];
    const [shown] = shownSums(sums, '2026-11-02');
    expect(shown?.answered).toBe(5);
    expect(shown?.sums.respect).toEqual([0, 0, 0, 5, 0]);
    expect(JSON.stringify(shown)).not.toContain('2026');
  });

  it('never changes by fewer than five: what one month adds would else be one person’s', () => {
    const before = month(6, 'close', '2026-09-09');
    const after = withAnswers(before, 'close', all(1), '2026-10-09');
    expect(shownSums(after, '2026-11-02')).toEqual(shownSums(before, '2026-11-02'));
    const enough = [...after, ...month(4, 'close', '2026-11-09')];
    expect(shownSums(enough, '2026-12-02')[0]?.answered).toBe(11);
  });
});
