import type { LocalDate } from '../../shared/deps.ts';
import { err } from '../../shared/result.ts';
import type { PlanDocument } from '../document.ts';
import { write } from '../documentWrite.ts';
import { limits } from '../limits.ts';
import type { Decision, Doer, InterventionStatus, RowKind, Timing } from '../model.ts';
import { startsHidden } from '../rowKinds.ts';
import type { WriteContext } from '../writeContext.ts';
import { type Check, checkText, findRow, firstError } from './check.ts';
import { checkDetails, hasField, type RowDetails, writeDetails } from './rows.ts';

/** Changes of rows that are there. Null clears a field. */
const setField = (doc: PlanDocument, ctx: WriteContext, id: string, details: RowDetails): Check => {
  const row = findRow(doc, id);
  if (!row.ok) return row;
  const { kind } = row.value;
  const misplaced = Object.keys(details).some((name) => !hasField(kind, name as keyof RowDetails));
  if (misplaced) return err({ kind: 'wrongKind', id });
  const failed = checkDetails(doc, kind, details);
  if (!failed.ok) return failed;
  return write(doc, ctx, (writer) => writeDetails(writer, id, kind, details));
};

/** Who does it: one or more, each with an authority (field.md 10). */
export const assignIntervention = (
  doc: PlanDocument,
  ctx: WriteContext,
  { id, doers }: { readonly id: string; readonly doers: readonly Doer[] },
): Check => setField(doc, ctx, id, { doers: doers.length === 0 ? null : doers });

/** When and how often, of an intervention or an own action. */
export const setTiming = (
  doc: PlanDocument,
  ctx: WriteContext,
  { id, timing }: { readonly id: string; readonly timing: Timing | null },
): Check => setField(doc, ctx, id, { timing });

export const setDecision = (
  doc: PlanDocument,
  ctx: WriteContext,
  { id, decision }: { readonly id: string; readonly decision: Decision | null },
): Check => setField(doc, ctx, id, { decision });

export const setStatus = (
  doc: PlanDocument,
  ctx: WriteContext,
  { id, status }: { readonly id: string; readonly status: InterventionStatus | null },
): Check => setField(doc, ctx, id, { status });

export const setWhere = (
  doc: PlanDocument,
  ctx: WriteContext,
  { id, where }: { readonly id: string; readonly where: string | null },
): Check => setField(doc, ctx, id, { where: emptyToNull(where) });

/** How and when an intervention is followed up, in words. */
export const setFollowUp = (
  doc: PlanDocument,
  ctx: WriteContext,
  { id, followUp }: { readonly id: string; readonly followUp: string | null },
): Check => setField(doc, ctx, id, { followUp: emptyToNull(followUp) });

/** When a subgoal is to be reached. */
export const setSubgoalDate = (
  doc: PlanDocument,
  ctx: WriteContext,
  { id, date }: { readonly id: string; readonly date: LocalDate | null },
): Check => setField(doc, ctx, id, { date });

/** Which long-term goal a subgoal is a step towards. */
export const setLongTermGoal = (
  doc: PlanDocument,
  ctx: WriteContext,
  { id, longTermGoalId }: { readonly id: string; readonly longTermGoalId: string | null },
): Check => setField(doc, ctx, id, { longTermGoalId });

/** The whole text at once, as the smallest splice. While somebody types, views use spliceText. */
export const setRowText = (
  doc: PlanDocument,
  ctx: WriteContext,
  { id, text }: { readonly id: string; readonly text: string },
): Check => {
  const failed = firstError(findRow(doc, id), checkText('text', text, limits.rowText));
  if (!failed.ok) return failed;
  return write(doc, ctx, (writer) => writer.setText({ item: id, field: 'text' }, text));
};

/**
 * A row becomes another kind: a note an intervention, say. Its id and its text stay; what it is given
 * beside can come in the same go. Details of its former kind stay in the document and come back with it.
 */
export const changeKind = (
  doc: PlanDocument,
  ctx: WriteContext,
  { id, kind, ...details }: { readonly id: string; readonly kind: RowKind } & RowDetails,
): Check => {
  const failed = firstError(findRow(doc, id), checkDetails(doc, kind, details));
  if (!failed.ok) return failed;
  return write(doc, ctx, (writer) => {
    writer.setRegister(id, 'kind', kind);
    if (startsHidden(kind)) writer.setRegister(id, 'shown', false);
    writeDetails(writer, id, kind, details);
  });
};

const emptyToNull = (text: string | null): string | null => (text === '' ? null : text);
