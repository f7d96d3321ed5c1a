import type { LocalDate } from '../shared/deps.ts';
import { allInterventions, firstFollowUpDate, isUndecided, isWaiting } from './agreed.ts';
import { fieldAnchor, type PlanAnchor, rowAnchor } from './anchors.ts';
import { findHardWords, type HardWordId } from './hardWords.ts';
import type { Intervention, SipPlan, Subgoal } from './model.ts';

/**
 * What makes a plan better than the law asks. Silent while the meeting runs, under **Granska** after; never in the
 * way of anything (field.md 6, 7). Texts: `plan:advice.<id>`.
 */
export type AdviceId =
  | 'important'
  | 'noSubgoal'
  | 'followUp'
  | 'rowFollowUp'
  | 'timing'
  | 'undecided'
  | 'undecidedNoDate'
  | 'leadName'
  | 'leadPhone'
  | 'saysYes'
  | 'unsettled';

export interface Advice {
  readonly id: AdviceId;
  /** Rows it is about; empty when it is about the whole. */
  readonly rows: readonly string[];
  readonly anchor: PlanAnchor;
  /** For `followUp`: the first date to offer, the earliest answer that somebody waits for. */
  readonly date: LocalDate | null;
}

export const planAdvice = (plan: SipPlan): readonly Advice[] => {
  const rows = allInterventions(plan).filter(({ text }) => text.trim() !== '');
  const waiting = rows.filter(isUndecided);
  const next = plan.nextMeeting.date;
  return [
    ...when(
      plan.important.text.trim() === '' && plan.values.length === 0,
      'important',
      'important',
    ),
    ...when(plan.subgoals.length === 0 && rows.length > 0, 'noSubgoal', 'interventions'),
    ...when(next.value === null, 'followUp', 'nextMeeting', firstFollowUpDate(plan)),
    ...about(
      'rowFollowUp',
      rows.filter(({ followUp }) => isUnwritten(followUp)),
    ),
    ...about(
      'timing',
      rows.filter(({ timing }) => isUnwritten(timing)),
    ),
    ...about('undecided', waiting),
    ...about('undecidedNoDate', waiting.filter(isWithoutDate)),
    ...when(
      plan.lead.name.value === null && plan.lead.participantId.value === null,
      'leadName',
      'lead',
    ),
    ...when(lacksPhone(plan), 'leadPhone', 'lead'),
    ...when(plan.answers.saysYes.value === null, 'saysYes', 'answers'),
    ...unsettled(plan),
  ];
};

/** A is **Accepterat**, not "attraktivt" (domain.md 11.1). */
export type SmartLetter = 'specifikt' | 'matbart' | 'accepterat' | 'realistiskt' | 'tidsatt';

/** Control questions to a subgoal. `ask` false where the plan holds an answer already; `realistiskt` is always asked. */
export interface SmartQuestion {
  readonly letter: SmartLetter;
  readonly ask: boolean;
}

export const smartQuestions = (plan: SipPlan, subgoal: Subgoal): readonly SmartQuestion[] => {
  const words = subgoal.text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  return [
    { letter: 'specifikt', ask: words.length < 3 },
    { letter: 'matbart', ask: !/\d/.test(subgoal.text) && !numberWord.test(subgoal.text) },
    { letter: 'accepterat', ask: plan.answers.saysYes.value !== 'ja' },
    { letter: 'realistiskt', ask: true },
    { letter: 'tidsatt', ask: subgoal.date.value === null },
  ];
};

const numberWord =
  /(?<!\p{L})(?:en gång|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|varje|alla|hela|halva|minst|högst)(?!\p{L})/iu;

/** Hard words in what the individual will read, row by row; each once, as it is first written. */
export interface RowHardWords {
  readonly row: string;
  readonly words: readonly { readonly id: HardWordId; readonly written: string }[];
}

export const hardWordsOfPlan = (plan: SipPlan): readonly RowHardWords[] =>
  [
    ...plan.longTermGoals,
    ...plan.subgoals.flatMap((step) => [step, ...step.interventions, ...step.ownActions]),
    ...plan.looseInterventions,
    ...plan.looseOwnActions,
    ...plan.resources,
    ...plan.disagreements,
  ].flatMap(({ id, text }) => {
    const words = findHardWords(text)
      .filter((word, place, all) => all.findIndex((one) => one.id === word.id) === place)
      .map(({ id: word, written }) => ({ id: word, written }));
    return words.length === 0 ? [] : [{ row: id, words }];
  });

const when = (
  applies: boolean,
  id: AdviceId,
  anchor: PlanAnchor,
  date: LocalDate | null = null,
): readonly Advice[] => (applies ? [{ id, rows: [], anchor, date }] : []);

const about = (id: AdviceId, rows: readonly Intervention[]): readonly Advice[] => {
  const [first] = rows;
  if (first === undefined) return [];
  return [{ id, rows: rows.map((row) => row.id), anchor: rowAnchor(first.id), date: null }];
};

const isUnwritten = ({
  value,
  both,
}: {
  readonly value: unknown;
  readonly both: readonly unknown[];
}): boolean => value === null && both.length === 0;

const isWithoutDate = ({ decision: { value } }: Intervention): boolean =>
  value !== null && isWaiting(value) && value.date === null;

const lacksPhone = (plan: SipPlan): boolean => {
  const holder = plan.participants.find(({ id }) => id === plan.lead.participantId.value);
  return holder !== undefined && holder.workPhone.value === null;
};

const unsettled = (plan: SipPlan): readonly Advice[] => {
  const [first] = plan.unsettled;
  if (first === undefined) return [];
  const rows = plan.unsettled.map(({ item }) => item).filter((item) => item !== 'plan');
  return [
    {
      id: 'unsettled',
      rows: [...new Set(rows)],
      anchor: first.item === 'plan' ? fieldAnchor(first.field) : rowAnchor(first.item),
      date: null,
    },
  ];
};
