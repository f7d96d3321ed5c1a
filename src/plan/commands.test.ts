import { describe, expect, it } from 'vitest';
import {
  addIntervention,
  addLongTermGoal,
  addNote,
  addSituation,
  addSubgoal,
} from './commands/addRows.ts';
import {
  assignIntervention,
  changeKind,
  setDecision,
  setLongTermGoal,
  setRowText,
  setStatus,
  setSubgoalDate,
} from './commands/editRows.ts';
import { moveRow, putAway, takeBack } from './commands/moveRows.ts';
import {
  addParticipant,
  setParticipantField,
  setParticipantText,
} from './commands/participants.ts';
import { setNotFor, setNotWithChild, setShown, showAllAgreed } from './commands/showRows.ts';
import { setLead, setNextMeeting, setPlanField } from './commands/wholePlan.ts';
import { encodeState } from './document.ts';
import { createUndo } from './documentUndo.ts';
import { spliceText } from './documentWrite.ts';
import { limits } from './limits.ts';
import { selectPlan } from './selectors.ts';
import { createWriter, eva, must } from './testing.ts';
import { larsCase } from './testPlans.ts';

describe('an intervention', () => {
  it('is written with one text and three taps, in one step that one undo takes back', () => {
    const { doc, ctx, ids } = larsCase();
    const undo = createUndo(doc);
    const doers = [
      { participantId: ids.per, name: 'Per', function: '', service: '', authority: 'kommun' },
    ] as const;
    const decision = { kind: 'provas', by: 'Per', date: '2026-06-01' } as const;
    const id = must(
      addIntervention(doc, ctx, {
        text: 'Boendestöd på morgonen',
        subgoalId: ids.sleep,
        doers,
        timing: { every: 'dag', before: null, text: '' },
        decision,
      }),
    );
    const row = selectPlan(doc).subgoals[0]?.interventions.at(-1);
    expect([row?.id, row?.doers.value, row?.decision.value, row?.createdBy]).toEqual([
      id,
      doers,
      decision,
      eva,
    ]);
    undo.undo();
    expect(selectPlan(doc).subgoals[0]?.interventions).toHaveLength(2);
    expect(undo.canUndo()).toBe(false);
  });

  it('keeps its details when it becomes something else and comes back', () => {
    const { doc, ctx, ids } = larsCase();
    must(changeKind(doc, ctx, { id: ids.talks, kind: 'disagreement' }));
    expect(selectPlan(doc).disagreements.map(({ id }) => id)).toEqual([ids.talks]);
    must(changeKind(doc, ctx, { id: ids.talks, kind: 'intervention' }));
    expect(selectPlan(doc).subgoals[0]?.interventions[1]?.timing.value?.every).toBe('vecka');
  });
});

describe('a command', () => {
  it('refuses what is too long, unknown or of another kind, and changes nothing', () => {
    const { doc, ctx, ids } = larsCase();
    const before = encodeState(doc);
    const long = 'x'.repeat(limits.rowText + 1);
    const refusals = [
      addNote(doc, ctx, { text: long }),
      setRowText(doc, ctx, { id: ids.walk, text: long }),
      setPlanField(doc, ctx, { field: 'name', value: long }),
      setNextMeeting(doc, ctx, { date: '2026-02-30' }),
      setNextMeeting(doc, ctx, { time: '25:00' }),
      setSubgoalDate(doc, ctx, { id: ids.sleep, date: 'snart' }),
      setStatus(doc, ctx, { id: ids.walk, status: 'klart' }),
      setDecision(doc, ctx, { id: ids.sleep, decision: { kind: 'fattat' } }),
      setDecision(doc, ctx, { id: 'unknown', decision: null }),
      addIntervention(doc, ctx, { text: '', subgoalId: ids.walk }),
      addIntervention(doc, ctx, { text: '', subgoalId: 'unknown' }),
      setLead(doc, ctx, { participantId: ids.sleep }),
      setParticipantField(doc, ctx, { id: ids.sleep, field: 'call', value: 'kallad' }),
      setNotFor(doc, ctx, { id: ids.eva, notFor: ['Karin'] }),
      moveRow(doc, ctx, { id: ids.talks, after: 'unknown' }),
      putAway(doc, ctx, { id: 'unknown' }),
      spliceText(
        doc,
        ctx,
        { item: 'unknown', field: 'text' },
        { index: 0, remove: 0, insert: 'a' },
      ),
    ].map((result) => (result.ok ? 'ok' : result.error.kind));
    expect(refusals).toEqual([
      'tooLong',
      'tooLong',
      'tooLong',
      'invalid',
      'invalid',
      'invalid',
      'wrongKind',
      'wrongKind',
      'notFound',
      'wrongKind',
      'notFound',
      'wrongKind',
      'wrongKind',
      'wrongKind',
      'notFound',
      'notFound',
      'notFound',
    ]);
    expect(encodeState(doc)).toEqual(before);
  });

  it('writes nothing when the value stands there already', () => {
    const { doc, ctx } = larsCase();
    const before = encodeState(doc);
    must(setLead(doc, ctx, { authority: 'kommun' }));
    must(setNextMeeting(doc, ctx, { date: '2026-06-09' }));
    expect(encodeState(doc)).toEqual(before);
  });

  it('clears a field with nothing', () => {
    const { doc, ctx, ids } = larsCase();
    must(setNextMeeting(doc, ctx, { place: '', caller: null }));
    must(assignIntervention(doc, ctx, { id: ids.talks, doers: [] }));
    const plan = selectPlan(doc);
    expect([plan.nextMeeting.place.value, plan.nextMeeting.caller.value]).toEqual([null, null]);
    expect(plan.subgoals[0]?.interventions[1]?.doers.value).toBeNull();
  });

  it('answers the three questions of Sammanfattning apart', () => {
    const { doc, ctx } = larsCase();
    must(setPlanField(doc, ctx, { field: 'answerUnclear', value: 'nej' }));
    must(setPlanField(doc, ctx, { field: 'answerSoundsGood', value: 'delvis' }));
    must(setPlanField(doc, ctx, { field: 'answerSaysYes', value: 'tanka' }));
    const { unclear, soundsGood, saysYes } = selectPlan(doc).answers;
    expect([unclear.value, soundsGood.value, saysYes.value]).toEqual(['nej', 'delvis', 'tanka']);
  });
});

describe('a subgoal', () => {
  it('can be a step towards a long-term goal, and no longer', () => {
    const { doc, ctx, ids } = larsCase();
    const goal = must(addLongTermGoal(doc, ctx, { text: 'Behålla gården' }));
    must(setLongTermGoal(doc, ctx, { id: ids.sleep, longTermGoalId: goal }));
    expect(selectPlan(doc).subgoals[0]?.longTermGoalId).toBe(goal);
    must(setLongTermGoal(doc, ctx, { id: ids.sleep, longTermGoalId: null }));
    expect(selectPlan(doc).subgoals[0]?.longTermGoalId).toBeNull();
    expect(setLongTermGoal(doc, ctx, { id: ids.sleep, longTermGoalId: ids.walk }).ok).toBe(false);
  });
});

describe('participants', () => {
  it('are written with what is known, and mended', () => {
    const { doc, ctx } = createWriter();
    const id = must(addParticipant(doc, ctx, { name: 'Eva', call: 'kallad', authority: 'region' }));
    must(setParticipantText(doc, ctx, { id, field: 'name', text: 'Eva Ek' }));
    must(setParticipantField(doc, ctx, { id, field: 'attendance', value: 'video' }));
    const [one] = selectPlan(doc).participants;
    expect([one?.name, one?.call.value, one?.authority.value, one?.attendance.value]).toEqual([
      'Eva Ek',
      'kallad',
      'region',
      'video',
    ]);
    expect(one?.shown).toBe(false);
  });
});

describe('what the room sees', () => {
  it('with Visa allt vi är överens om: goals, help and who holds the plan, never what works less well', () => {
    const { doc, ctx, ids } = larsCase();
    must(addSituation(doc, ctx, { text: 'Dricker när barnen är hemma', works: 'less' }));
    must(changeKind(doc, ctx, { id: ids.talks, kind: 'disagreement' }));
    must(addNote(doc, ctx, { text: 'För oss' }));
    must(showAllAgreed(doc, ctx));
    const plan = selectPlan(doc);
    expect([plan.lead.shown, plan.subgoals[0]?.shown]).toEqual([true, true]);
    expect(plan.subgoals[0]?.interventions.map(({ shown }) => shown)).toEqual([true]);
    const others = [...plan.worksLess, ...plan.disagreements, ...plan.notes, ...plan.participants];
    expect(others.some(({ shown }) => shown)).toBe(false);
    expect([plan.important.shown, plan.nextMeeting.shown]).toEqual([false, false]);
  });

  it('is taken down when a row is put away or becomes what is never shown', () => {
    const { doc, ctx, ids } = larsCase();
    must(showAllAgreed(doc, ctx));
    must(putAway(doc, ctx, { id: ids.talks }));
    must(takeBack(doc, ctx, { id: ids.talks }));
    must(changeKind(doc, ctx, { id: ids.walk, kind: 'later' }));
    must(changeKind(doc, ctx, { id: ids.walk, kind: 'ownAction' }));
    const [step] = selectPlan(doc).subgoals;
    expect(step?.interventions.map(({ shown }) => shown)).toEqual([true, false]);
    expect(step?.ownActions.map(({ shown }) => shown)).toEqual([false]);
  });

  it('can be what is important and the next meeting, each by its own switch', () => {
    const { doc, ctx, ids } = larsCase();
    for (const item of ['important', 'nextMeeting', ids.eva]) {
      must(setShown(doc, ctx, { item, shown: true }));
    }
    const plan = selectPlan(doc);
    expect([plan.important.shown, plan.nextMeeting.shown]).toEqual([true, true]);
    expect(plan.participants.filter(({ shown }) => shown).map(({ id }) => id)).toEqual([ids.eva]);
  });

  it('can be kept from somebody, and from a child in the room', () => {
    const { doc, ctx, ids } = larsCase();
    must(setNotFor(doc, ctx, { id: ids.talks, notFor: ['Karin', ' Karin ', ''] }));
    must(setNotWithChild(doc, ctx, { id: ids.talks, notWithChild: true }));
    const row = selectPlan(doc).subgoals[0]?.interventions[1];
    expect([row?.notFor, row?.notWithChild]).toEqual([['Karin'], true]);
  });
});

describe('what was put away', () => {
  it('leaves the help under a step standing, and takes it in again', () => {
    const { doc, ctx, ids } = larsCase();
    must(putAway(doc, ctx, { id: ids.sleep }));
    expect(selectPlan(doc).looseInterventions.map(({ id }) => id)).toEqual([
      ids.medicine,
      ids.talks,
    ]);
    expect(selectPlan(doc).putAway).toMatchObject([
      { id: ids.sleep, kind: 'subgoal', text: 'Sova sex timmar per natt', by: eva },
    ]);
    must(takeBack(doc, ctx, { id: ids.sleep }));
    expect(selectPlan(doc).subgoals[0]?.interventions).toHaveLength(2);
    expect(selectPlan(doc).putAway).toEqual([]);
  });
});

describe('reading', () => {
  it('gives the same objects for what did not change', () => {
    const { doc, ctx, ids } = larsCase();
    must(addSubgoal(doc, ctx, { text: 'Annat steg' }));
    const before = selectPlan(doc);
    expect(selectPlan(doc)).toBe(before);
    must(setRowText(doc, ctx, { id: ids.talks, text: 'Samtal var vecka' }));
    const after = selectPlan(doc);
    expect(after).not.toBe(before);
    expect(after.subgoals[1]).toBe(before.subgoals[1]);
    expect(after.subgoals[0]?.interventions[0]).toBe(before.subgoals[0]?.interventions[0]);
    expect(after.subgoals[0]).not.toBe(before.subgoals[0]);
    expect(after.participants[0]).toBe(before.participants[0]);
  });
});
