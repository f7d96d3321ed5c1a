import { expect, it } from 'vitest';
import { setPlanField } from './commands/wholePlan.ts';
import { applyUpdate, createPlanDocument, encodeState } from './document.ts';
import { guardianshipOf } from './guardianship.ts';
import { selectPlan } from './selectors.ts';
import { createContext, createWriter, must, per } from './testing.ts';

it.each([
  ['barn', 'possible'],
  ['ungdom', 'possible'],
  ['vuxen', 'none'],
  ['aldre', 'none'],
  [null, 'unknown'],
] as const)('of a plan for %s a guardian is %s', (audience, expected) => {
  const { doc, ctx } = createWriter();
  must(setPlanField(doc, ctx, { field: 'audience', value: audience }));
  expect(guardianshipOf(selectPlan(doc))).toBe(expected);
});

it('is possible as long as one of two writers has said that it is about a child', () => {
  const { doc, ctx } = createWriter();
  const other = createPlanDocument();
  must(setPlanField(doc, ctx, { field: 'audience', value: 'vuxen' }));
  must(setPlanField(other, createContext('b', per), { field: 'audience', value: 'ungdom' }));
  must(applyUpdate(doc, encodeState(other)));
  expect(guardianshipOf(selectPlan(doc))).toBe('possible');
});
