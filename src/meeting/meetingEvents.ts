import type { Instant, LocalDate } from '../shared/deps.ts';
import type { Fact } from '../shared/fact.ts';
import type { Part, Shares } from './parts.ts';

/**
 * Everything that can happen to a meeting. The machine is moved by these and nothing else; each is written as a
 * fact. Whatever a guard must know comes in the event, so that the machine needs to read nothing (design.md 4).
 */

/**
 * Who sees this screen besides the leader: the answer to **Ser andra din skärm?** (field.md 1), or the individual alone,
 * to whom the tablet was turned (**Visa för {namn}**).
 */
export type SeenBy = 'nej' | 'rummet' | 'video' | 'personen';

/** What the machine is told about plan and consent when the leader goes on. Made by `meetingFacts`. */
export interface MeetingFacts {
  readonly consentMake: 'yes' | 'no' | 'later' | null;
  readonly consentShare: 'yes' | 'no' | 'later' | null;
}

/** The four one-tap answers about what comes after (field.md 7). Dates and who are written in the plan. */
export type FollowUp =
  /** **Tid är bokad** */
  | { readonly kind: 'bokad' }
  /** **Bokas av {huvudansvarig} senast {datum}** */
  | { readonly kind: 'bokas'; readonly by: string; readonly before: LocalDate | null }
  /** **SIP:en avslutas** */
  | { readonly kind: 'avslutas' }
  /** **Vi hann inte, nytt möte**: the only one that leaves a red row in Att göra. */
  | { readonly kind: 'nyttMote' };

/** Three ways a consent changes in the room (field.md 11). */
export type ConsentChange =
  /** **Någon ska inte få veta mer**: that one goes out, then the meeting goes on. */
  | { readonly kind: 'party'; readonly participantId: string | null }
  /** **Något ska vi inte prata om**: the list grows, the meeting goes on. */
  | { readonly kind: 'subject' }
  /** **Ingen SIP**: the meeting ends. */
  | { readonly kind: 'none' };

interface Happened<Type extends string> {
  readonly type: Type;
  readonly at: Instant;
}

export type MeetingEvent =
  | (Happened<'meeting.started'> & {
      /** The length chosen under **Hur långt?**; the machine doubles it when there is an interpreter. */
      readonly minutes: number;
      readonly shares: Shares;
      readonly seenBy: SeenBy;
      readonly interpreter: boolean;
    })
  /** **Mötet hölls på papper**: the five parts without a clock. */
  | Happened<'meeting.onPaper'>
  /** **Ta paus**; `until` when a time to begin again was said. */
  | (Happened<'meeting.paused'> & { readonly until?: Instant | null })
  /** **Fortsätt mötet**, from a pause and from a changed consent. */
  | Happened<'meeting.resumed'>
  /** Broken off, to be gone on with another day. */
  | Happened<'meeting.cutShort'>
  /** Another day: the same part, with `minutes` left when said, else with what was left. */
  | (Happened<'meeting.continued'> & { readonly minutes?: number | null })
  /** Always works. Without `followUp` the answer given before holds, if any. */
  | (Happened<'meeting.ended'> & { readonly followUp?: FollowUp | null })
  | (Happened<'part.next'> & { readonly facts: MeetingFacts })
  | Happened<'part.back'>
  /** **Ge mer tid** */
  | (Happened<'time.added'> & { readonly minutes: number })
  /** The answer to "Klockan verkar ha ändrats. Hur lång tid är kvar?" */
  | (Happened<'time.set'> & { readonly minutesLeft: number })
  /** The clock was found to have been changed: the question stands until `time.set`. */
  | Happened<'clock.jumped'>
  | (Happened<'shares.set'> & { readonly shares: Shares })
  /** **Gå en runda**, with participant ids in their order. */
  | (Happened<'floor.roundStarted'> & { readonly order: readonly string[] })
  | Happened<'floor.next'>
  | Happened<'floor.roundEnded'>
  | (Happened<'person.left'> & { readonly participantId: string })
  | (Happened<'person.returned'> & { readonly participantId: string })
  | (Happened<'screen.seenBy'> & { readonly seenBy: SeenBy })
  | Happened<'plan.hidden'>
  | Happened<'plan.unhidden'>
  /** **Samtycket ändras** was pressed: the meeting halts, the wall shows a pause. */
  | Happened<'consent.opened'>
  | (Happened<'consent.changed'> & { readonly change: ConsentChange })
  | (Happened<'followUp.answered'> & { readonly followUp: FollowUp })
  | (Happened<'points.ticked'> & {
      readonly part: Part;
      readonly point: string;
      readonly ticked: boolean;
    })
  /** The next question of the kallelse, round and round among `of`. */
  | (Happened<'question.next'> & { readonly of: number })
  /** **Nästa sida** of the shared Sammanfattning, round and round among `of`. */
  | (Happened<'page.next'> & { readonly of: number });

export type MeetingEventType = MeetingEvent['type'];

type Unstamped<E> = E extends MeetingEvent ? Omit<E, 'at'> & { readonly at?: Instant } : never;

/** An event as a view sends it: who writes it puts the time on it. */
export type MeetingIntent = Unstamped<MeetingEvent>;

/** Adds the instant, where the sender gave none. */
export const stampEvent = (intent: MeetingIntent, at: Instant): MeetingEvent => ({
  ...intent,
  at: intent.at ?? at,
});

/** One event of one meeting, written by the device that led it in that term. */
export type MeetingEventFact = Fact<
  'meeting.event',
  { readonly meetingId: string; readonly term: number; readonly event: MeetingEvent }
>;

/** This device leads from now on (design.md 4, *Who leads*). The first start is term 1 without such a fact. */
export type LeaderTakenFact = Fact<
  'leader.taken',
  { readonly meetingId: string; readonly term: number }
>;

/** Somebody asks the device that leads for the lead. */
export type LeaderAskedFact = Fact<
  'leader.asked',
  { readonly meetingId: string; readonly term: number }
>;

/** The device that leads hands it over to another, which takes it with `leader.taken`. */
export type LeaderOfferedFact = Fact<
  'leader.offered',
  { readonly meetingId: string; readonly term: number; readonly to: string }
>;

export type MeetingFact = MeetingEventFact | LeaderTakenFact;
