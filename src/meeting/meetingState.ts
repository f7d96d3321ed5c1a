import type { Instant } from '../shared/deps.ts';
import type { FollowUp, SeenBy } from './meetingEvents.ts';
import { defaultShares, type Part, type Shares } from './parts.ts';

/**
 * A meeting as views read it, made by `foldMeeting` from facts alone. Time is kept as instants; what is left is
 * worked out by `clock.ts` from this and a now.
 */

/** A stretch when the meeting ran, in one part. `to` is null while it runs. */
export interface RunningSpan {
  readonly part: Part;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** All that time arithmetic needs. */
export interface ClockData {
  /** Set length with doubling for an interpreter and with all that was added. 0 on paper. */
  readonly minutes: number;
  readonly shares: Shares;
  readonly part: Part;
  readonly spans: readonly RunningSpan[];
  /** Milliseconds used that no span tells: set by hand after the clock had been changed. May be negative. */
  readonly carried: Readonly<Record<Part, number>>;
}

export type MeetingPhase = 'waiting' | 'running' | 'paused' | 'halted' | 'onPaper' | 'ended';

export type EndGround = 'klart' | 'samtyckeAterkallat';

/** Questions that the leader went on without; they stand as cards, they lock nothing (field.md 7). */
export type StandingQuestion = 'consentMake' | 'consentShare';

export interface PersonOut {
  readonly participantId: string;
  readonly since: Instant;
}

/** Somebody who was out and came back: what was shown between is offered them (field.md 22). */
export interface PersonBack {
  readonly participantId: string;
  readonly from: Instant;
  readonly to: Instant;
}

export interface Round {
  readonly now: string;
  readonly next: string | null;
  /** Whose turn comes, the present first. Who has spoken is not kept. */
  readonly left: readonly string[];
}

export interface Meeting extends ClockData {
  /** Null while no meeting has begun. */
  readonly id: string | null;
  readonly phase: MeetingPhase;
  readonly halted: 'consent' | 'cutShort' | null;
  /** Who goes out because of a changed consent: "{namn} går ut. Fortsätt sedan." */
  readonly askedToLeave: string | null;
  readonly startedAt: Instant | null;
  /** When the present part was entered. */
  readonly partSince: Instant | null;
  readonly interpreter: boolean;
  readonly pausedSince: Instant | null;
  readonly pausedUntil: Instant | null;
  /** The clock was changed, and nobody has said yet how long is left. */
  readonly clockDoubt: boolean;
  readonly round: Round | null;
  readonly out: readonly PersonOut[];
  readonly back: readonly PersonBack[];
  /** **Dölj planen** is on. */
  readonly hidden: boolean;
  readonly seenBy: SeenBy;
  readonly followUp: FollowUp | null;
  readonly onPaper: boolean;
  readonly ended: { readonly at: Instant; readonly ground: EndGround } | null;
  readonly wentOnWithout: readonly StandingQuestion[];
  readonly ticked: Readonly<Record<Part, readonly string[]>>;
  /** Which question of the kallelse, from 0. */
  readonly question: number;
  /** Which page of the shared Sammanfattning, from 0. */
  readonly page: number;
  /** Highest instant in the meeting's facts: a start before it means that the clock was changed. */
  readonly lastAt: Instant | null;
  readonly term: number;
  /** The device that leads, null before the first event. */
  readonly leader: string | null;
  /** Events that a device wrote which did not lead: kept, told, not applied. */
  readonly unheard: number;
}

export interface MeetingState {
  /** The newest meeting, also when it has ended; one that waits where there has been none. */
  readonly current: Meeting;
  /** Older ones, oldest first. */
  readonly earlier: readonly Meeting[];
}

export const nothingPerPart: Readonly<Record<Part, number>> = {
  inledning: 0,
  aktuellSituation: 0,
  behov: 0,
  sammanfattning: 0,
  avslutning: 0,
};

export const nothingTicked: Readonly<Record<Part, readonly string[]>> = {
  inledning: [],
  aktuellSituation: [],
  behov: [],
  sammanfattning: [],
  avslutning: [],
};

export const emptyMeeting: Meeting = {
  id: null,
  phase: 'waiting',
  halted: null,
  askedToLeave: null,
  part: 'inledning',
  startedAt: null,
  partSince: null,
  minutes: 0,
  shares: defaultShares,
  spans: [],
  carried: nothingPerPart,
  interpreter: false,
  pausedSince: null,
  pausedUntil: null,
  clockDoubt: false,
  round: null,
  out: [],
  back: [],
  hidden: false,
  seenBy: 'nej',
  followUp: null,
  onPaper: false,
  ended: null,
  wentOnWithout: [],
  ticked: nothingTicked,
  question: 0,
  page: 0,
  lastAt: null,
  term: 0,
  leader: null,
  unheard: 0,
};

/** A meeting is under way: it runs, is paused or halted, or is being written in from paper. */
export const isOpen = (meeting: Meeting): boolean =>
  meeting.phase !== 'waiting' && meeting.phase !== 'ended';
