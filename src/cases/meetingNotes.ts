import type { CaseState } from '../meeting/workspace.ts';
import { allDoings } from '../plan/agreed.ts';
import { contentTextRows } from '../plan/canonicalPlan.ts';
import type { PlanField, PlanTextField } from '../plan/fields.ts';
import type { Register, RowKind } from '../plan/model.ts';
import type { Instant } from '../shared/deps.ts';
import type { RemovalScope } from './caseFacts.ts';
import type { Removal } from './rewriteCase.ts';

/**
 * What was written at the newest meeting and is kept here alone (field.md 11): rows added since it began, the answers,
 * who holds the plan, the next meeting, and how the plan stood when it ended. Who was there, consents, versions and
 * what stood in the plan before stay, with what was changed in it.
 */
export const meetingNotes = (state: CaseState, choice: RemovalScope['choice']): Removal | null => {
  const { startedAt } = state.meeting.current;
  if (startedAt === null) return null;
  const keepsOwnWords = state.meeting.earlier.length > 0;
  return {
    scope: { scope: 'meetingNotes', choice },
    keepsItem: ({ kind, at }) => kind === 'participant' || at < startedAt,
    keepsField: ({ field, at }) =>
      at === null
        ? field !== ownWords || keepsOwnWords
        : at < startedAt || !ofTheMeeting.has(field),
    keepsFact: ({ type, at }) => type !== 'plan.shownAtEnd' || at < startedAt,
  };
};

/** What would go, by kind: for the question before it. Rows in **Borttaget** go too and are not counted. */
export interface MeetingNotesCount {
  readonly rows: readonly { readonly kind: RowKind; readonly count: number }[];
  /** Something is written of answers, who holds the plan or the next meeting. */
  readonly answers: boolean;
  readonly ownWords: boolean;
  readonly nothing: boolean;
}

export const countMeetingNotes = (state: CaseState): MeetingNotesCount => {
  const { plan, meeting } = state;
  const { startedAt } = meeting.current;
  if (startedAt === null) return { rows: [], answers: false, ownWords: false, nothing: true };
  const counts = new Map<RowKind, number>();
  const all = [...contentTextRows(plan), ...plan.subgoals, ...allDoings(plan), ...plan.notes];
  for (const { kind, createdAt } of all) {
    if (createdAt >= startedAt) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  // What stands of these after a removal was there before the meeting.
  const removed = notesRemoved(state) !== null;
  const answers = !removed && registersOfMeeting(plan).some(isWritten);
  const own = !removed && meeting.earlier.length === 0 && plan.answers.ownWords.trim() !== '';
  return {
    rows: [...counts].map(([kind, count]) => ({ kind, count })),
    answers,
    ownWords: own,
    nothing: counts.size === 0 && !answers && !own,
  };
};

/** When notes of the newest meeting were last removed; null when they were not. */
export const notesRemoved = ({ log, meeting }: CaseState): Instant | null => {
  const { startedAt } = meeting.current;
  if (startedAt === null) return null;
  return (
    log.filter(({ fact }) => fact.type === 'contents.removed' && fact.at >= startedAt).at(-1)?.fact
      .at ?? null
  );
};

const registersOfMeeting = ({
  answers,
  lead,
  nextMeeting,
}: CaseState['plan']): readonly Register<unknown>[] => [
  answers.unclear,
  answers.soundsGood,
  answers.saysYes,
  lead.authority,
  lead.participantId,
  lead.name,
  nextMeeting.date,
  nextMeeting.time,
  nextMeeting.place,
  nextMeeting.caller,
];

const isWritten = ({ value, both }: Register<unknown>): boolean =>
  value !== null || both.length > 0;

const ownWords = 'ownWords' satisfies PlanTextField;

const ofTheMeeting: ReadonlySet<string> = new Set<PlanField>([
  'answerUnclear',
  'answerSoundsGood',
  'answerSaysYes',
  'leadAuthority',
  'leadParticipant',
  'leadName',
  'nextDate',
  'nextTime',
  'nextPlace',
  'nextCaller',
]);
