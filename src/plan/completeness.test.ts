import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addIntervention } from './commands/addRows.ts';
import { assignIntervention } from './commands/editRows.ts';
import { setLead } from './commands/wholePlan.ts';
import { isCompleteByLaw, type LawItemId, lawItems } from './completeness.ts';
import { applyUpdate, createPlanDocument, encodeState } from './document.ts';
import type { Authority } from './model.ts';
import { selectPlan } from './selectors.ts';
import { createContext, createWriter, must, per } from './testing.ts';
import { larsCase } from './testPlans.ts';

const item = (plan: ReturnType<typeof selectPlan>, id: LawItemId) =>
  lawItems(plan).find((found) => found.id === id);

describe('the four things the law wants', () => {
  it('are all unmet in an empty plan, each with a place to mend it', () => {
    const items = lawItems(selectPlan(createPlanDocument()));
    expect(items.map(({ met, anchor }) => [met, anchor])).toEqual([
      [false, 'interventions'],
      [false, 'interventions'],
      [false, 'interventions'],
      [false, 'lead'],
    ]);
  });

  it('are met in the plan of Lars, undecided help and all', () => {
    const plan = selectPlan(larsCase().doc);
    expect(isCompleteByLaw(plan)).toBe(true);
    expect(
      lawItems(plan).every(({ anchor, missing }) => anchor === null && missing.length === 0),
    ).toBe(true);
  });

  it('lead to the intervention whose authority is missing', () => {
    const { doc, ctx, ids } = larsCase();
    must(
      assignIntervention(doc, ctx, {
        id: ids.talks,
        doers: [{ participantId: ids.per, name: '', function: '', service: '', authority: null }],
      }),
    );
    expect(item(selectPlan(doc), 'responsible')).toEqual({
      id: 'responsible',
      met: false,
      missing: [ids.talks],
      anchor: `row-${ids.talks}`,
    });
  });

  it('want somebody else named, by a function at least', () => {
    const { doc, ctx } = larsCase();
    const doer = {
      participantId: null,
      name: '',
      function: ' ',
      service: '',
      authority: 'annan',
    } as const;
    const id = must(addIntervention(doc, ctx, { text: 'Mentor möter', doers: [doer] }));
    expect(item(selectPlan(doc), 'others')?.missing).toEqual([id]);
    must(assignIntervention(doc, ctx, { id, doers: [{ ...doer, function: 'mentor' }] }));
    expect(isCompleteByLaw(selectPlan(doc))).toBe(true);
  });

  it('are unmet while two have written different lead authorities', () => {
    const { doc, ctx } = larsCase();
    const other = createPlanDocument();
    must(applyUpdate(other, encodeState(doc)));
    must(setLead(doc, ctx, { authority: 'region' }));
    must(setLead(other, createContext('b', per), { authority: null }));
    must(setLead(other, createContext('c', per), { authority: 'kommun' }));
    must(applyUpdate(doc, encodeState(other)));
    expect(item(selectPlan(doc), 'lead')?.met).toBe(false);
  });

  it('hold for exactly the plans that the law describes', () => {
    const authority = fc.constantFrom<(Authority | null)[]>('region', 'kommun', 'annan', null);
    const row = fc.record({
      text: fc.constantFrom('', '  ', 'Samtal'),
      doers: fc.array(fc.record({ authority, name: fc.constantFrom('', 'Anna') }), {
        maxLength: 3,
      }),
    });
    const lead = fc.constantFrom<('region' | 'kommun' | null)[]>('region', 'kommun', null);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), lead, (rows, authorityOfLead) => {
        const { doc, ctx } = createWriter();
        for (const { text, doers } of rows) {
          must(
            addIntervention(doc, ctx, {
              text,
              doers: doers.map((doer) => ({
                ...doer,
                participantId: null,
                function: '',
                service: '',
              })),
            }),
          );
        }
        must(setLead(doc, ctx, { authority: authorityOfLead }));
        const counted = rows.filter(({ text }) => text.trim() !== '');
        const expected =
          counted.length > 0 &&
          authorityOfLead !== null &&
          counted.every(
            ({ doers }) =>
              doers.length > 0 &&
              doers.every(
                ({ authority: of, name }) => of !== null && (of !== 'annan' || name !== ''),
              ),
          );
        const items = lawItems(selectPlan(doc));
        expect(items.every(({ met }) => met)).toBe(expected);
        for (const { met, anchor, missing } of items) {
          expect(anchor === null).toBe(met);
          if (met) expect(missing).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });
});
