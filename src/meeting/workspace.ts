import type { ConsentState } from '../consent/consent.ts';
import type { PlanDocument } from '../plan/document.ts';
import type { TextRef } from '../plan/documentRead.ts';
import type { Author, SipPlan } from '../plan/model.ts';
import type { PlanVersion } from '../plan/versions.ts';
import type { WriteContext } from '../plan/writeContext.ts';
import type { Fact, PlacedFact } from '../shared/fact.ts';
import type { Result } from '../shared/result.ts';
import type { AfterState } from './afterMeeting.ts';
import type { MeetingIntent } from './meetingEvents.ts';
import type { MeetingState } from './meetingState.ts';

/**
 * What a view may do with an open case: read its state and give commands. `cases` makes one over the journal,
 * `practice` one in memory. A view never sees keys, records or the document itself.
 */

/** A record that could not be opened or read: kept, told in **Historik**, never dropped. */
export interface SetAsideRecord {
  readonly id: string;
  readonly device: string | null;
  readonly seq: number | null;
  readonly reason: string;
}

/** Records that a device has written and that are not here, both ends included: told in **Historik**. */
export interface MissingRecords {
  readonly device: string;
  readonly from: number;
  readonly to: number;
}

/** Everything about one case, immutable; a new one after every change. */
export interface CaseState {
  readonly caseId: string;
  readonly plan: SipPlan;
  readonly consent: ConsentState;
  readonly meeting: MeetingState;
  readonly versions: readonly PlanVersion[];
  /** The six lines of the newest meeting. */
  readonly after: AfterState;
  /** Every fact, oldest first. */
  readonly log: readonly PlacedFact[];
  readonly setAsideRecords: readonly SetAsideRecord[];
  readonly missingRecords: readonly MissingRecords[];
  /** Two devices wrote under one id: one is a copy of the other. Both are kept; told in **Historik**. */
  readonly copied: boolean;
}

export type SaveFailure = 'locked' | 'full' | 'busy' | 'slow' | 'closed' | 'failed';

/** A write that did not reach the disk. What was written stays on the screen and is tried again. */
export interface SaveError {
  readonly kind: 'notSaved';
  readonly reason: SaveFailure;
}

export type SaveState =
  /** **Sparat här** */
  | { readonly kind: 'saved' }
  /** **Sparar…** */
  | { readonly kind: 'saving' }
  /** **Inte sparat** */
  | SaveError;

/** The smallest splice that an input event makes. Places count UTF-16 units, as in the browser. */
export interface TextSplice {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/** One free text under the fingers. Typing is batched; all else is written at once. */
export interface Typing {
  readonly value: string;
  readonly splice: (splice: TextSplice) => void;
}

export interface Workspace {
  readonly state: CaseState;
  readonly save: SaveState;
  /**
   * The save state of this very moment: **Sparar…** from the touch on. `save` comes with the next drawing of the view,
   * after the write. Only the words of the save state listen here, so that a tap draws the rest once.
   */
  readonly saveNow: () => SaveState['kind'];
  readonly watchSave: (listener: () => void) => () => void;
  readonly me: Author;
  /** True in `/ova`: in memory only, and the screen says so. */
  readonly practice: boolean;
  /** A command of the plan, sealed and written before it answers. */
  readonly edit: <T, E>(
    command: (doc: PlanDocument, ctx: WriteContext) => Result<T, E>,
  ) => Promise<Result<T, E | SaveError>>;
  readonly typing: (ref: TextRef) => Typing;
  /** Something that happened, sealed and written before it answers. */
  readonly record: (maker: (ctx: WriteContext) => Fact) => Promise<Result<Fact, SaveError>>;
  /** Moves the meeting. The time is put on here unless the event carries one. */
  readonly send: (event: MeetingIntent) => Promise<Result<Fact, SaveError>>;
  readonly undo: () => Promise<Result<boolean, SaveError>>;
  readonly redo: () => Promise<Result<boolean, SaveError>>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Writes what is still being typed. Called on blur, hidden, change of part, lock. */
  readonly flush: () => Promise<Result<void, SaveError>>;
}
