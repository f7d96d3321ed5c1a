import { createContext, type RefObject } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translate } from '../../i18n/keys.ts';
import type { PlanDocument } from '../../plan/document.ts';
import type { RowKind, SipPlan } from '../../plan/model.ts';
import type { WriteContext } from '../../plan/writeContext.ts';
import type { ClockDep, Instant } from '../../shared/deps.ts';
import type { Fact } from '../../shared/fact.ts';
import type { Result } from '../../shared/result.ts';
import type { RaisedSignal, SignalCard } from '../../shared/signalMessage.ts';
import type { MeetingIntent } from '../meetingEvents.ts';
import type { Meeting } from '../meetingState.ts';
import type { Face, LeaderRoles } from '../roles.ts';
import type { CaseState, Workspace } from '../workspace.ts';

/** What stands before the meeting for a while, one at a time. */
export type Sheet =
  | 'end'
  | 'review'
  | 'hard'
  | 'forMe'
  | 'moreTime'
  | 'screen'
  | 'outs'
  | 'card'
  | 'code';

/** The line being written. `id` is null until the first letter is there. */
export interface Line {
  readonly id: string | null;
  /** The kind chosen before there is a row; after that the row knows. */
  readonly kind: RowKind;
}

/** A line with no chip is simply a note. */
export const emptyLine: Line = { id: null, kind: 'note' };

/** What every piece of the leader's screen reads and may do. */
export interface Leader {
  readonly workspace: Workspace;
  readonly plan: SipPlan;
  readonly meeting: Meeting;
  readonly t: Translate;
  /** The one whose plan it is, as the leader's screen says it. */
  readonly name: string;
  /** Who leads and who writes, and what follows for the screen (field.md 20). */
  readonly roles: LeaderRoles;
  /** Another window or device leads: nothing here moves the meeting. */
  readonly follows: boolean;
  readonly now: Instant;
  readonly clock: ClockDep['clock'];
  readonly face: Face;
  readonly setFace: (face: Face) => void;
  readonly sheet: Sheet | null;
  readonly open: (sheet: Sheet | null) => void;
  readonly line: Line;
  readonly setLine: (line: Line) => void;
  readonly lineField: RefObject<HTMLInputElement | HTMLTextAreaElement | null>;
  /** The step that Behov shows; null for rows without a step. */
  readonly stepId: string | null;
  readonly setStepId: (id: string | null) => void;
  /** Those that wait for an answer: in memory only, never stored (field.md 16). */
  readonly signals: readonly RaisedSignal[];
  /** The one whose plan it is shows a card, or presses it on this tablet. */
  readonly addSignal: (card: SignalCard) => void;
  readonly dropSignal: (signal: RaisedSignal) => void;
  /** **Tack, jag såg**: whoever gave the sign is told so, where the tablet is turned to them again. */
  readonly seeSignal: (signal: RaisedSignal) => void;
  readonly seenSignal: RaisedSignal | null;
  /** The plan did not take the last command. */
  readonly refused: boolean;
  readonly forgetRefused: () => void;
  readonly send: (intent: MeetingIntent) => Promise<boolean>;
  readonly edit: <T, E>(
    command: (doc: PlanDocument, ctx: WriteContext) => Result<T, E>,
  ) => Promise<Result<T, unknown>>;
  readonly record: (maker: (ctx: WriteContext, state: CaseState) => Fact) => Promise<boolean>;
}

export const LeaderContext = createContext<Leader | null>(null);

export const useLeader = (): Leader => {
  const leader = useContext(LeaderContext);
  if (leader === null) throw new Error('useLeader outside the leader screen');
  return leader;
};
