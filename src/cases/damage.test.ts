import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addNote } from '../plan/commands/addRows.ts';
import { openRecord } from '../vault/sealRecord.ts';
import { payloadToFact } from './factPayload.ts';
import { damages, makeSoundCase, openDamaged } from './testDamage.ts';

describe('a case of which records are damaged', () => {
  it('opens, shows all the rest, and can be written in', async () => {
    const sound = await makeSoundCase();
    /** The id of the fact in each row; null where the row is of the document. */
    const facts = await Promise.all(
      sound.rows.map(async ({ bytes }) => {
        const opened = await openRecord(sound.keys, bytes);
        const fact = opened.ok ? payloadToFact(opened.value.body.payload) : opened;
        return fact.ok ? fact.value.id : null;
      }),
    );
    const seen = { aside: 0, gaps: 0, opened: 0 };
    const property = fc.asyncProperty(damages, async (what) => {
      const { opened, open, touched, left } = await openDamaged(sound, what);
      if (left === 0) return;
      if (!opened.ok) throw new Error(opened.error.kind);
      seen.opened += 1;
      const { state } = opened.value.workspace();
      const ids = new Set(state.log.map(({ fact }) => fact.id));
      for (const [place, id] of facts.entries()) {
        if (id !== null && !touched.has(place)) expect(ids).toContain(id);
      }
      const isDocumentWhole = facts.every((id, place) => id !== null || !touched.has(place));
      if (isDocumentWhole) {
        expect(state.plan.name.value).toBe('Lars');
        expect(state.plan.important.text).toBe('Sova');
      }
      seen.aside += state.setAsideRecords.length;
      const written = await opened.value
        .workspace()
        .edit((doc, ctx) => addNote(doc, ctx, { text: 'Går att skriva ändå' }));
      expect(written.ok).toBe(true);
      expect((await opened.value.close()).ok).toBe(true);
      const again = await open();
      if (!again.ok) throw new Error(again.error.kind);
      const { notes } = again.value.workspace().state.plan;
      expect(notes.map(({ text }) => text)).toContain('Går att skriva ändå');
      again.value.abandon();
    });
    // More kinds of damage, and many more, in e2e/many.
    await fc.assert(property, { numRuns: 400 });
    expect(seen.opened).toBeGreaterThan(250);
    expect(seen.aside).toBeGreaterThan(120);
  }, 180_000);
});
