import { describe, expect, it } from 'vitest';
import { firstFollowUpDate, selectAgreed } from './agreed.ts';
import { addIntervention } from './commands/addRows.ts';
import { setDecision } from './commands/editRows.ts';
import { applyUpdate, createPlanDocument, encodeState } from './document.ts';
import { selectPlan } from './selectors.ts';
import { createContext, must, per } from './testing.ts';
import { larsCase } from './testPlans.ts';

describe('what is agreed', () => {
  it('is counted apart from what waits for an answer', () => {
    const { agreed, undecided } = selectAgreed(selectPlan(larsCase().doc));
    expect(agreed.map(({ text }) => text)).toEqual([
      'Gå igenom mediciner',
      'Gå ut efter kvällsmjölkningen',
    ]);
    expect(undecided.map(({ text }) => text)).toEqual(['Samtal varje vecka']);
  });

  it('is turned round by person, the individual last as "Du själv"', () => {
    const { doc, ctx, ids } = larsCase();
    must(
      addIntervention(doc, ctx, {
        text: 'Besök i ladugården',
        doers: [
          { participantId: ids.eva, name: 'Eva', function: '', service: '', authority: 'region' },
          { participantId: null, name: '', function: 'LRF-vän', service: '', authority: 'annan' },
          { participantId: ids.lars, name: 'Lars', function: '', service: '', authority: null },
        ],
      }),
    );
    const people = selectAgreed(selectPlan(doc)).byPerson;
    expect(people.map((one) => [one.name || one.function, one.isSelf, one.rows.length])).toEqual([
      ['Eva', false, 2],
      ['Per', false, 1],
      ['LRF-vän', false, 1],
      ['Lars', true, 2],
    ]);
    expect(people[0]?.service).toBe('Vårdcentralen i Åby');
  });

  it('leaves out what the caller leaves out, and rows without words', () => {
    const { doc, ctx } = larsCase();
    must(addIntervention(doc, ctx, { text: ' ' }));
    const plan = selectPlan(doc);
    expect(selectAgreed(plan).agreed).toHaveLength(2);
    expect(selectAgreed(plan, ({ shown }) => shown).agreed).toEqual([]);
  });

  it('does not count what nobody has said that they do', () => {
    const { doc, ctx } = larsCase();
    const before = selectAgreed(selectPlan(doc)).agreed;
    const id = must(addIntervention(doc, ctx, { text: 'Boendestöd på morgonen' }));
    const { agreed, untaken } = selectAgreed(selectPlan(doc));
    expect(agreed).toHaveLength(before.length);
    expect(untaken.map((row) => row.id)).toEqual([id]);
  });

  it('waits while two have written different decisions', () => {
    const { doc, ctx, ids } = larsCase();
    const other = createPlanDocument();
    must(applyUpdate(other, encodeState(doc)));
    must(setDecision(doc, ctx, { id: ids.medicine, decision: { kind: 'fattat' } }));
    const decision = { kind: 'provas', by: 'Eva', date: '2026-05-11' } as const;
    must(setDecision(other, createContext('b', per), { id: ids.medicine, decision }));
    must(applyUpdate(doc, encodeState(other)));
    const plan = selectPlan(doc);
    expect(selectAgreed(plan).undecided.map(({ id }) => id)).toEqual([ids.medicine, ids.talks]);
    expect(firstFollowUpDate(plan)).toBe('2026-05-11');
  });

  it('offers the earliest answer as the first date to follow up, or none', () => {
    expect(firstFollowUpDate(selectPlan(larsCase().doc))).toBe('2026-05-20');
    expect(firstFollowUpDate(selectPlan(createPlanDocument()))).toBeNull();
  });
});
