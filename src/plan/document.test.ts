import { describe, expect, it } from 'vitest';
import { addIntervention, addNote, addSubgoal } from './commands/addRows.ts';
import { changeKind } from './commands/editRows.ts';
import { moveRow, putAway, takeBack } from './commands/moveRows.ts';
import { setShown, showAllAgreed } from './commands/showRows.ts';
import { chooseValue, setNextMeeting, setPlanField } from './commands/wholePlan.ts';
import {
  applySnapshot,
  applyUpdate,
  applyUpdates,
  createPlanDocument,
  encodeState,
  mergeUpdates,
  onLocalUpdate,
  type PlanDocument,
} from './document.ts';
import { readText } from './documentRead.ts';
import { createUndo } from './documentUndo.ts';
import { spliceText } from './documentWrite.ts';
import { selectPlan } from './selectors.ts';
import { createContext, createWriter, must, per } from './testing.ts';

const copyOf = (doc: PlanDocument): PlanDocument => {
  const copy = createPlanDocument();
  must(applySnapshot(copy, encodeState(doc)));
  return copy;
};

const exchange = (a: PlanDocument, b: PlanDocument): void => {
  const [fromA, fromB] = [encodeState(a), encodeState(b)];
  must(applyUpdate(a, fromB));
  must(applyUpdate(b, fromA));
};

describe('the plan document', () => {
  it('holds nothing that nobody wrote', () => {
    const doc = createPlanDocument();
    selectPlan(doc);
    expect(encodeState(doc)).toEqual(encodeState(createPlanDocument()));
    expect(encodeState(doc).length).toBeLessThan(4);
  });

  it('is the same after a snapshot', () => {
    const { doc, ctx } = createWriter();
    const step = must(addSubgoal(doc, ctx, { text: 'Sova sex timmar per natt' }));
    must(addIntervention(doc, ctx, { text: 'Gå igenom mediciner', subgoalId: step }));
    must(setPlanField(doc, ctx, { field: 'name', value: 'Lars' }));
    expect(selectPlan(copyOf(doc))).toEqual(selectPlan(doc));
  });

  it('tells of own updates only, and those make another document equal', () => {
    const { doc, ctx } = createWriter();
    const updates: Uint8Array[] = [];
    onLocalUpdate(doc, (update) => updates.push(update));
    const id = must(addNote(doc, ctx, { text: 'Sover illa' }));
    must(
      spliceText(doc, ctx, { item: id, field: 'text' }, { index: 10, remove: 0, insert: ' nu' }),
    );
    const other = createWriter('b', per);
    must(addNote(other.doc, other.ctx, { text: 'Från en annan' }));
    const count = updates.length;
    must(applyUpdate(doc, encodeState(other.doc)));
    expect(updates).toHaveLength(count);
    const third = createPlanDocument();
    must(applyUpdate(third, mergeUpdates(updates)));
    expect(selectPlan(third).notes.map(({ text }) => text)).toEqual(['Sover illa nu']);
  });

  it('refuses what is too large or no update, and is then as it was', () => {
    const { doc, ctx } = createWriter();
    must(addNote(doc, ctx, { text: 'Här' }));
    const before = encodeState(doc);
    expect(applyUpdate(doc, new Uint8Array(256 * 1024 + 1))).toEqual({
      ok: false,
      error: { kind: 'tooLarge' },
    });
    expect(applyUpdate(doc, before.slice(0, before.length - 3)).ok).toBe(false);
    expect(encodeState(doc)).toEqual(before);
  });

  it('joins the good ones of many updates and names the others by place', () => {
    const { doc, ctx } = createWriter();
    const updates: Uint8Array[] = [];
    onLocalUpdate(doc, (update) => updates.push(update));
    must(addNote(doc, ctx, { text: 'Ett' }));
    must(addNote(doc, ctx, { text: 'Två' }));
    const joined = createPlanDocument();
    const damaged = new Uint8Array([1, 255, 3]);
    expect(applyUpdates(joined, [updates[0] ?? damaged, damaged, updates[1] ?? damaged])).toEqual([
      1,
    ]);
    expect(selectPlan(joined)).toEqual(selectPlan(doc));
  });
});

describe('a field with one value that matters', () => {
  it('shows both when two wrote at the same time, and settles when a person chooses', () => {
    const a = createWriter('a');
    must(setNextMeeting(a.doc, a.ctx, { date: '2026-06-09' }));
    const b = { doc: copyOf(a.doc), ctx: createContext('b', per) };
    must(setNextMeeting(a.doc, a.ctx, { date: '2026-06-10' }));
    must(setNextMeeting(b.doc, b.ctx, { date: '2026-06-11' }));
    exchange(a.doc, b.doc);
    const { date } = selectPlan(a.doc).nextMeeting;
    expect(date.value).toBeNull();
    expect(date.both.map(({ value }) => value).sort()).toEqual(['2026-06-10', '2026-06-11']);
    expect(selectPlan(a.doc).unsettled.map(({ item, field }) => [item, field])).toEqual([
      ['plan', 'nextDate'],
    ]);
    const perWrote = date.both.find(({ by }) => by.name === per.name);
    must(chooseValue(a.doc, a.ctx, { writeId: perWrote?.writeId ?? '' }));
    expect(selectPlan(a.doc).nextMeeting.date).toEqual({ value: '2026-06-11', both: [] });
    exchange(a.doc, b.doc);
    expect(selectPlan(b.doc).nextMeeting.date).toEqual({ value: '2026-06-11', both: [] });
  });

  it('asks nothing when two wrote the same', () => {
    const a = createWriter('a');
    const b = createWriter('b', per);
    must(setPlanField(a.doc, a.ctx, { field: 'leadAuthority', value: 'region' }));
    must(setPlanField(b.doc, b.ctx, { field: 'leadAuthority', value: 'region' }));
    exchange(a.doc, b.doc);
    expect(selectPlan(a.doc).lead.authority).toEqual({ value: 'region', both: [] });
  });
});

describe('rows', () => {
  it('keeps id and text when a note becomes an intervention', () => {
    const { doc, ctx } = createWriter();
    const id = must(addNote(doc, ctx, { text: 'Boendestöd på morgonen' }));
    must(changeKind(doc, ctx, { id, kind: 'intervention', decision: { kind: 'fattat' } }));
    const plan = selectPlan(doc);
    expect(plan.notes).toEqual([]);
    expect(plan.looseInterventions.map((row) => [row.id, row.text, row.decision.value])).toEqual([
      [id, 'Boendestöd på morgonen', { kind: 'fattat' }],
    ]);
  });

  it('come back whole from Borttaget, with what somebody else wrote meanwhile', () => {
    const a = createWriter('a');
    const id = must(addNote(a.doc, a.ctx, { text: 'Ring' }));
    const b = { doc: copyOf(a.doc), ctx: createContext('b', per) };
    must(putAway(a.doc, a.ctx, { id }));
    must(
      spliceText(
        b.doc,
        b.ctx,
        { item: id, field: 'text' },
        { index: 4, remove: 0, insert: ' Per' },
      ),
    );
    exchange(a.doc, b.doc);
    expect(selectPlan(a.doc).notes).toEqual([]);
    expect(selectPlan(a.doc).putAway.map(({ text }) => text)).toEqual(['Ring Per']);
    must(takeBack(a.doc, a.ctx, { id }));
    expect(selectPlan(a.doc).notes.map(({ text }) => text)).toEqual(['Ring Per']);
  });

  it('stand where they were moved, also when two hold the same place', () => {
    const a = createWriter('a');
    const b = createWriter('b', per);
    const one = must(addNote(a.doc, a.ctx, { text: '1' }));
    const two = must(addNote(b.doc, b.ctx, { text: '2' }));
    exchange(a.doc, b.doc);
    const three = must(addNote(a.doc, a.ctx, { text: '3' }));
    must(moveRow(a.doc, a.ctx, { id: three, after: one }));
    expect(selectPlan(a.doc).notes.map(({ id }) => id)).toEqual([one, three, two]);
    must(moveRow(a.doc, a.ctx, { id: two, after: null }));
    expect(selectPlan(a.doc).notes.map(({ id }) => id)).toEqual([two, one, three]);
  });

  it('start hidden, are hidden when two disagree, and notes are never shown', () => {
    const a = createWriter('a');
    const step = must(addSubgoal(a.doc, a.ctx, { text: 'Sova' }));
    const note = must(addNote(a.doc, a.ctx, { text: 'För oss' }));
    expect(selectPlan(a.doc).subgoals[0]?.shown).toBe(false);
    expect(setShown(a.doc, a.ctx, { item: note, shown: true }).ok).toBe(false);
    must(showAllAgreed(a.doc, a.ctx));
    expect(selectPlan(a.doc).subgoals[0]?.shown).toBe(true);
    expect(selectPlan(a.doc).notes[0]?.shown).toBe(false);
    const b = { doc: copyOf(a.doc), ctx: createContext('b', per) };
    must(setShown(a.doc, a.ctx, { item: step, shown: false }));
    must(setShown(b.doc, b.ctx, { item: step, shown: false }));
    must(setShown(b.doc, b.ctx, { item: step, shown: true }));
    exchange(a.doc, b.doc);
    expect(selectPlan(a.doc).subgoals[0]?.shown).toBe(false);
  });
});

describe('undo', () => {
  it('takes back own steps one by one, and redo brings them again', () => {
    const { doc, ctx } = createWriter();
    const undo = createUndo(doc);
    const id = must(addNote(doc, ctx, { text: 'Ett' }));
    must(changeKind(doc, ctx, { id, kind: 'later' }));
    expect(undo.undo()).toBe(true);
    expect(selectPlan(doc).notes).toHaveLength(1);
    expect(undo.undo()).toBe(true);
    expect(selectPlan(doc).notes).toEqual([]);
    expect(selectPlan(doc).putAway).toEqual([]);
    expect(undo.canUndo()).toBe(false);
    undo.redo();
    undo.redo();
    expect(selectPlan(doc).later.map(({ text }) => text)).toEqual(['Ett']);
  });

  it('leaves what others wrote, also in a row whose addition it takes back', () => {
    const { doc, ctx } = createWriter();
    const undo = createUndo(doc);
    const id = must(addNote(doc, ctx, { text: 'Ring' }));
    const b = { doc: copyOf(doc), ctx: createContext('b', per) };
    must(
      spliceText(
        b.doc,
        b.ctx,
        { item: id, field: 'text' },
        { index: 4, remove: 0, insert: ' Per' },
      ),
    );
    must(applyUpdate(doc, encodeState(b.doc)));
    undo.undo();
    expect(readText(doc, { item: id, field: 'text' })).toBe(' Per');
    expect(selectPlan(doc).putAway.map(({ text }) => text)).toEqual([' Per']);
  });

  it('does not show again what was hidden', () => {
    const { doc, ctx } = createWriter();
    const id = must(addSubgoal(doc, ctx, { text: 'Sova' }));
    must(setShown(doc, ctx, { item: id, shown: true }));
    const undo = createUndo(doc);
    must(setShown(doc, ctx, { item: id, shown: false }));
    expect(undo.undo()).toBe(false);
    expect(selectPlan(doc).subgoals[0]?.shown).toBe(false);
  });

  it('has nothing left after it was cleared', () => {
    const { doc, ctx } = createWriter();
    const undo = createUndo(doc);
    must(addNote(doc, ctx, { text: 'Ett' }));
    undo.clear();
    expect([undo.canUndo(), undo.canRedo(), undo.undo()]).toEqual([false, false, false]);
  });
});
