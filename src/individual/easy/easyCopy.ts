/**
 * What the individual's own short copy of the plan says (field.md 3, 19): whom to ask, what matters, what we agreed, by
 * person, what is not decided yet, and when we meet again. Picked by the lists that the room's allow-list is made of
 * (`roomPlan.ts`, `roomPeople.ts`), so what can never be shown can never stand here: notes, parked questions, mandate, replies, level,
 * consent, personnummer, address, private phones, answers. A copy is of the whole plan: rows need not have been shown,
 * but what works less well and what we do not agree on stay out.
 */
import type { Intervention, OwnAction, Participant, SipPlan } from '../../plan/model.ts';
import { planForOutput } from '../../plan/protectedIdentity.ts';
import { isProtected, leadOf, nextMeetingOf } from '../roomPeople.ts';
import { doingRow } from '../roomPlan.ts';
import { isShown, ownWords, type RoomRules, shownTexts } from '../roomRules.ts';
import type { RoomDoer, RoomNextMeeting, RoomRow } from '../roomShape.ts';

export interface EasyCopy {
  readonly name: string;
  /** Who holds the plan; empty where nobody is named. */
  readonly lead: string;
  readonly ask: readonly EasyPerson[];
  readonly own: string;
  readonly goals: readonly string[];
  readonly steps: readonly string[];
  /** By person; what the individual does comes last. */
  readonly people: readonly EasyDoings[];
  readonly undecided: readonly EasyTask[];
  readonly next: RoomNextMeeting | null;
  /** Protected identity: places, units and phones are left out (field.md 13). */
  readonly guarded: boolean;
}

export interface EasyPerson {
  readonly name: string;
  readonly function: string;
  readonly service: string;
  readonly about: string;
  /** The work phone, and when somebody answers. */
  readonly phone: string;
  readonly hours: string;
}

export interface EasyDoings {
  /** Null: nobody is named yet. */
  readonly who: RoomDoer | null;
  readonly tasks: readonly EasyTask[];
}

export interface EasyTask extends RoomRow {
  readonly id: string;
  readonly where: string;
  /** The answer comes after somebody has applied. */
  readonly isApplied: boolean;
}

/** `onlyShown`: without what the room has not been shown. */
export const easyCopy = (
  source: SipPlan,
  { onlyShown = false }: { readonly onlyShown?: boolean } = {},
): EasyCopy => {
  const self = source.participants.find(({ isIndividual }) => isIndividual);
  const name = (source.name.value ?? '').trim();
  const { plan, guarded } = planForOutput(source, {
    receiver: { participantId: self?.id ?? null, name },
  });
  const rules: RoomRules = {
    plan: onlyShown ? plan : asShown(plan),
    guarded,
    // Rows **Inte när {namn} är med** stay out of what {namn} is given to read.
    individualIsHere: true,
    leaders: [],
    supporters: [],
  };
  const tasks = tasksOf(rules);
  return {
    name,
    lead: leadOf(rules)?.name ?? '',
    ask: askOf(rules),
    own: ownWords(rules) ?? '',
    goals: shownTexts(rules.plan.longTermGoals, rules),
    steps: rules.plan.subgoals.filter((row) => isShown(row, rules)).map(({ text }) => text.trim()),
    people: doingsOf(tasks.filter(({ undecided }) => undecided === null)),
    undecided: tasks.filter(({ undecided }) => undecided !== null),
    next: nextMeetingOf(rules),
    guarded,
  };
};

/** What people wrote that stands in it: where hard words may be. */
export const easyTexts = (copy: EasyCopy): readonly string[] => [
  ...copy.ask.flatMap((person) => [person.function, person.service, person.about]),
  copy.own,
  ...copy.goals,
  ...copy.steps,
  ...copy.people.flatMap(({ tasks }) => tasks.map(({ text }) => text)),
  ...copy.undecided.map(({ text }) => text),
];

/** The kinds of rows that the copy has, as if each had been shown. */
const asShown = (plan: SipPlan): SipPlan => {
  const all = <Row extends object>(rows: readonly Row[]): readonly (Row & { shown: true })[] =>
    rows.map((row) => ({ ...row, shown: true }));
  return {
    ...plan,
    important: { ...plan.important, shown: true },
    lead: { ...plan.lead, shown: true },
    nextMeeting: { ...plan.nextMeeting, shown: true },
    participants: all(plan.participants),
    longTermGoals: all(plan.longTermGoals),
    subgoals: all(plan.subgoals).map((step) => ({
      ...step,
      interventions: all(step.interventions),
      ownActions: all(step.ownActions),
    })),
    looseInterventions: all(plan.looseInterventions),
    looseOwnActions: all(plan.looseOwnActions),
  };
};

const tasksOf = (rules: RoomRules): readonly EasyTask[] => {
  const { subgoals, looseInterventions, looseOwnActions } = rules.plan;
  return [
    ...subgoals.flatMap(({ interventions, ownActions }) => [...interventions, ...ownActions]),
    ...looseInterventions,
    ...looseOwnActions,
  ]
    .filter((row) => isShown(row, rules))
    .map((row) => taskOf(row, rules));
};

const taskOf = (row: Intervention | OwnAction, rules: RoomRules): EasyTask => {
  const isHelp = row.kind === 'intervention';
  return {
    ...doingRow(row, rules),
    id: row.id,
    where: isHelp ? (row.where.value ?? '').trim() : '',
    isApplied: isHelp && row.decision.value?.kind === 'soks',
  };
};

/** Each person once, with all that they do; what several do stands with each of them. */
const doingsOf = (tasks: readonly EasyTask[]): readonly EasyDoings[] => {
  const people = new Map<string, { readonly who: RoomDoer | null; readonly tasks: EasyTask[] }>();
  for (const task of tasks) {
    for (const who of task.who.length === 0 ? [null] : task.who) {
      const key = JSON.stringify(who);
      const known = people.get(key);
      if (known === undefined) people.set(key, { who, tasks: [task] });
      else known.tasks.push(task);
    }
  }
  const rank = ({ who }: EasyDoings): number => (who === 'self' ? 2 : who === null ? 1 : 0);
  return [...people.values()].sort((a, b) => rank(a) - rank(b));
};

/** Those with a work phone or something to be asked about, the one who holds the plan first. */
const askOf = ({ plan }: RoomRules): readonly EasyPerson[] => {
  const holder = plan.lead.participantId.value;
  const rank = ({ id }: Participant): number => (id === holder ? 0 : 1);
  return plan.participants
    .filter((person) => !person.isIndividual && !isProtected(person))
    .toSorted((a, b) => rank(a) - rank(b))
    .map((person) => ({
      name: person.name.trim(),
      function: person.function.trim(),
      service: person.service.trim(),
      about: (person.askAbout.value ?? '').trim(),
      phone: (person.workPhone.value ?? '').trim(),
      hours: (person.workHours.value ?? '').trim(),
    }))
    .filter(({ name, function: role }) => name !== '' || role !== '')
    .filter(({ about, phone }) => about !== '' || phone !== '');
};
