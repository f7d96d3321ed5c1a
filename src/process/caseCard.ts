import type { Meeting } from '../meeting/meetingState.ts';
import type { CaseState } from '../meeting/workspace.ts';
import { lawItems } from '../plan/completeness.ts';
import type { Instant, LocalDate } from '../shared/deps.ts';
import { type CaseStep, nextStep } from './steps.ts';
import { isOverdue, selectTodo, type TodoItem } from './todo.ts';

/**
 * The card of a case: all that the lists show, so that they open no plan. Written with each change, so it depends
 * on the case alone and not on when it is read; what depends on now is asked of it afterwards.
 */

/** What is missing before or after the meeting; nothing of it blocks. */
export type Missing =
  | 'consentMake'
  | 'consentShare'
  | 'important'
  | 'questions'
  | 'participants'
  | 'date'
  | 'law'
  | 'followUp'
  | 'lead';

export interface CaseCard {
  /** Raised when the shape changes; an older card is rebuilt from the journal. */
  readonly shape: 1;
  /** The name chosen for the screen, else the name of the plan; empty where there is none. */
  readonly name: string;
  readonly step: CaseStep;
  /** The next meeting. */
  readonly nextDate: LocalDate | null;
  /** `HH:MM` */
  readonly nextTime: string | null;
  readonly nextPlace: string;
  /** Minutes set aside, null when not said. */
  readonly minutes: number | null;
  /** A meeting under way, and how: `cutShort` waits for another day, `onPaper` is being written in. */
  readonly meeting: 'running' | 'paused' | 'halted' | 'cutShort' | 'onPaper' | null;
  readonly missing: readonly Missing[];
  readonly todo: readonly TodoItem[];
  readonly protectedIdentity: boolean;
  readonly shareUnanswered: boolean;
}

const filled = (value: string | null): string | null =>
  value === null || value.trim() === '' ? null : value.trim();

const underWay = ({ phase, halted }: Meeting): CaseCard['meeting'] => {
  if (phase === 'waiting' || phase === 'ended') return null;
  return halted === 'cutShort' ? 'cutShort' : phase;
};

const open = (answer: string | null): boolean => answer === null || answer === 'later';

const missingBefore = ({ plan, consent }: CaseState): readonly Missing[] => [
  ...(open(consent.make.answer) ? (['consentMake'] as const) : []),
  ...(open(consent.share.answer) ? (['consentShare'] as const) : []),
  ...(filled(plan.important.text) === null ? (['important'] as const) : []),
  ...(plan.questions.length === 0 ? (['questions'] as const) : []),
  ...(plan.participants.every((participant) => participant.isIndividual)
    ? (['participants'] as const)
    : []),
  ...(plan.meeting.date.value === null ? (['date'] as const) : []),
];

const missingAfter = ({ plan, consent, meeting }: CaseState): readonly Missing[] => {
  const law = lawItems(plan).filter((item) => !item.met);
  return [
    ...(open(consent.make.answer) ? (['consentMake'] as const) : []),
    ...(law.some((item) => item.id !== 'lead') ? (['law'] as const) : []),
    ...(law.some((item) => item.id === 'lead') ? (['lead'] as const) : []),
    ...(meeting.current.followUp?.kind !== 'avslutas' && plan.nextMeeting.date.value === null
      ? (['followUp'] as const)
      : []),
  ];
};

/** Pure; the same state gives the same card, so a rebuild from the journal gives the same. */
export const selectCard = (state: CaseState): CaseCard => {
  const { plan, consent, meeting } = state;
  const { current } = meeting;
  const ended = current.phase === 'ended';
  const planned = ended ? plan.nextMeeting : plan.meeting;
  return {
    shape: 1,
    name: filled(plan.screenName.value) ?? filled(plan.name.value) ?? '',
    step: nextStep(state),
    nextDate: planned.date.value,
    nextTime: planned.time.value,
    nextPlace: planned.place.value ?? '',
    minutes: ended ? null : plan.meeting.minutes.value,
    meeting: underWay(current),
    missing:
      current.ended?.ground === 'samtyckeAterkallat'
        ? []
        : ended
          ? missingAfter(state)
          : missingBefore(state),
    todo: selectTodo(state),
    protectedIdentity: plan.protectedIdentity.value === true,
    shareUnanswered: open(consent.share.answer),
  };
};

/** How long before and after its set start a meeting counts as **Dagens möte** (field.md 2). */
export const todayReach = 2 * 60 * 60_000;

/**
 * Whether this is **Dagens möte**: it is under way, or its set start is within two hours. `instantOf` says when the
 * clock in Sweden shows a time on a date.
 */
export const isTodaysMeeting = (
  card: CaseCard,
  now: Instant,
  instantOf: (date: LocalDate, time: string) => Instant,
): boolean => {
  if (card.meeting !== null && card.meeting !== 'cutShort') return card.meeting !== 'onPaper';
  if (card.nextDate === null || card.nextTime === null) return false;
  return Math.abs(instantOf(card.nextDate, card.nextTime) - now) <= todayReach;
};

/** Something in the case is past its day. */
export const isCardOverdue = (card: CaseCard, today: LocalDate): boolean =>
  card.todo.some((todo) => isOverdue(todo, today));

/** By next date, those without one last, then by name as Swedish sorts it. */
export const compareCards = (a: CaseCard, b: CaseCard): number =>
  (a.nextDate ?? '9999').localeCompare(b.nextDate ?? '9999') ||
  (a.nextTime ?? '').localeCompare(b.nextTime ?? '') ||
  a.name.localeCompare(b.name, 'sv');
