import type { LocalDate } from '../shared/deps.ts';
import { earliest } from './localDate.ts';
import type { Decision, Doer, Intervention, OwnAction, SipPlan } from './model.ts';

/** What is agreed and what still waits for an answer, counted apart (looks.md 4), and turned round by person. */
export interface Agreed {
  readonly agreed: readonly AgreedRow[];
  /** A decision is applied for or tried (field.md 10), or two wrote different decisions. */
  readonly undecided: readonly AgreedRow[];
  /** Nobody is named who does it: it is written, but not agreed. */
  readonly untaken: readonly AgreedRow[];
  readonly byPerson: readonly AgreedPerson[];
}

export type AgreedRow = Intervention | OwnAction;

export interface AgreedPerson {
  /** The participant's id, else a key made of name, function and service; `self` for the individual. */
  readonly key: string;
  /** **Du själv** */
  readonly isSelf: boolean;
  readonly name: string;
  readonly function: string;
  readonly service: string;
  readonly rows: readonly AgreedRow[];
}

/** Rows without words are not counted. `only` leaves out more: what is not shown, for the wall. */
export const selectAgreed = (
  plan: SipPlan,
  only: (row: AgreedRow) => boolean = () => true,
): Agreed => {
  const rows = allDoings(plan).filter((row) => row.text.trim() !== '' && only(row));
  return {
    agreed: rows.filter((row) => !isUndecided(row) && !isUntaken(row)),
    undecided: rows.filter(isUndecided),
    untaken: rows.filter((row) => !isUndecided(row) && isUntaken(row)),
    byPerson: groupByPerson(plan, rows),
  };
};

/** Interventions and own actions in the order of the plan: under each subgoal, then those under none. */
export const allDoings = (plan: SipPlan): readonly AgreedRow[] => [
  ...plan.subgoals.flatMap(({ interventions, ownActions }) => [...interventions, ...ownActions]),
  ...plan.looseInterventions,
  ...plan.looseOwnActions,
];

export const allInterventions = (plan: SipPlan): readonly Intervention[] => [
  ...plan.subgoals.flatMap(({ interventions }) => interventions),
  ...plan.looseInterventions,
];

/** Nothing written means that no decision is needed, as the form says from the start. */
export const isUndecided = (row: AgreedRow): boolean =>
  row.kind === 'intervention' &&
  (row.decision.both.length > 0 || (row.decision.value !== null && isWaiting(row.decision.value)));

const isUntaken = (row: AgreedRow): boolean =>
  row.kind === 'intervention' && doersOf(row).length === 0;

export const isWaiting = (
  decision: Decision,
): decision is Extract<Decision, { kind: 'soks' | 'provas' }> =>
  decision.kind === 'soks' || decision.kind === 'provas';

/** The first follow-up date to offer: the earliest answer that somebody waits for (field.md 10). */
export const firstFollowUpDate = (plan: SipPlan): LocalDate | null =>
  earliest(
    allInterventions(plan)
      .filter(({ text }) => text.trim() !== '')
      .flatMap(({ decision }) => [
        ...(decision.value === null ? [] : [decision.value]),
        ...decision.both.map(({ value }) => value),
      ])
      .map((decision) => (isWaiting(decision) ? decision.date : null)),
  );

/** Of two writes at once, everybody named in either. */
export const doersOf = ({ doers }: Intervention): readonly Doer[] =>
  doers.value ?? doers.both.flatMap(({ value }) => value);

const groupByPerson = (plan: SipPlan, rows: readonly AgreedRow[]): readonly AgreedPerson[] => {
  const individual = plan.participants.find(({ isIndividual }) => isIndividual);
  const groups = new Map<string, { person: Omit<AgreedPerson, 'rows'>; rows: AgreedRow[] }>();
  const add = (person: Omit<AgreedPerson, 'rows'>, row: AgreedRow): void => {
    const group = groups.get(person.key) ?? { person, rows: [] };
    groups.set(person.key, group);
    if (!group.rows.includes(row)) group.rows.push(row);
  };
  const self = (): Omit<AgreedPerson, 'rows'> => ({
    key: 'self',
    isSelf: true,
    name: individual?.name ?? plan.name.value ?? '',
    function: '',
    service: '',
  });
  for (const row of rows) {
    if (row.kind === 'ownAction') add(self(), row);
    else for (const doer of doersOf(row)) add(personOf(plan, doer, self), row);
  }
  return [...groups.values()]
    .map((group) => ({ ...group.person, rows: group.rows }))
    .sort((a, b) => Number(a.isSelf) - Number(b.isSelf));
};

const personOf = (
  plan: SipPlan,
  doer: Doer,
  self: () => Omit<AgreedPerson, 'rows'>,
): Omit<AgreedPerson, 'rows'> => {
  const participant = plan.participants.find(({ id }) => id === doer.participantId);
  if (participant?.isIndividual) return self();
  const name = participant?.name || doer.name;
  const role = participant?.function || doer.function;
  const service = participant?.service || doer.service;
  const key = participant?.id ?? [name, role, service].join('|').trim().toLowerCase();
  return { key, isSelf: false, name, function: role, service };
};
