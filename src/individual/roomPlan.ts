import type { Intervention, OwnAction, Register, Timing } from '../plan/model.ts';
import type { LocalDate } from '../shared/deps.ts';
import { freeName, personOf, whoDoes } from './roomPeople.ts';
import { isShown, type RoomRules } from './roomRules.ts';
import type {
  RoomDoer,
  RoomDoings,
  RoomRow,
  RoomStep,
  RoomTally,
  RoomUndecided,
  RoomWhen,
  RoomWho,
} from './roomShape.ts';

/**
 * The plan's side of the allow-list: each function picks the few things one part may show, field by field.
 * Nothing is copied whole (no spread of a row or a person), so a new field of the model stays out until somebody
 * writes it in here.
 */

const whenOf = (timing: Register<Timing>): RoomWhen | null => {
  const value = timing.value;
  if (value === null) return null;
  const { every, before } = value;
  const text = value.text.trim();
  return every === null && before === null && text === '' ? null : { every, before, text };
};

/** Applied for or being tried: not decided (field.md 10). Two answers at once are not decided either. */
const undecidedOf = (row: Intervention, rules: RoomRules): RoomUndecided | null => {
  const decision = row.decision.value;
  if (decision === null) return row.decision.both.length > 1 ? { by: '', date: null } : null;
  if (decision.kind === 'behovsInte' || decision.kind === 'fattat') return null;
  return { by: freeName(decision.by, rules), date: decision.date };
};

const doersOf = (row: Intervention, rules: RoomRules): readonly RoomDoer[] =>
  (row.doers.value ?? []).flatMap((doer): readonly RoomDoer[] => {
    if (personOf(doer, rules)?.isIndividual === true) return ['self'];
    const who = whoDoes(doer, rules);
    return who.name === '' && who.place.kind === 'none' ? [] : [who];
  });

const interventionRow = (row: Intervention, rules: RoomRules): RoomRow => ({
  text: row.text.trim(),
  who: doersOf(row, rules),
  when: whenOf(row.timing),
  undecided: undecidedOf(row, rules),
});

const ownActionRow = (row: OwnAction): RoomRow => ({
  text: row.text.trim(),
  who: ['self'],
  when: whenOf(row.timing),
  undecided: null,
});

export const doingRow = (row: Intervention | OwnAction, rules: RoomRules): RoomRow =>
  row.kind === 'intervention' ? interventionRow(row, rules) : ownActionRow(row);

const rowsOf = (
  interventions: readonly Intervention[],
  ownActions: readonly OwnAction[],
  rules: RoomRules,
): readonly RoomRow[] => [
  ...interventions.filter((row) => isShown(row, rules)).map((row) => interventionRow(row, rules)),
  ...ownActions.filter((row) => isShown(row, rules)).map(ownActionRow),
];

/** Steps with their shown rows. A step that is not shown gives its rows to the one without a name, last. */
export const stepsOf = (rules: RoomRules): readonly RoomStep[] => {
  const { plan } = rules;
  const nameless: RoomRow[] = [];
  const steps: RoomStep[] = [];
  for (const subgoal of plan.subgoals) {
    const rows = rowsOf(subgoal.interventions, subgoal.ownActions, rules);
    if (isShown(subgoal, rules)) {
      steps.push({ number: steps.length + 1, text: subgoal.text.trim(), rows });
    } else {
      nameless.push(...rows);
    }
  }
  nameless.push(...rowsOf(plan.looseInterventions, plan.looseOwnActions, rules));
  return nameless.length === 0 ? steps : [...steps, { number: null, text: null, rows: nameless }];
};

export const tallyOf = (steps: readonly RoomStep[]): RoomTally => {
  const rows = steps.flatMap((step) => step.rows);
  const waiting = rows.filter((row) => row.undecided !== null).length;
  // What nobody has said that they do is written, but not agreed.
  const taken = rows.filter((row) => row.undecided === null && row.who.length > 0);
  return { agreed: taken.length, waiting };
};

/** Days on which the room has been told that an answer comes, the first first. */
export const answersDue = (rules: RoomRules): readonly LocalDate[] =>
  stepsOf(rules)
    .flatMap((step) => step.rows)
    .flatMap(({ undecided }) => undecided?.date ?? [])
    .toSorted();

const sameWho = (a: RoomDoer, b: RoomDoer): boolean =>
  a === 'self' || b === 'self'
    ? a === b
    : a.name === b.name && JSON.stringify(a.place) === JSON.stringify(b.place);

const nobody: RoomWho = { name: '', place: { kind: 'none' } };

/** The same rows turned round: by person. What one does oneself comes last, never first in order to command. */
export const doingsOf = (steps: readonly RoomStep[]): readonly RoomDoings[] => {
  const people: { who: RoomDoer; rows: Omit<RoomRow, 'who'>[] }[] = [];
  for (const { who: doers, text, when, undecided } of steps.flatMap((step) => step.rows)) {
    for (const who of doers.length === 0 ? [nobody] : doers) {
      const known = people.find((each) => sameWho(each.who, who));
      if (known === undefined) people.push({ who, rows: [{ text, when, undecided }] });
      else known.rows.push({ text, when, undecided });
    }
  }
  return [
    ...people.filter(({ who }) => who !== 'self'),
    ...people.filter(({ who }) => who === 'self'),
  ];
};
