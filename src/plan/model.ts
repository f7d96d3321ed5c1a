import type { Instant, LocalDate } from '../shared/deps.ts';

/**
 * The plan as views and outputs read it: immutable, typed, made by `selectPlan` from the document.
 * Fields: the union of domain.md 3.5, with field.md 10 (decisions, several who do it), 12 and 13.
 */

/** Raised only when something is added; old shapes are read for ever. */
export const planSchema = 1;

/** Who wrote: the name and function of **Mina uppgifter**, as it stood then. */
export interface Author {
  readonly name: string;
  readonly function: string;
  readonly unit: string;
}

export interface Write<T> {
  readonly writeId: string;
  readonly value: T;
  readonly by: Author;
  readonly at: Instant;
}

/**
 * A field with one value that matters. `value` is null when nothing is written, and also when two wrote
 * at the same time: then `both` holds every write, and a person chooses.
 */
export interface Register<T> {
  readonly value: T | null;
  readonly both: readonly Write<T>[];
}

/** Responsible authority: HSL 2:2 (region, kommun) or somebody else (HSL 16:4 third item). */
export type Authority = 'region' | 'kommun' | 'annan';

export type CircleAudience = 'barn' | 'ungdom' | 'vuxen' | 'aldre';
/** What the individual chose for their own view. */
export type OwnLook = 'large' | 'airy' | 'contrast' | 'calm';
export type PlanKind = 'ny' | 'utskrivning' | 'uppfoljning';
export type Attendance = 'plats' | 'video' | 'telefon';
export type CallKind = 'kallad' | 'inbjuden';
export type CallReply = 'kommer' | 'annan' | 'kommerInte' | 'obesvarad';
export type Mandate = 'ja' | 'delvis' | 'nej';
export type NoticedBy =
  | 'skola'
  | 'socialtjanst'
  | 'region'
  | 'kommunHalsa'
  | 'enskild'
  | 'narstaende'
  | 'annan';
export type CoordinationNeed = 'litet' | 'visst' | 'medel' | 'stort';
export type Answer = 'ja' | 'delvis' | 'nej' | 'tanka';
export type InterventionStatus = 'inteBorjat' | 'pagar' | 'klart' | 'andras' | 'blevInteAv';

/** When and how often. `text` is free words and stands beside a coded choice. */
export interface Timing {
  readonly every: 'dag' | 'vecka' | 'manad' | null;
  readonly before: LocalDate | null;
  readonly text: string;
}

/** Whether the help is promised or needs a decision (field.md 10). */
export type Decision =
  | { readonly kind: 'behovsInte' }
  | { readonly kind: 'fattat' }
  | { readonly kind: 'soks'; readonly by: string; readonly date: LocalDate | null }
  | { readonly kind: 'provas'; readonly by: string; readonly date: LocalDate | null };

/** One who does an intervention. The authority is taken from the participant and can be changed. */
export interface Doer {
  readonly participantId: string | null;
  /** May be empty: a function is enough. */
  readonly name: string;
  readonly function: string;
  readonly service: string;
  readonly authority: Authority | null;
}

export type RowKind =
  | 'value'
  | 'worksWell'
  | 'worksLess'
  | 'longTermGoal'
  | 'subgoal'
  | 'intervention'
  | 'ownAction'
  | 'resource'
  | 'disagreement'
  | 'later'
  | 'note'
  | 'question';

interface RowBase {
  readonly id: string;
  readonly kind: RowKind;
  /** Free text in the language it was written in. */
  readonly text: string;
  /** Whether **Visa för alla** is on. Off from the start (field.md 2). */
  readonly shown: boolean;
  /** Since when, where it is: what was shown while somebody was out can be told (field.md 22). */
  readonly shownAt?: Instant | null;
  /** **Ska inte lämnas till …**: participant ids and names that no copy may reach with this row (field.md 12). */
  readonly notFor: readonly string[];
  /** **Inte när {namn} är med** (field.md 22). */
  readonly notWithChild: boolean;
  readonly createdBy: Author;
  readonly createdAt: Instant;
}

export interface TextRow extends RowBase {
  readonly kind:
    | 'value'
    | 'worksWell'
    | 'worksLess'
    | 'longTermGoal'
    | 'resource'
    | 'disagreement'
    | 'later'
    | 'note'
    | 'question';
}

export interface Intervention extends RowBase {
  readonly kind: 'intervention';
  readonly subgoalId: string | null;
  readonly timing: Register<Timing>;
  readonly where: Register<string>;
  readonly doers: Register<readonly Doer[]>;
  readonly decision: Register<Decision>;
  readonly followUp: Register<string>;
  readonly status: Register<InterventionStatus>;
}

export interface OwnAction extends RowBase {
  readonly kind: 'ownAction';
  readonly subgoalId: string | null;
  readonly timing: Register<Timing>;
}

export interface Subgoal extends RowBase {
  readonly kind: 'subgoal';
  /** The long-term goal it is a step towards, if anybody said so. */
  readonly longTermGoalId: string | null;
  readonly date: Register<LocalDate>;
  readonly interventions: readonly Intervention[];
  readonly ownActions: readonly OwnAction[];
}

export interface Participant {
  readonly id: string;
  readonly name: string;
  /** Behandlare, sjuksköterska, hustru … */
  readonly function: string;
  /** Vårdcentralen, missbruksenheten … Empty for a private person. */
  readonly service: string;
  readonly authority: Register<Authority>;
  readonly isIndividual: boolean;
  readonly call: Register<CallKind>;
  readonly reply: Register<CallReply>;
  readonly mandate: Register<Mandate>;
  readonly attendance: Register<Attendance>;
  /** Work phone for staff; may be shown in Avslutning and on copies (field.md 19). */
  readonly workPhone: Register<string>;
  readonly workHours: Register<string>;
  /** Private phone and address: never shown, never printed on copies to others. */
  readonly privatePhone: Register<string>;
  /** **Vem kan jag fråga?**: about what (field.md 19). */
  readonly askAbout: Register<string>;
  readonly spokenBefore: Register<string>;
  readonly protectedIdentity: Register<boolean>;
  /** The words of `service` that may stand on the shared view; none of them unless they are these. */
  readonly serviceOnScreen: Register<string>;
  /** Name and presence said yes to be shown on the wall. */
  readonly shown: boolean;
}

export interface NextMeeting {
  readonly date: Register<LocalDate>;
  /** `HH:MM`. */
  readonly time: Register<string>;
  readonly place: Register<string>;
  /** Who calls: a name. */
  readonly caller: Register<string>;
  readonly shown: boolean;
}

/** The law's fourth item, and the person who holds the plan. */
export interface LeadAuthority {
  readonly authority: Register<Exclude<Authority, 'annan'>>;
  readonly participantId: Register<string>;
  readonly name: Register<string>;
  /** **{name} håller i planen** may stand on the wall. */
  readonly shown: boolean;
}

export interface Answers {
  readonly unclear: Register<'ja' | 'nej'>;
  readonly soundsGood: Register<Answer>;
  readonly saysYes: Register<Answer>;
  /** Own words, if the person wants them kept. */
  readonly ownWords: string;
}

/** A field that two wrote at the same time, wherever it is; `chooseValue` with one of the write ids settles it. */
export interface Unsettled {
  /** The row or participant, or `plan`. */
  readonly item: string;
  readonly field: string;
  readonly writes: readonly Write<unknown>[];
}

export interface PutAway {
  readonly id: string;
  readonly kind: RowKind | 'participant';
  readonly text: string;
  readonly by: Author;
  readonly at: Instant;
}

export interface SipPlan {
  readonly schema: number;
  /** True when the document was written by a newer program: it is shown, not written. */
  readonly readOnly: boolean;
  /** **Vems plan är det?** */
  readonly name: Register<string>;
  /** **Namn på storskärmen**; may be empty. */
  readonly screenName: Register<string>;
  readonly audience: Register<CircleAudience>;
  readonly kind: Register<PlanKind>;
  readonly protectedIdentity: Register<boolean>;
  readonly personnummer: Register<string>;
  readonly address: Register<string>;
  readonly phone: Register<string>;
  readonly language: Register<string>;
  readonly interpreter: Register<boolean>;
  /** Adaptations in own words: breaks, few people, memory support. */
  readonly adaptations: string;
  readonly existingSip: Register<'ja' | 'nej' | 'vetInte'>;
  readonly noticedBy: Register<readonly NoticedBy[]>;
  readonly coordinationNeed: Register<CoordinationNeed>;
  /** **Vad är viktigt för dig?** in the individual's own words. */
  readonly important: { readonly text: string; readonly shown: boolean };
  readonly purpose: string;
  /** Date of the planned meeting, `HH:MM` and place. */
  readonly meeting: {
    readonly date: Register<LocalDate>;
    readonly time: Register<string>;
    readonly place: Register<string>;
    /** Minutes set aside. */
    readonly minutes: Register<number>;
  };
  /** Who leads and who writes (field.md 20). */
  readonly leads: Register<'jag' | 'kollega' | 'huvudperson' | 'tva'>;
  readonly writes: Register<'jag' | 'kollegaHar' | 'papper' | 'annanPlatta'>;
  /** **Visa tid**: with false the shared view says when the meeting ends, and counts nothing down. */
  readonly showTime: Register<boolean>;
  /** **Så vill jag ha det**: larger text, more space, stronger contrast, **Lugnt läge**. */
  readonly ownLook: Register<readonly OwnLook[]>;
  readonly participants: readonly Participant[];
  readonly questions: readonly TextRow[];
  readonly values: readonly TextRow[];
  readonly worksWell: readonly TextRow[];
  readonly worksLess: readonly TextRow[];
  readonly longTermGoals: readonly TextRow[];
  readonly subgoals: readonly Subgoal[];
  /** Interventions and own actions that stand under no subgoal. */
  readonly looseInterventions: readonly Intervention[];
  readonly looseOwnActions: readonly OwnAction[];
  readonly resources: readonly TextRow[];
  readonly disagreements: readonly TextRow[];
  readonly later: readonly TextRow[];
  readonly notes: readonly TextRow[];
  readonly lead: LeadAuthority;
  readonly nextMeeting: NextMeeting;
  readonly answers: Answers;
  readonly putAway: readonly PutAway[];
  readonly unsettled: readonly Unsettled[];
  /** How many items could not be read; they are kept (design.md 5). */
  readonly setAside: number;
}
