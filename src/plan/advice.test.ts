import { describe, expect, it } from 'vitest';
import { hardWordsOfPlan, planAdvice, smartQuestions } from './advice.ts';
import { addIntervention } from './commands/addRows.ts';
import { setNextMeeting } from './commands/wholePlan.ts';
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
  it('are pointed out row by row, each once', () => {
    const { doc, ctx } = larsCase();
    const row = must(addIntervention(doc, ctx, { text: 'Remiss till kurator, remissen skickas' }));
    expect(hardWordsOfPlan(selectPlan(doc)).find((one) => one.row === row)?.words).toEqual([
      { id: 'remiss', written: 'Remiss' },
      { id: 'kurator', written: 'kurator' },
    ]);
  });
});
