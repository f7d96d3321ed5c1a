import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translate } from '../../i18n/keys.ts';
import type { PlanDocument } from '../../plan/document.ts';
import type { RowKind, SipPlan } from '../../plan/model.ts';
import type { WriteContext } from '../../plan/writeContext.ts';
import type { Instant } from '../../shared/deps.ts';
import type { Fact } from '../../shared/fact.ts';
import type { Result } from '../../shared/result.ts';
import type { MeetingIntent } from '../meetingEvents.ts';
import type { Meeting } from '../meetingState.ts';
import type { Workspace } from '../workspace.ts';

/** **Leda** or **Skriva** (field.md 6). */
export type Face = 'leda' | 'skriva';

/** What covers the working area, one at a time; `null` is the meeting itself. */
export type Sheet =
  | 'end'
  | 'review'
  | 'hard'
  | 'forMe'
  | 'moreTime'
  | 'screen'
  | 'signal'
  | 'outs';

/** The line being written. `id` is null until the first letter is there. */
export interface Line {
  readonly id: string | null;
  /** The kind chosen before there is a row; after that the row knows. */
  readonly kind: RowKind;
  /** The step that a new intervention goes under. */
  readonly subgoalId: string | null;
}

/** A card that was shown, kept in memory only and never stored (field.md 16). */
export interface Signal {
  readonly name: string;
  readonly card: SignalCard;
}

export const signalCards = [
  'paus',
  'forstarInte',
  'sagaNagot',
  'forFort',
  'intePrata',
  'gaUt',
  'lasUpp',
] as const;

export type SignalCard = (typeof signalCards)[number];

/** What every piece of the leader's screen reads and may do. */
export interface Leader {
  readonly workspace: Workspace;
  readonly plan: SipPlan;
  readonly meeting: Meeting;
  readonly t: Translate;
  /** The one whose plan it is, as the leader's screen says it. */
  readonly name: string;
  /** True when the individual leads: the same screen in du-form (field.md 20). */
  readonly inYouForm: boolean;
  readonly now: Instant;
  readonly face: Face;
  readonly setFace: (face: Face) => void;
  readonly sheet: Sheet | null;
  readonly open: (sheet: Sheet | null) => void;
  readonly line: Line;
  readonly setLine: (line: Line) => void;
  /** The step that Behov shows; null for rows without a step. */
  readonly stepId: string | null;
  readonly setStepId: (id: string | null) => void;
  readonly signals: readonly Signal[];
  readonly addSignal: (signal: Signal) => void;
  readonly dropSignal: (signal: Signal) => void;
  readonly send: (intent: MeetingIntent) => Promise<boolean>;
  /** A command of the plan; null when it was refused or did not reach the disk, which the screen then says. */
  readonly edit: <T, E>(
    command: (doc: PlanDocument, ctx: WriteContext) => Result<T, E>,
  ) => Promise<T | null>;
  readonly record: (maker: (ctx: WriteContext) => Fact) => Promise<boolean>;
}

export const LeaderContext = createContext<Leader | null>(null);

export const useLeader = (): Leader => {
  const leader = useContext(LeaderContext);
  if (leader === null) throw new Error('useLeader outside the leader screen');
  return leader;
};
