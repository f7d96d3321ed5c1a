import { type AfterLineId, afterLines } from '../meeting/afterMeeting.ts';
import type { CaseState } from '../meeting/workspace.ts';
import { allInterventions } from '../plan/agreed.ts';
import type { LocalDate } from '../shared/deps.ts';
import { foldProcess } from './foldProcess.ts';

/**
 * **Att göra**, from the state of a case alone. Only **Vi hann inte, nytt möte** leaves a red row (field.md 7);
 * the rest waits without a colour.
 */

export type TodoKind =
  /** **Vi hann inte, nytt möte** was answered. */
  | 'newMeeting'
  /** The meeting was broken off and is to go on another day. */
  | 'continueMeeting'
  /** The person said no to a SIP, and people are called. */
  | 'callOff'
  /** **Bokas av {huvudansvarig} senast {datum}** and no date is set. */
  | 'bookFollowUp'
  /** The meeting ended without an answer about what comes after. */
  | 'answerFollowUp'
  /** Help that is not decided yet: the answer is due. */
  | 'decision'
  /** A line of **Efter mötet** that nobody has answered, or that is not done. */
  | 'after';

/** Where in the case to do it: the last part of the way. */
export type TodoWay = 'mote' | 'efter' | 'plan' | 'kalla';

export interface TodoItem {
  /** The same for the same thing, from one state to the next. */
  readonly id: string;
  readonly kind: TodoKind;
  readonly red: boolean;
  readonly way: TodoWay;
  readonly due: LocalDate | null;
  /** Who is to do it or answer, where that is known. */
  readonly who: string;
  /** Which line, for `after`. */
  readonly line: AfterLineId | null;
}

const item = (kind: TodoKind, way: TodoWay, more: Partial<TodoItem> = {}): TodoItem => ({
  id: kind,
  kind,
  way,
  red: false,
  due: null,
  who: '',
  line: null,
  ...more,
});

const meetingTodos = ({ meeting: { current }, plan }: CaseState): readonly TodoItem[] => {
  if (current.halted === 'cutShort') return [item('continueMeeting', 'mote')];
  if (current.ended === null || current.ended.ground === 'samtyckeAterkallat') return [];
  const { followUp } = current;
  if (followUp === null) return [item('answerFollowUp', 'efter')];
  if (followUp.kind === 'nyttMote') return [item('newMeeting', 'mote', { red: true })];
  return followUp.kind === 'bokas' && plan.nextMeeting.date.value === null
    ? [item('bookFollowUp', 'plan', { due: followUp.before, who: followUp.by })]
    : [];
};

const afterTodos = ({ meeting: { current }, after }: CaseState): readonly TodoItem[] => {
  if (current.ended === null || current.ended.ground === 'samtyckeAterkallat') return [];
  return afterLines.flatMap((line) => {
    const answer = after.find((each) => each.line === line);
    return answer?.state === 'done' || answer?.state === 'notNeeded'
      ? []
      : [item('after', 'efter', { id: `after.${line}`, line, due: answer?.date ?? null })];
  });
};

const decisionTodos = ({ plan }: CaseState): readonly TodoItem[] =>
  allInterventions(plan).flatMap((row) => {
    const decision = row.decision.value;
    return decision !== null && (decision.kind === 'soks' || decision.kind === 'provas')
      ? [
          item('decision', 'plan', {
            id: `decision.${row.id}`,
            due: decision.date,
            who: decision.by,
          }),
        ]
      : [];
  });

const callOffTodos = (state: CaseState): readonly TodoItem[] => {
  const called = state.plan.participants.filter(
    (participant) => !participant.isIndividual && participant.call.value !== null,
  );
  return state.consent.make.answer === 'no' &&
    state.meeting.current.startedAt === null &&
    called.length > 0
    ? [item('callOff', 'kalla', { who: called.map((participant) => participant.name).join(', ') })]
    : [];
};

/** What waits in a case: red first, then by date, what has no date last. A closed SIP keeps only its after-lines. */
export const selectTodo = (state: CaseState): readonly TodoItem[] => {
  const closed = foldProcess(state).step === 'closed';
  const items = closed
    ? afterTodos(state)
    : [
        ...meetingTodos(state),
        ...callOffTodos(state),
        ...afterTodos(state),
        ...decisionTodos(state),
      ];
  return [...items].sort(
    (a, b) =>
      Number(b.red) - Number(a.red) || (a.due ?? '9999-12-31').localeCompare(b.due ?? '9999-12-31'),
  );
};

/** Past its day. What has no date is never overdue. */
export const isOverdue = (todo: Pick<TodoItem, 'due'>, today: LocalDate): boolean =>
  todo.due !== null && todo.due < today;
