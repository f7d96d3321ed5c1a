import { describe, expect, it } from 'vitest';
import swedish from '../i18n/locales/sv/plan.json' with { type: 'json' };
import { hardWordsOfPlan, planAdvice, smartQuestions } from './advice.ts';
import { addIntervention } from './commands/addRows.ts';
import { setNextMeeting } from './commands/wholePlan.ts';
import { findHardWords, hardWordIds } from './hardWords.ts';
import { selectPlan } from './selectors.ts';
import { must } from './testing.ts';
import { larsCase } from './testPlans.ts';

describe('advice', () => {
  it('names what is missing beyond the law, with the rows and a place', () => {
    const { doc, ctx, ids } = larsCase();
    must(setNextMeeting(doc, ctx, { date: null }));
    const advice = new Map(planAdvice(selectPlan(doc)).map((one) => [one.id, one] as const));
    expect(advice.get('followUp')).toEqual({
      id: 'followUp',
      rows: [],
      anchor: 'nextMeeting',
      date: '2026-05-20',
    });
    expect(advice.get('undecided')?.rows).toEqual([ids.talks]);
    expect(advice.get('rowFollowUp')?.anchor).toBe(`row-${ids.talks}`);
    expect(advice.has('leadPhone')).toBe(true);
    expect(advice.has('timing')).toBe(false);
    expect(advice.has('undecidedNoDate')).toBe(false);
  });

  it('asks of a goal only what the plan does not answer; A is Accepterat', () => {
    const plan = selectPlan(larsCase().doc);
    const [step] = plan.subgoals;
    if (step === undefined) throw new Error('no step');
    const asked = smartQuestions(plan, step).flatMap(({ letter, ask }) => (ask ? [letter] : []));
    expect(asked).toEqual(['accepterat', 'realistiskt']);
    const vague = smartQuestions(plan, {
      ...step,
      text: 'Må bättre',
      date: { value: null, both: [] },
    });
    expect(vague.every(({ ask }) => ask)).toBe(true);
  });
});

describe('hard words', () => {
  const found = (text: string): readonly string[] => findHardWords(text).map(({ id }) => id);

  it('are at least sixty, each with a name and an easy explanation of its own', () => {
    expect(hardWordIds.length).toBeGreaterThanOrEqual(60);
    expect(new Set(hardWordIds).size).toBe(hardWordIds.length);
    const words: Readonly<Record<string, { readonly term: string; readonly plain: string }>> =
      swedish.words;
    expect(Object.keys(words).sort()).toEqual([...hardWordIds].sort());
    for (const { term, plain } of Object.values(words)) {
      expect(plain.toLowerCase()).not.toContain(term.toLowerCase());
      expect(lixOf(plain), plain).toBeLessThan(30);
    }
  });

  it('are found in their usual forms and nowhere inside other words', () => {
    expect(found('Biståndshandläggaren beviljade insatserna')).toEqual([
      'handlaggare',
      'beviljad',
      'insats',
    ]);
    expect(found('Ny kontakt i solen, en aktiv dag')).toEqual([]);
    expect(found('Stöd enligt SoL och LSS.')).toEqual(['sol', 'lss']);
    expect(found('Läkemedelsgenomgångs')).toEqual(['lakemedelsgenomgang']);
  });

  it('are pointed out row by row', () => {
    const { doc, ctx } = larsCase();
    const row = must(addIntervention(doc, ctx, { text: 'Remiss till kurator' }));
    expect(hardWordsOfPlan(selectPlan(doc)).find((one) => one.row === row)?.words).toEqual([
      { id: 'remiss', written: 'Remiss' },
      { id: 'kurator', written: 'kurator' },
    ]);
  });
});

/** Björnsson's LIX; sentences end with . ! ? or : (domain.md 10.4). */
const lixOf = (text: string): number => {
  const words = text.match(/\p{L}+/gu) ?? [];
  const sentences = (text.match(/[.!?:]/g) ?? ['.']).length;
  const long = words.filter((word) => word.length > 6).length;
  return words.length / sentences + (100 * long) / words.length;
};
