import type { WriteContext } from '../plan/writeContext.ts';
import type { LocalDate } from '../shared/deps.ts';
import type { Fact } from '../shared/fact.ts';

/**
 * What is logged about a case itself: made, opened, printed, given away, gallrad (PDL 4:2–3, lag 2001:454 10 §).
 * Each says who and when by being a fact; read in **Historik**.
 */
export type CaseCreatedFact = Fact<'case.created', Record<never, never>>;
export type CaseOpenedFact = Fact<'case.opened', Record<never, never>>;
export type CasePrintedFact = Fact<'case.printed', { readonly what: PrintedWhat }>;
export type CaseExportedFact = Fact<'case.exported', { readonly what: ExportedWhat }>;
/** To a colleague on this device: the short name that the colleague chose. */
export type CaseGivenFact = Fact<
  'case.given',
  { readonly toVault: string; readonly shortName: string }
>;
export type CaseReceivedFact = Fact<'case.received', { readonly fromVault: string }>;
/** Who may take the case over if its owner is away: the short name that the colleague chose. */
export type StandInChosenFact = Fact<
  'case.standInChosen',
  { readonly toVault: string; readonly shortName: string }
>;
export type StandInWithdrawnFact = Fact<'case.standInWithdrawn', Record<never, never>>;
/** Written before the colleague has the case: who has it, from whom, and why. */
export type CaseTakenOverFact = Fact<
  'case.takenOver',
  {
    readonly fromVault: string;
    readonly shortName: string;
    readonly reason: TakeOverReason;
    /** What was chosen under **Annat**; empty else. */
    readonly note: string;
  }
>;
/** Came back from a backup file, and was opened for the first time since. */
export type CaseRestoredFact = Fact<'case.restored', Record<never, never>>;
/** **Uppgifter borttagna**: how much, by whose choice, when. Never what. */
export type ContentsRemovedFact = Fact<'contents.removed', RemovalScope>;

/** A colleague of the same organisation writes in the case from another device (field.md 4). */
export type WriterInvitedFact = Fact<'writer.invited', InvitedWriter>;
/** They have it no more: from then on the case lies under another root. */
export type WriterRemovedFact = Fact<'writer.removed', { readonly member: string }>;

export interface InvitedWriter {
  readonly name: string;
  readonly function: string;
  readonly unit: string;
  readonly organisation: string;
  /** Public key of their vault: which one it is. */
  readonly member: string;
}

export type PrintedWhat =
  | 'plan'
  | 'version'
  | 'easy'
  | 'call'
  | 'invitation'
  | 'meetingPack'
  | 'information';
export type ExportedWhat = 'text' | 'calendar' | 'fhir' | 'log' | 'backup';

/** Never why somebody is away: that is theirs. */
export const takeOverReasons = ['today', 'longer', 'left', 'asked', 'other'] as const;
export type TakeOverReason = (typeof takeOverReasons)[number];

export interface RemovalScope {
  readonly scope: 'meetingNotes' | 'part' | 'all';
  readonly choice: 'individual' | 'retention' | 'staff';
  /** From when on it is gone, when that is another day than the fact's. */
  readonly date?: LocalDate;
}

const fact = <Type extends string, Data>(
  ctx: WriteContext,
  type: Type,
  data: Data,
): Fact<Type, Data> => ({ id: ctx.newId(), type, at: ctx.at, by: ctx.by, data });

export const caseCreated = (ctx: WriteContext): CaseCreatedFact => fact(ctx, 'case.created', {});
export const caseOpened = (ctx: WriteContext): CaseOpenedFact => fact(ctx, 'case.opened', {});
export const casePrinted = (ctx: WriteContext, what: PrintedWhat): CasePrintedFact =>
  fact(ctx, 'case.printed', { what });
export const caseExported = (ctx: WriteContext, what: ExportedWhat): CaseExportedFact =>
  fact(ctx, 'case.exported', { what });
export const caseGiven = (
  ctx: WriteContext,
  to: { readonly toVault: string; readonly shortName: string },
): CaseGivenFact => fact(ctx, 'case.given', to);
export const caseReceived = (ctx: WriteContext, fromVault: string): CaseReceivedFact =>
  fact(ctx, 'case.received', { fromVault });
export const standInChosen = (
  ctx: WriteContext,
  to: { readonly toVault: string; readonly shortName: string },
): StandInChosenFact => fact(ctx, 'case.standInChosen', to);
export const standInWithdrawn = (ctx: WriteContext): StandInWithdrawnFact =>
  fact(ctx, 'case.standInWithdrawn', {});
export const caseTakenOver = (
  ctx: WriteContext,
  data: CaseTakenOverFact['data'],
): CaseTakenOverFact => fact(ctx, 'case.takenOver', data);
export const caseRestored = (ctx: WriteContext): CaseRestoredFact => fact(ctx, 'case.restored', {});
export const contentsRemoved = (ctx: WriteContext, scope: RemovalScope): ContentsRemovedFact =>
  fact(ctx, 'contents.removed', scope);
export const writerInvited = (ctx: WriteContext, writer: InvitedWriter): WriterInvitedFact =>
  fact(ctx, 'writer.invited', writer);
export const writerRemoved = (ctx: WriteContext, member: string): WriterRemovedFact =>
  fact(ctx, 'writer.removed', { member });
