import { describe, expect, it } from 'vitest';
import swedish from '../i18n/locales/sv/plan.json' with { type: 'json' };
import { type FieldWay, fieldInventory } from './fieldInventory.ts';
import type { Register, SipPlan } from './model.ts';
import { planToText } from './planText.ts';
import { selectPlan } from './selectors.ts';
import { eva } from './testing.ts';
import { larsCase } from './testPlans.ts';
import { wordsFrom } from './testWords.ts';

const is = <T>(value: T): Register<T> => ({ value, both: [] });

const row = <K extends string>(kind: K, text: string) => ({
  id: `id-${kind}`,
  kind,
  text,
  shown: true,
  notFor: [],
  notWithChild: false,
  createdBy: eva,
  createdAt: 1,
});

/** A plan with a word of its own in every field that holds words or a date, and where to find it in the inventory. */
const plantedPlan = (): { plan: SipPlan; planted: Readonly<Record<string, string>> } => {
  const planted: Record<string, string> = {};
  let count = 0;
  const plant = (path: string): string => {
    count += 1;
    planted[path] = `ORD${String(count).padStart(3, '0')}`;
    return planted[path];
  };
  const date = (path: string): Register<string> => is(plant(path));
  const empty = selectPlan(larsCase().doc);
  const timing = (path: string) => is({ every: null, before: null, text: plant(path) });
  const plan: SipPlan = {
    ...empty,
    name: is(plant('plan.name')),
    screenName: is(plant('plan.screenName')),
    personnummer: is(plant('plan.personnummer')),
    address: is(plant('plan.address')),
    phone: is(plant('plan.phone')),
    language: is(plant('plan.language')),
    adaptations: plant('plan.adaptations'),
    important: { text: plant('important.text'), shown: true },
    purpose: plant('plan.purpose'),
    meeting: {
      date: date('meeting.date'),
      time: is(plant('meeting.time')),
      place: is(plant('meeting.place')),
      minutes: is(60),
    },
    participants: [
      {
        id: 'id-participant',
        name: plant('participant.name'),
        function: plant('participant.function'),
        service: plant('participant.service'),
        authority: is('region'),
        isIndividual: false,
        call: is('kallad'),
        reply: is('kommer'),
        mandate: is('ja'),
        attendance: is('plats'),
        workPhone: is(plant('participant.workPhone')),
        workHours: is(plant('participant.workHours')),
        privatePhone: is(plant('participant.privatePhone')),
        askAbout: is(plant('participant.askAbout')),
        spokenBefore: is(plant('participant.spokenBefore')),
        serviceOnScreen: is(''),
        protectedIdentity: is(false),
        shown: true,
      },
    ],
    questions: [row('question', plant('plan.questions'))],
    values: [row('value', plant('plan.values'))],
    worksWell: [row('worksWell', plant('plan.worksWell'))],
    worksLess: [row('worksLess', plant('plan.worksLess'))],
    longTermGoals: [row('longTermGoal', plant('plan.longTermGoals'))],
    subgoals: [
      {
        ...row('subgoal', plant('subgoal.text')),
        longTermGoalId: null,
        date: date('subgoal.date'),
        interventions: [
          {
            ...row('intervention', plant('intervention.text')),
            subgoalId: null,
            timing: timing('intervention.timing'),
            where: is(plant('intervention.where')),
            doers: is([
              {
                participantId: null,
                name: plant('intervention.doers'),
                function: '',
                service: '',
                authority: 'region',
              },
            ]),
            decision: is({ kind: 'soks', by: plant('intervention.decision'), date: null }),
            followUp: is(plant('intervention.followUp')),
            status: is('pagar'),
          },
        ],
        ownActions: [
          {
            ...row('ownAction', plant('ownAction.text')),
            subgoalId: null,
            timing: timing('ownAction.timing'),
          },
        ],
      },
    ],
    resources: [row('resource', plant('plan.resources'))],
    disagreements: [row('disagreement', plant('plan.disagreements'))],
    later: [row('later', plant('plan.later'))],
    notes: [row('note', plant('plan.notes'))],
    lead: {
      authority: is('kommun'),
      participantId: { value: null, both: [] },
      name: is(plant('lead.name')),
      shown: true,
    },
    nextMeeting: {
      date: date('nextMeeting.date'),
      time: is(plant('nextMeeting.time')),
      place: is(plant('nextMeeting.place')),
      caller: is(plant('nextMeeting.caller')),
      shown: true,
    },
    answers: { ...empty.answers, ownWords: plant('answers.ownWords') },
    putAway: [{ id: 'away', kind: 'note', text: plant('plan.putAway'), by: eva, at: 1 }],
  };
  return { plan, planted };
};

const wayOf = (path: string): FieldWay => {
  const [group = '', field = ''] = path.split('.');
  const groups: Readonly<Record<string, Readonly<Record<string, FieldWay>>>> = fieldInventory;
  const way = groups[group]?.[field];
  if (way === undefined) throw new Error(`no such field ${path}`);
  return way;
};

describe('every field of the plan', () => {
  it('reaches the text, or is left out on purpose', () => {
    const { plan, planted } = plantedPlan();
    const text = planToText(plan, wordsFrom(swedish), {
      receiver: null,
      status: { kind: 'draft', date: '2026-05-05' },
      stamp: { kind: 'workingMaterial', organisation: '' },
    });
    const reached = Object.keys(planted).filter((path) => text.includes(planted[path] ?? ''));
    const expected = Object.keys(planted).filter((path) => wayOf(path).text === 'yes');
    expect(reached).toEqual(expected);
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
