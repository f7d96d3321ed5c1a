import type { LanguageCode } from '../i18n/languages.ts';
import type { Part } from '../meeting/parts.ts';
import type { Instant, LocalDate } from '../shared/deps.ts';

/**
 * What the room sees: the only shape that may reach the shared view, in each of its forms (design.md 2, field.md 1–2).
 * Data, not sentences: dates and kinds are coded, and the views put them into words in their own language.
 * Free text in it comes from rows with **Visa för alla** on, and from nothing else.
 */
export interface RoomView {
  /** **Namn på storskärmen**, or null: the shared view has that name or none. */
  readonly screenName: string | null;
  /** The individual's language, where there are texts in it; null: Swedish. */
  readonly language: LanguageCode | null;
  /** The plan is a child's: the pictures are of the child's set. */
  readonly forChild: boolean;
  /** The parts' shares of the time, for the circle. */
  readonly shares: readonly number[];
  readonly scene: RoomScene;
  /** **Det här hände när du var ute**, offered while the part lasts in which the individual came back. */
  readonly away: RoomAway | null;
  /** What **Avsluta mötet** asks while everyone watches; null where a meeting cannot be ended from here. */
  readonly end: RoomEnd | null;
}

/** "Bokas av {by} senast {before}": both from what the room has been shown, else `by` is empty. */
export interface RoomEnd {
  readonly by: string;
  readonly before: LocalDate;
}

export type RoomScene =
  /** The meeting has not begun: an empty circle. */
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'running';
      readonly part: Part;
      readonly next: Part | null;
      readonly time: RoomTime | null;
      readonly round: RoomRound | null;
      /** How many times **Nästa sida** was pressed; round and round among the pages there are. */
      readonly page: number;
      readonly body: RoomBody | RoomAway;
    }
  /** `until` is null when nobody has said how long, and when the reason is nobody's business in the room. */
  | { readonly kind: 'paused'; readonly part: Part | null; readonly until: Instant | null }
  /** **Dölj planen**: circle and time stay, the text goes. */
  | { readonly kind: 'hidden'; readonly part: Part; readonly time: RoomTime | null }
  /** Two minutes after **Avsluta mötet**: nothing but **Tack för i dag**. */
  | { readonly kind: 'thanks' }
  /** Locked or contact lost: the circle without time. Drawn by `RestingView`, never made from a case. */
  | { readonly kind: 'resting' };

/** Time left of the part, in whole fives, or when the meeting ends for those who want no countdown. */
export type RoomTime =
  | { readonly kind: 'left'; readonly minutes: number; readonly fraction: number }
  | { readonly kind: 'soon'; readonly fraction: number }
  | { readonly kind: 'ends'; readonly at: Instant };

export interface RoomRound {
  readonly now: string;
  readonly next: string | null;
}

export type RoomBody =
  | {
      readonly part: 'inledning';
      readonly own: string | null;
      readonly people: readonly RoomPerson[];
    }
  | {
      readonly part: 'aktuellSituation';
      readonly own: string | null;
      readonly worksWell: readonly string[];
      readonly worksLess: readonly string[];
      /** What matters and what gives strength, each on its own row. */
      readonly more: readonly string[];
    }
  | {
      readonly part: 'behov';
      /** Long-term goals: in the foot while there are no steps, else on a page of their own before them. */
      readonly goals: readonly string[];
      readonly steps: readonly RoomStep[];
      readonly agreed: RoomTally;
    }
  | {
      readonly part: 'sammanfattning';
      readonly people: readonly RoomDoings[];
      readonly disagreements: readonly string[];
      readonly lead: RoomWho | null;
      readonly agreed: RoomTally;
    }
  | {
      readonly part: 'avslutning';
      readonly people: readonly RoomDoings[];
      readonly next: RoomNextMeeting | null;
      readonly ask: readonly RoomAsk[];
      readonly copy: RoomCopy;
      /** True from **Avsluta mötet** until the view empties. */
      readonly over: boolean;
    };

/** What was shown for all while the individual was out, newest last; it stands in the place of the part (field.md 22). */
export interface RoomAway {
  readonly part: 'ute';
  /** `doing` is null for what nobody does: a goal, or what works. */
  readonly rows: readonly { readonly text: string; readonly doing: RoomRow | null }[];
}

/** Counted apart: what waits for an answer is not agreed (looks.md 4). */
export interface RoomTally {
  readonly agreed: number;
  readonly waiting: number;
}

/** Somebody by name, or by what they are where the name is not for the room. */
export interface RoomWho {
  readonly name: string;
  readonly place: RoomPlace;
}

/** What somebody is, in plain words: a service or function in their own words, else a coded authority. */
export type RoomPlace =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'authority'; readonly authority: 'region' | 'kommun' }
  /** Somebody does it of whom nothing may be said. */
  | { readonly kind: 'someone' }
  | { readonly kind: 'none' };

export type RoomPerson =
  | { readonly kind: 'individual'; readonly name: string | null; readonly leads: boolean }
  | {
      readonly kind: 'other';
      readonly name: string;
      readonly leads: boolean;
      /** Beside an individual who leads (field.md 20). */
      readonly supports: boolean;
      readonly what: readonly RoomPlace[];
    };

/** One step on the way (delmål). `number` and `text` are null for what stands under no step that is shown. */
export interface RoomStep {
  readonly number: number | null;
  readonly text: string | null;
  readonly rows: readonly RoomRow[];
}

export interface RoomRow {
  readonly text: string;
  /** Empty when nobody is named yet. */
  readonly who: readonly RoomDoer[];
  readonly when: RoomWhen | null;
  readonly undecided: RoomUndecided | null;
}

export interface RoomWhen {
  readonly every: 'dag' | 'vecka' | 'manad' | null;
  readonly before: LocalDate | null;
  readonly text: string;
}

/** "Inte bestämt än. {by} ger besked senast {date}." */
export interface RoomUndecided {
  readonly by: string;
  readonly date: LocalDate | null;
}

/** `self`: the individual. */
export type RoomDoer = RoomWho | 'self';

export interface RoomDoings {
  readonly who: RoomDoer;
  readonly rows: readonly Omit<RoomRow, 'who'>[];
}

export interface RoomNextMeeting {
  readonly date: LocalDate;
  readonly time: string;
  readonly place: string;
  readonly caller: string;
}

/** **Vem kan jag fråga?**: about what → name, work phone and hours (field.md 19). */
export interface RoomAsk {
  readonly about: string;
  readonly name: string;
  readonly phone: string;
  readonly hours: string;
}

/** How the individual gets the plan, by what is chosen; `always` until something is. */
export type RoomCopy = 'paper' | 'phone' | 'post' | 'always';
