import type {
  Doer,
  Intervention,
  OwnAction,
  Participant,
  Register,
  SipPlan,
  TextRow,
  Timing,
} from '../plan/model.ts';
import { isServiceOnScreen } from '../plan/screenService.ts';
import type { LocalDate } from '../shared/deps.ts';
import type {
  RoomAsk,
  RoomDoer,
  RoomDoings,
  RoomNextMeeting,
  RoomPerson,
  RoomPlace,
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

/** What the picking must know besides the plan. */
export interface RoomRules {
  readonly plan: SipPlan;
  /** Protected identity of the case: units, places and phones stay out (field.md 13). */
  readonly guarded: boolean;
  /** True while the individual is in the room: rows **Inte när {namn} är med** stay out (field.md 22). */
  readonly individualIsHere: boolean;
  /** Ids of those who lead, when known. */
  readonly leaders: readonly string[];
  /** Ids of those who support an individual who leads. */
  readonly supporters: readonly string[];
}

interface Showable {
  readonly shown: boolean;
  readonly notWithChild: boolean;
  readonly text: string;
}

export const isShown = (row: Showable, rules: RoomRules): boolean =>
  row.shown && !(row.notWithChild && rules.individualIsHere) && row.text.trim() !== '';

export const shownTexts = (rows: readonly TextRow[], rules: RoomRules): readonly string[] =>
  rows.filter((row) => isShown(row, rules)).map((row) => row.text.trim());

export const ownWords = (rules: RoomRules): string | null => {
  const { important } = rules.plan;
  const text = important.text.trim();
  return important.shown && text !== '' ? text : null;
};

/** "Eva" of "Eva Nilsson"; the whole name when two around the table share the first. */
const shortName = (name: string, rules: RoomRules): string => {
  const whole = name.trim();
  const first = whole.split(/\s+/)[0] ?? '';
  const same = rules.plan.participants.filter(
    (other) => other.name.trim() !== whole && other.name.trim().split(/\s+/)[0] === first,
  );
  return same.length > 0 ? whole : first;
};

const words = (text: string): RoomPlace | null =>
  text.trim() === '' ? null : { kind: 'words', text: text.trim() };

/** The workplace, where it may stand on the screen; a name like "missbruksenheten" tells of somebody's life. */
const workplace = (person: Participant | null, rules: RoomRules): RoomPlace | null =>
  person === null || rules.guarded || isProtected(person) || !isServiceOnScreen(person)
    ? null
    : words(person.service);

const authorityPlace = (authority: string | null): RoomPlace | null =>
  authority === 'region' || authority === 'kommun' ? { kind: 'authority', authority } : null;

const named = (name: string, rules: RoomRules): Participant | null =>
  rules.plan.participants.find((each) => each.name.trim() === name.trim()) ?? null;

const personOf = (doer: Doer, rules: RoomRules): Participant | null =>
  rules.plan.participants.find((each) => each.id === doer.participantId) ?? named(doer.name, rules);

export const isProtected = (person: Participant | null): boolean =>
  person !== null &&
  (person.protectedIdentity.value === true ||
    person.protectedIdentity.both.some((write) => write.value));

/** A name written in a field of its own; empty for somebody with protected identity. */
const freeName = (name: string, rules: RoomRules): string =>
  isProtected(named(name, rules)) ? '' : shortName(name, rules);

/** Of a person with protected identity only the authority may be said; of a guarded case, no unit. */
const whoDoes = (doer: Doer, rules: RoomRules): RoomWho => {
  const person = personOf(doer, rules);
  const hidden = isProtected(person);
  const where = workplace(person, rules);
  const authority = authorityPlace(doer.authority);
  const name = hidden ? '' : shortName(doer.name, rules);
  const role = doer.function.trim();
  // "Eva, sjuksköterska" says more about who comes than "Eva, regionen".
  return name === ''
    ? {
        name: role,
        place: where ?? authority ?? { kind: hidden && role === '' ? 'someone' : 'none' },
      }
    : {
        name,
        place: where ?? words(role || (person?.function ?? '')) ?? authority ?? { kind: 'none' },
      };
};

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

/** Names only after the person said yes to it. */
export const peopleOf = (rules: RoomRules): readonly RoomPerson[] =>
  rules.plan.participants
    .filter((person) => person.shown && !isProtected(person))
    .map((person): RoomPerson => {
      const leads = rules.leaders.includes(person.id);
      if (person.isIndividual) {
        return { kind: 'individual', name: screenNameOf(rules.plan), leads };
      }
      const place = workplace(person, rules) ?? authorityPlace(person.authority.value);
      const what = [words(person.function), place];
      return {
        kind: 'other',
        name: shortName(person.name, rules),
        leads,
        supports: rules.supporters.includes(person.id),
        what: what.filter((place) => place !== null),
      };
    })
    .filter((person) => person.kind === 'individual' || person.name !== '');

/** The one who holds the plan, once it is shown: the person by name, else the authority alone. */
export const leadOf = (rules: RoomRules): RoomWho | null => {
  const { lead, participants } = rules.plan;
  if (!lead.shown) return null;
  const person = participants.find((each) => each.id === lead.participantId.value) ?? null;
  const name = (person?.name ?? lead.name.value ?? '').trim();
  const hidden = isProtected(person ?? named(name, rules));
  const place = authorityPlace(lead.authority.value) ?? { kind: 'none' as const };
  return (name === '' || hidden) && place.kind === 'none'
    ? null
    : { name: hidden ? '' : name, place };
};

export const nextMeetingOf = (rules: RoomRules): RoomNextMeeting | null => {
  const { nextMeeting } = rules.plan;
  const date = nextMeeting.date.value;
  if (!nextMeeting.shown || date === null) return null;
  return {
    date,
    time: nextMeeting.time.value ?? '',
    place: rules.guarded ? '' : (nextMeeting.place.value ?? '').trim(),
    caller: freeName(nextMeeting.caller.value ?? '', rules),
  };
};

/** Work phones of those who are shown, the one who holds the plan first (field.md 19). Never private ones. */
export const askOf = (rules: RoomRules): readonly RoomAsk[] => {
  if (rules.guarded) return [];
  const { participants, lead } = rules.plan;
  const known = participants.filter(
    (person) =>
      person.shown &&
      !person.isIndividual &&
      !isProtected(person) &&
      (person.workPhone.value ?? '').trim() !== '',
  );
  const holder = known.filter((person) => person.id === lead.participantId.value);
  const asked = known.filter(
    (person) => !holder.includes(person) && (person.askAbout.value ?? '').trim() !== '',
  );
  const chosen = [...holder, ...asked];
  return (chosen.length > 0 ? chosen : known.slice(0, 1)).map((person) => ({
    about: (person.askAbout.value ?? '').trim(),
    name: shortName(person.name, rules),
    phone: (person.workPhone.value ?? '').trim(),
    hours: (person.workHours.value ?? '').trim(),
  }));
};

/** Whose turn it is, if that person has said yes to be named. */
export const roundName = (participantId: string, rules: RoomRules): string | null => {
  const person = rules.plan.participants.find((each) => each.id === participantId);
  if (person === undefined || !person.shown || isProtected(person)) return null;
  const name = person.isIndividual ? screenNameOf(rules.plan) : shortName(person.name, rules);
  return name === '' ? null : name;
};

export const screenNameOf = (plan: SipPlan): string | null => {
  const name = (plan.screenName.value ?? '').trim();
  return name === '' ? null : name;
};
