import { describe, expect, it } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import { recordConsent } from '../consent/recordConsent.ts';
import { afterLines, answerAfterLine } from '../meeting/afterMeeting.ts';
import type { FollowUp } from '../meeting/meetingEvents.ts';
import { defaultShares } from '../meeting/parts.ts';
import { addIntervention } from '../plan/commands/addRows.ts';
import { setDecision } from '../plan/commands/editRows.ts';
import { addParticipant } from '../plan/commands/participants.ts';
import { setNextMeeting, setPlanField, setPlanText } from '../plan/commands/wholePlan.ts';
import { compareCards, isCardOverdue, isTodaysMeeting, selectCard } from './caseCard.ts';
import { foldProcess } from './foldProcess.ts';
import { recordClosed } from './processFacts.ts';
import {
  moveProcess,
  type ProcessEvent,
  processMachine,
  processSteps,
  stepOf,
} from './processMachine.ts';
import { caseSteps, nextStep, stepStates } from './steps.ts';
import { createTestCase } from './testCase.ts';
import { isOverdue, selectTodo } from './todo.ts';

const everyEvent: readonly ProcessEvent[] = [
  { type: 'process.prepared' },
  { type: 'process.called' },
  { type: 'process.meetingBegan' },
  { type: 'process.meetingEnded', followUp: 'bokad', noSip: false },
  { type: 'process.meetingEnded', followUp: null, noSip: false },
  { type: 'process.meetingEnded', followUp: 'nyttMote', noSip: false },
  { type: 'process.meetingEnded', followUp: 'avslutas', noSip: false },
  { type: 'process.meetingEnded', followUp: 'bokad', noSip: true },
  { type: 'process.closed' },
];

const begun = () => {
  const sip = createTestCase();
  sip.edit((doc, ctx) => setPlanField(doc, ctx, { field: 'name', value: 'Lars' }));
  return sip;
};

const startMeeting = (sip: ReturnType<typeof begun>) =>
  sip.send({
    type: 'meeting.started',
    minutes: 60,
    shares: defaultShares,
    seenBy: 'nej',
    interpreter: false,
  });

const held = (followUp: FollowUp | null) => {
  const sip = begun();
  startMeeting(sip);
  sip.send({ type: 'meeting.ended', followUp });
  return sip;
};

const kinds = (sip: ReturnType<typeof begun>) => selectTodo(sip.state()).map((todo) => todo.kind);

describe('the process', () => {
  const paths = getShortestPaths(processMachine, {
    events: [...everyEvent],
    serializeState: (snapshot) => JSON.stringify(snapshot.value),
  });
  const states = paths.map((path) => path.state);

  it('reaches every step, and has no dead end: a meeting may begin from anywhere', () => {
    expect(new Set(states.map(stepOf))).toEqual(new Set(processSteps));
    for (const state of states) {
      expect(stepOf(moveProcess(state, { type: 'process.meetingBegan' }))).toBe('meeting');
    }
  });

  it('goes on after a meeting by what was answered', () => {
    const [meeting] = states.filter((state) => stepOf(state) === 'meeting');
    if (meeting === undefined) throw new Error('no meeting');
    const then = (followUp: FollowUp['kind'] | null, noSip = false) =>
      stepOf(moveProcess(meeting, { type: 'process.meetingEnded', followUp, noSip }));
    expect(then('bokad')).toBe('followingUp');
    expect(then('bokas')).toBe('followingUp');
    expect(then(null)).toBe('followingUp');
    expect(then('nyttMote')).toBe('preparing');
    expect(then('avslutas')).toBe('closed');
    expect(then('bokad', true)).toBe('closed');
  });

  it('is read from plan, meetings and facts', () => {
    const sip = begun();
    const step = () => foldProcess(sip.state()).step;
    expect(step()).toBe('noticed');
    sip.edit((doc, ctx) => setPlanText(doc, ctx, { field: 'purpose', text: 'Sova bättre' }));
    expect(step()).toBe('preparing');
    sip.edit((doc, ctx) => addParticipant(doc, ctx, { name: 'Eva', call: 'kallad' }));
    sip.edit((doc, ctx) => setPlanField(doc, ctx, { field: 'meetingDate', value: '2026-06-01' }));
    expect(step()).toBe('called');
    startMeeting(sip);
    expect(step()).toBe('meeting');
    sip.send({ type: 'meeting.ended', followUp: { kind: 'bokad' } });
    expect(foldProcess(sip.state())).toEqual({ step: 'followingUp', meetings: 1 });
    startMeeting(sip);
    sip.send({ type: 'meeting.ended', followUp: { kind: 'bokad' } });
    expect(foldProcess(sip.state())).toEqual({ step: 'followingUp', meetings: 2 });
    sip.record((ctx) => recordClosed(ctx, { ground: 'malenNadda', note: '' }));
    expect(step()).toBe('closed');
  });
});

describe('what waits to be done', () => {
  it('is red only when there was no time and a new meeting is needed', () => {
    const answers: readonly (FollowUp | null)[] = [
      { kind: 'bokad' },
      { kind: 'bokas', by: 'Anna', before: '2026-06-12' },
      { kind: 'avslutas' },
      null,
    ];
    for (const answer of answers) {
      expect(selectTodo(held(answer).state()).some((todo) => todo.red)).toBe(false);
    }
    expect(
      selectTodo(held({ kind: 'nyttMote' }).state())
        .filter((todo) => todo.red)
        .map((todo) => todo.kind),
    ).toEqual(['newMeeting']);
  });

  it('keeps each line of Efter mötet until it is done or not needed', () => {
    const sip = held({ kind: 'bokad' });
    expect(kinds(sip)).toEqual(afterLines.map(() => 'after'));
    const meetingId = sip.state().meeting.current.id;
    sip.record((ctx) => answerAfterLine(ctx, { line: 'ge', state: 'done', meetingId }));
    sip.record((ctx) => answerAfterLine(ctx, { line: 'prata', state: 'notNeeded', meetingId }));
    sip.record((ctx) =>
      answerAfterLine(ctx, { line: 'taBort', state: 'notDone', date: '2026-07-01', meetingId }),
    );
    const lines = selectTodo(sip.state());
    expect(lines.map((todo) => todo.line)).toEqual(['taBort', 'klar', 'skicka', 'forIn']);
    expect(lines.map((todo) => isOverdue(todo, '2026-07-02'))).toEqual([true, false, false, false]);
  });

  it('asks for the follow-up that somebody was to book, until a date is set', () => {
    const sip = held({ kind: 'bokas', by: 'Anna', before: '2026-06-12' });
    expect(selectTodo(sip.state())[0]).toMatchObject({
      kind: 'bookFollowUp',
      who: 'Anna',
      due: '2026-06-12',
    });
    sip.edit((doc, ctx) => setNextMeeting(doc, ctx, { date: '2026-06-20' }));
    expect(kinds(sip)).not.toContain('bookFollowUp');
  });

  it('remembers help that waits for a decision', () => {
    const sip = begun();
    sip.edit((doc, ctx) => {
      const added = addIntervention(doc, ctx, { text: 'Boendestöd' });
      if (added.ok) {
        setDecision(doc, ctx, {
          id: added.value,
          decision: { kind: 'provas', by: 'Per', date: '2026-06-01' },
        });
      }
    });
    expect(selectTodo(sip.state())).toMatchObject([{ kind: 'decision', who: 'Per' }]);
    expect(isCardOverdue(selectCard(sip.state()), '2026-06-01')).toBe(false);
    expect(isCardOverdue(selectCard(sip.state()), '2026-06-02')).toBe(true);
  });

  it('says whom to call off when the person says no before the meeting', () => {
    const sip = begun();
    sip.edit((doc, ctx) => addParticipant(doc, ctx, { name: 'Eva', call: 'kallad' }));
    expect(kinds(sip)).toEqual([]);
    sip.record((ctx) => recordConsent(ctx, { which: 'make', answer: 'no', form: 'muntligt' }));
    expect(selectTodo(sip.state())).toMatchObject([{ kind: 'callOff', who: 'Eva' }]);
  });

  it('goes on with a meeting that was cut short', () => {
    const sip = begun();
    startMeeting(sip);
    sip.send({ type: 'meeting.cutShort' });
    expect(kinds(sip)).toEqual(['continueMeeting']);
    sip.send({ type: 'meeting.continued' });
    expect(kinds(sip)).toEqual([]);
  });
});

describe('the steps of a case', () => {
  it('shows one as the present one, through the whole process', () => {
    const sip = begun();
    const present = () => caseSteps.filter((step) => stepStates(sip.state())[step] === 'now');
    expect(present()).toEqual(['forbered']);
    startMeeting(sip);
    expect(present()).toEqual(['mote']);
    sip.send({ type: 'meeting.ended', followUp: { kind: 'bokad' } });
    expect(present()).toEqual(['efter']);
    const meetingId = sip.state().meeting.current.id;
    for (const line of afterLines) {
      sip.record((ctx) => answerAfterLine(ctx, { line, state: 'done', meetingId }));
    }
    expect(nextStep(sip.state())).toBe('folj-upp');
    expect(stepStates(sip.state())).toMatchObject({ mote: 'done', efter: 'done' });
  });
});

describe('the card of a case', () => {
  it('carries the name chosen for the screen, and the plan’s where none was chosen', () => {
    const sip = begun();
    expect(selectCard(sip.state()).name).toBe('Lars');
    sip.edit((doc, ctx) => setPlanField(doc, ctx, { field: 'screenName', value: 'L' }));
    expect(selectCard(sip.state()).name).toBe('L');
  });

  it('says what is missing before the meeting and what is missing after it', () => {
    expect(selectCard(begun().state()).missing).toEqual([
      'consentMake',
      'consentShare',
      'important',
      'questions',
      'participants',
      'date',
    ]);
    expect(selectCard(held({ kind: 'bokad' }).state()).missing).toEqual([
      'consentMake',
      'law',
      'lead',
      'followUp',
    ]);
  });

  it('is today’s when its start is within two hours or it is under way, never when cut short', () => {
    const sip = begun();
    sip.edit((doc, ctx) => setPlanField(doc, ctx, { field: 'meetingDate', value: '2026-06-01' }));
    sip.edit((doc, ctx) => setPlanField(doc, ctx, { field: 'meetingTime', value: '13:00' }));
    const instantOf = (date: string, time: string) => Date.parse(`${date}T${time}:00Z`);
    const start = instantOf('2026-06-01', '13:00');
    const hours = (count: number) => start + count * 3_600_000;
    const today = (now: number) => isTodaysMeeting(selectCard(sip.state()), now, instantOf);
    expect([-2.1, -2, 0, 2, 2.1].map((count) => today(hours(count)))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    startMeeting(sip);
    expect(today(hours(5))).toBe(true);
    sip.send({ type: 'meeting.cutShort' });
    expect(selectCard(sip.state()).meeting).toBe('cutShort');
    expect(today(hours(5))).toBe(false);
  });

  it('is the same again from the same case, and survives JSON', () => {
    const sip = held({ kind: 'nyttMote' });
    const card = selectCard(sip.state());
    expect(selectCard(sip.state())).toEqual(card);
    expect(JSON.parse(JSON.stringify(card))).toEqual(card);
  });

  it('is listed by its date, those without one last', () => {
    const card = selectCard(begun().state());
    const cards = [
      { ...card, name: 'Åsa' },
      { ...card, name: 'Lars' },
      { ...card, name: 'Eva', nextDate: '2026-06-02' },
      { ...card, name: 'Per', nextDate: '2026-06-01' },
    ];
    expect([...cards].sort(compareCards).map(({ name }) => name)).toEqual([
      'Per',
      'Eva',
      'Lars',
      'Åsa',
    ]);
  });
});
