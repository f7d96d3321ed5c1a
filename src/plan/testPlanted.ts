import { type FieldWay, fieldInventory } from './fieldInventory.ts';
import type { Register, SipPlan } from './model.ts';
import type { PlanTextWords } from './planText.ts';
import { selectPlan } from './selectors.ts';
import { eva } from './testing.ts';
import { larsCase } from './testPlans.ts';

/**
 * A plan with a word, a date or a time of its own in every field that holds one, and where each stands in the inventory:
 * so one sees which fields an output reaches. Imported by tests only.
 */
export const plantedPlan = (
  words: Pick<PlanTextWords, 'date' | 'time'>,
): { readonly plan: SipPlan; readonly planted: Map<string, string> } => {
  const planted = new Map<string, string>();
  const plant = (path: string): string => {
    const word = `ORD${String(planted.size + 1).padStart(3, '0')}`;
    planted.set(path, word);
    return word;
  };
  const empty = selectPlan(larsCase().doc);
  const date = (path: string, value: string): Register<string> => {
    planted.set(path, words.date(value));
    return is(value);
  };
  const time = (path: string, value: string): Register<string> => {
    planted.set(path, words.time(value));
    return is(value);
  };
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
    important: { text: plant('important.text'), shown: false },
    purpose: plant('plan.purpose'),
    meeting: {
      date: date('meeting.date', '2031-03-11'),
      time: time('meeting.time', '03:03'),
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
        attendance: is('video'),
        workPhone: is(plant('participant.workPhone')),
        workHours: is(plant('participant.workHours')),
        privatePhone: is(plant('participant.privatePhone')),
        askAbout: is(plant('participant.askAbout')),
        spokenBefore: is(plant('participant.spokenBefore')),
        serviceOnScreen: is(''),
        protectedIdentity: is(false),
        shown: false,
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
        date: date('subgoal.date', '2031-03-12'),
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
      shown: false,
    },
    nextMeeting: {
      date: date('nextMeeting.date', '2031-03-13'),
      time: time('nextMeeting.time', '07:53'),
      place: is(plant('nextMeeting.place')),
      caller: is(plant('nextMeeting.caller')),
      shown: false,
    },
    answers: { ...empty.answers, saysYes: is('delvis'), ownWords: plant('answers.ownWords') },
    putAway: [{ id: 'away', kind: 'note', text: plant('plan.putAway'), by: eva, at: 1 }],
  };
  return { plan, planted };
};

/** Where a field is to go, by its name in the inventory. */
export const wayOf = (path: string): FieldWay => {
  const [group = '', field = ''] = path.split('.');
  const groups: Readonly<Record<string, Readonly<Record<string, FieldWay>>>> = fieldInventory;
  const way = groups[group]?.[field];
  if (way === undefined) throw new Error(`no such field ${path}`);
  return way;
};

const is = <T>(value: T): Register<T> => ({ value, both: [] });

const row = <K extends string>(kind: K, text: string) => ({
  id: `id-${kind}`,
  kind,
  text,
  shown: false,
  notFor: [],
  notWithChild: false,
  createdBy: eva,
  createdAt: 1,
});
