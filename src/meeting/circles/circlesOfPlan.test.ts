import { describe, expect, it } from 'vitest';
import { addParticipant, setParticipantField } from '../../plan/commands/participants.ts';
import { setPlanField } from '../../plan/commands/wholePlan.ts';
import { selectPlan } from '../../plan/selectors.ts';
import { must } from '../../plan/testing.ts';
import { larsCase } from '../../plan/testPlans.ts';
import { circlesOfPlan } from './circlesOfPlan.ts';

describe('the circles of those who come', () => {
  it('are the individual’s own by their audience, and the others’ by what they are', () => {
    const { doc, ctx } = larsCase();
    must(setPlanField(doc, ctx, { field: 'audience', value: 'ungdom' }));
    expect(circlesOfPlan(selectPlan(doc))).toEqual(['ungdomar', 'narstaende', 'personal']);
    must(addParticipant(doc, ctx, { name: 'Sara', function: 'Mamma' }));
    must(addParticipant(doc, ctx, { name: 'Bo', function: 'god man', service: 'Åby' }));
    expect(circlesOfPlan(selectPlan(doc))).toEqual([
      'ungdomar',
      'foraldrar',
      'narstaende',
      'ovriga',
      'personal',
    ]);
  });

  it('leave out who does not come, and the individual who leads and has the leader’s', () => {
    const { doc, ctx, ids } = larsCase();
    must(setPlanField(doc, ctx, { field: 'audience', value: 'vuxen' }));
    must(setPlanField(doc, ctx, { field: 'leads', value: 'huvudperson' }));
    must(setParticipantField(doc, ctx, { id: ids.karin, field: 'reply', value: 'kommerInte' }));
    expect(circlesOfPlan(selectPlan(doc))).toEqual(['personal']);
  });

  it('are not a parent’s for a title that only begins like one', () => {
    const { doc, ctx } = larsCase();
    must(addParticipant(doc, ctx, { name: 'Ali', function: 'farmaceut', authority: 'region' }));
    must(addParticipant(doc, ctx, { name: 'Siv', function: 'mormor' }));
    expect(circlesOfPlan(selectPlan(doc))).toEqual(['narstaende', 'personal']);
  });
});
