import type { Instant } from '../shared/deps.ts';
import { maxMinutes, minute, setMinutes, timeUsed } from './clock.ts';
import type {
  ConsentChange,
  FollowUp,
  MeetingEvent,
  MeetingFacts,
  SeenBy,
} from './meetingEvents.ts';
import {
  type ClockData,
  type EndGround,
  nothingPerPart,
  nothingTicked,
  type PersonBack,
  type PersonOut,
  type StandingQuestion,
} from './meetingState.ts';
import { defaultShares, fitShares, type Part, parts } from './parts.ts';

/**
 * What the meeting machine remembers, and the pure changes that its transitions make. Each takes the context and
 * gives the changed fields.
 */

export interface MeetingContext extends ClockData {
  readonly startedAt: Instant | null;
  readonly partSince: Instant | null;
  readonly interpreter: boolean;
  readonly pausedSince: Instant | null;
  readonly pausedUntil: Instant | null;
  readonly clockDoubt: boolean;
  /** Whose turn comes, the present first; empty without a round. */
  readonly round: readonly string[];
  readonly out: readonly PersonOut[];
  readonly back: readonly PersonBack[];
  readonly askedToLeave: string | null;
  readonly hidden: boolean;
  readonly seenBy: SeenBy;
  readonly followUp: FollowUp | null;
  readonly onPaper: boolean;
  readonly ended: { readonly at: Instant; readonly ground: EndGround } | null;
  readonly wentOnWithout: readonly StandingQuestion[];
  readonly ticked: Readonly<Record<Part, readonly string[]>>;
  readonly question: number;
  readonly page: number;
}

export const emptyContext: MeetingContext = {
  minutes: 0,
  shares: defaultShares,
  part: 'inledning',
  spans: [],
  carried: nothingPerPart,
  startedAt: null,
  partSince: null,
  interpreter: false,
  pausedSince: null,
  pausedUntil: null,
  clockDoubt: false,
  round: [],
  out: [],
  back: [],
  askedToLeave: null,
  hidden: false,
  seenBy: 'nej',
  followUp: null,
  onPaper: false,
  ended: null,
  wentOnWithout: [],
  ticked: nothingTicked,
  question: 0,
  page: 0,
};

type Change = Partial<MeetingContext>;
type Of<Type extends MeetingEvent['type']> = Extract<MeetingEvent, { type: Type }>;

const closeSpans = (context: MeetingContext, at: Instant): MeetingContext['spans'] =>
  context.spans.map((span) => (span.to === null ? { ...span, to: Math.max(span.from, at) } : span));

const openSpan = (context: MeetingContext, at: Instant, part: Part): MeetingContext['spans'] => [
  ...closeSpans(context, at),
  { part, from: at, to: null },
];

const ticks = (context: MeetingContext): boolean => context.spans.some((span) => span.to === null);

export const started = (context: MeetingContext, event: Of<'meeting.started'>): Change => ({
  startedAt: event.at,
  partSince: event.at,
  minutes: setMinutes(event.minutes, event.interpreter),
  shares: fitShares(event.shares),
  interpreter: event.interpreter,
  seenBy: event.seenBy,
  spans: openSpan(context, event.at, 'inledning'),
});

/** The parts go on without a clock; what had run so far is kept as it was. */
export const putOnPaper = (context: MeetingContext, at: Instant): Change => ({
  onPaper: true,
  startedAt: context.startedAt ?? at,
  partSince: context.partSince ?? at,
  spans: closeSpans(context, at),
  round: [],
  pausedSince: null,
  pausedUntil: null,
  clockDoubt: false,
  askedToLeave: null,
});

const standing = (facts: MeetingFacts): readonly StandingQuestion[] => {
  const open = (answer: MeetingFacts['consentMake']): boolean =>
    answer === null || answer === 'later';
  return [
    ...(open(facts.consentMake) ? (['consentMake'] as const) : []),
    ...(open(facts.consentShare) ? (['consentShare'] as const) : []),
  ];
};

/** Another part: the clock counts for it, and the round and the page of the one left are forgotten. */
export const enteredPart = (
  context: MeetingContext,
  at: Instant,
  part: Part,
  facts: MeetingFacts | null,
): Change => ({
  part,
  partSince: at,
  spans: ticks(context) ? openSpan(context, at, part) : context.spans,
  round: [],
  page: 0,
  ...(facts === null ? {} : { wentOnWithout: standing(facts) }),
});

/** A pause or a halt: the clock stands. */
export const stopped = (context: MeetingContext, at: Instant, until: Instant | null): Change => ({
  spans: closeSpans(context, at),
  pausedSince: context.pausedSince ?? at,
  pausedUntil: until,
});

/** A meeting led on paper goes on without a clock. */
export const wentOn = (context: MeetingContext, at: Instant): Change => ({
  spans: context.onPaper ? context.spans : openSpan(context, at, context.part),
  pausedSince: null,
  pausedUntil: null,
  askedToLeave: null,
});

/** `minutes` left from `at` on. The difference to what the spans tell is carried by the present part. */
export const withTimeLeft = (
  context: MeetingContext,
  at: Instant,
  minutes: number,
): { readonly carried: MeetingContext['carried']; readonly minutes: number } => {
  const left = Math.max(0, Math.min(maxMinutes, minutes)) * minute;
  const used = timeUsed({ ...context, carried: nothingPerPart }, at);
  const measured = parts.reduce((sum, part) => sum + context.carried[part], 0);
  const whole = Math.max(context.minutes * minute, left);
  const missing = whole - left - used - measured;
  return {
    minutes: whole / minute,
    carried: { ...context.carried, [context.part]: context.carried[context.part] + missing },
  };
};

/** The question about the clock is answered; a running meeting counts on from `at` (which may be earlier). */
export const timeSet = (context: MeetingContext, event: Of<'time.set'>): Change => {
  const running = ticks(context);
  const closed = { ...context, spans: closeSpans(context, event.at) };
  return {
    ...withTimeLeft(closed, event.at, event.minutesLeft),
    spans: running ? openSpan(closed, event.at, context.part) : closed.spans,
    clockDoubt: false,
  };
};

/** Another day: no pause is counted, and those who were out are taken to be there again. */
export const continued = (context: MeetingContext, event: Of<'meeting.continued'>): Change => ({
  ...(event.minutes === undefined || event.minutes === null
    ? {}
    : withTimeLeft(context, event.at, event.minutes)),
  ...wentOn(context, event.at),
  partSince: event.at,
  out: [],
  back: [],
});

export const timeAdded = (context: MeetingContext, event: Of<'time.added'>): Change => ({
  minutes: Math.min(maxMinutes * 2, context.minutes + Math.round(event.minutes)),
});

export const personLeft = (context: MeetingContext, event: Of<'person.left'>): Change => ({
  out: context.out.some((one) => one.participantId === event.participantId)
    ? context.out
    : [...context.out, { participantId: event.participantId, since: event.at }],
  round: context.round.filter((id) => id !== event.participantId),
});

export const personReturned = (context: MeetingContext, event: Of<'person.returned'>): Change => {
  const was = context.out.find((one) => one.participantId === event.participantId);
  return {
    out: context.out.filter((one) => one.participantId !== event.participantId),
    back:
      was === undefined
        ? context.back
        : [
            ...context.back.filter((one) => one.participantId !== event.participantId),
            {
              participantId: event.participantId,
              from: was.since,
              to: Math.max(was.since, event.at),
            },
          ],
  };
};

export const askedToLeave = (change: ConsentChange): string | null =>
  change.kind === 'party' ? change.participantId : null;

export const pointTicked = (context: MeetingContext, event: Of<'points.ticked'>): Change => {
  const others = (context.ticked[event.part] ?? []).filter((point) => point !== event.point);
  return {
    ticked: { ...context.ticked, [event.part]: event.ticked ? [...others, event.point] : others },
  };
};

/** Round and round. */
export const turned = (index: number, of: number): number => (of > 0 ? (index + 1) % of : 0);

export const finished = (
  context: MeetingContext,
  at: Instant,
  followUp: FollowUp | null,
  ground: EndGround,
): Change => ({
  spans: closeSpans(context, at),
  ended: { at, ground },
  followUp: followUp ?? context.followUp,
  round: [],
  pausedSince: null,
  pausedUntil: null,
  clockDoubt: false,
  askedToLeave: null,
  page: 0,
});
