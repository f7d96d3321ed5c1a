import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addIntervention, addNote } from './commands/addRows.ts';
import { setPlanField } from './commands/wholePlan.ts';
import { applyUpdate, createPlanDocument, encodeState, onLocalUpdate } from './document.ts';
import { limits } from './limits.ts';
import { selectPlan } from './selectors.ts';
import { createWriter, must } from './testing.ts';
import { larsCase } from './testPlans.ts';

/** A document that somebody else's program wrote. */
const foreign = (write: (y: Y.Doc) => void): ReturnType<typeof createPlanDocument> => {
  const y = new Y.Doc();
  y.transact(() => write(y));
  const doc = createPlanDocument();
  must(applyUpdate(doc, Y.encodeStateAsUpdate(y)));
  return doc;
};

const by = { name: 'Eva', function: '', unit: '' };

describe('a damaged update', () => {
  it('is joined whole or changes nothing', () => {
    const updates: Uint8Array[] = [];
    const source = createWriter('s');
    onLocalUpdate(source.doc, (update) => updates.push(update));
    must(addNote(source.doc, source.ctx, { text: 'Sover illa' }));
    must(addIntervention(source.doc, source.ctx, { text: 'Samtal', where: 'Hemma' }));
    must(setPlanField(source.doc, source.ctx, { field: 'noticedBy', value: ['skola'] }));
    const damage = fc.record({
      which: fc.nat({ max: updates.length - 1 }),
      at: fc.nat({ max: 400 }),
      byte: fc.nat({ max: 255 }),
      keep: fc.option(fc.nat({ max: 200 })),
    });
    const state = encodeState(larsCase().doc);
    let refused = 0;
    fc.assert(
      fc.property(damage, ({ which, at, byte, keep }) => {
        const bytes = new Uint8Array(updates[which] ?? []);
        bytes[at % bytes.length] = byte;
        const doc = createPlanDocument();
        must(applyUpdate(doc, state));
        const before = encodeState(doc);
        const plan = selectPlan(doc);
        const result = applyUpdate(doc, keep === null ? bytes : bytes.slice(0, keep));
        if (result.ok) return void selectPlan(doc);
        refused += 1;
        expect(encodeState(doc)).toEqual(before);
        expect(selectPlan(doc)).toBe(plan);
      }),
      { numRuns: 300 },
    );
    expect(refused).toBeGreaterThan(20);
  }, 60_000);
});

describe('what cannot be read', () => {
  it('is set aside and counted, and all else is shown', () => {
    const doc = foreign((y) => {
      const items = y.getMap('items');
      items.set('good', { kind: 'note', at: 1, by });
      items.set('odd', { kind: 'novel', at: 1, by });
      items.set('number', 7);
      const registers = y.getMap('registers');
      registers.set('good|there|w1', { value: true, by, at: 1 });
      registers.set('good|notFor|w2', { value: 'everybody', by, at: 1 });
      registers.set('plan|nextDate|w3', { value: '2026-02-31', by, at: 1 });
      registers.set('plan|name|w4', { value: 'Lars', by, at: 1 });
      registers.set('nonsense', 1);
      y.getText('t/good/text').insert(0, 'Sover illa');
    });
    const plan = selectPlan(doc);
    expect(plan.notes.map(({ text }) => text)).toEqual(['Sover illa']);
    expect(plan.name.value).toBe('Lars');
    expect(plan.nextMeeting.date).toEqual({ value: null, both: [] });
    expect(plan.setAside).toBe(5);
  });

  it('never stops the reading, whatever stands in the document', () => {
    const key = fc.oneof(
      fc.string({ maxLength: 10 }),
      fc.constantFrom(
        'row|there|w',
        'row|kind|w',
        'plan|name|w',
        'row|order|w',
        '||',
        'row|doers|w',
      ),
    );
    const entry = fc.tuple(key, fc.jsonValue({ maxDepth: 2 }));
    fc.assert(
      fc.property(fc.array(entry), fc.array(entry), (items, registers) => {
        const doc = foreign((y) => {
          y.getMap('items').set('row', { kind: 'intervention', at: 1, by });
          for (const [id, value] of items) y.getMap('items').set(id, value);
          for (const [id, value] of registers) {
            y.getMap('registers').set(id, value);
            y.getMap('registers').set(`${id}2`, { value, by, at: 1 });
          }
        });
        expect(selectPlan(doc).setAside).toBeGreaterThanOrEqual(0);
        must(addNote(doc, createWriter().ctx, { text: 'Går att skriva ändå' }));
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('has texts no longer than they may be', () => {
    const doc = foreign((y) => {
      y.getMap('items').set('row', { kind: 'note', at: 1, by });
      y.getMap('registers').set('row|there|w1', { value: true, by, at: 1 });
      y.getText('t/row/text').insert(0, 'x'.repeat(limits.rowText + 10));
    });
    expect(selectPlan(doc).notes[0]?.text).toHaveLength(limits.rowText);
  });

  it('of a newer program is shown and not written', () => {
    const doc = foreign((y) => {
      y.getMap('meta').set('schema', 2);
      y.getMap('registers').set('plan|name|w1', { value: 'Lars', by, at: 1 });
    });
    const before = encodeState(doc);
    expect(selectPlan(doc).readOnly).toBe(true);
    expect(selectPlan(doc).name.value).toBe('Lars');
    expect(addNote(doc, createWriter().ctx, { text: 'Nej' })).toEqual({
      ok: false,
      error: { kind: 'readOnly' },
    });
    expect(encodeState(doc)).toEqual(before);
  });
});
