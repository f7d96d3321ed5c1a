import { describe, expect, it } from 'vitest';
import swedish from '../i18n/locales/sv/plan.json' with { type: 'json' };
import { fieldInventory } from './fieldInventory.ts';
import { planToText } from './planText.ts';
import { plantedPlan, wayOf } from './testPlanted.ts';
import { wordsFrom } from './testWords.ts';

describe('every field of the plan', () => {
  it('reaches the text, or is left out on purpose', () => {
    const words = wordsFrom(swedish);
    const { plan, planted } = plantedPlan(words);
    const text = planToText(plan, words, {
      receiver: null,
      status: { kind: 'draft', date: '2026-05-05' },
      stamp: { kind: 'workingMaterial', organisation: '' },
    });
    const paths = [...planted.keys()];
    const reached = paths.filter((path) => text.includes(planted.get(path) ?? ''));
    expect(reached).toEqual(paths.filter((path) => wayOf(path).text === 'yes'));
  });

  it('that is left out somewhere has a reason', () => {
    for (const [group, fields] of Object.entries(fieldInventory)) {
      for (const [field, way] of Object.entries(fields)) {
        const isLeftOut = way.print === 'no' || way.text === 'no' || way.room === 'no';
        if (isLeftOut) expect(way.why, `${group}.${field}`).not.toBe('');
      }
    }
  });
});
