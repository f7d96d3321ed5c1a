import { ok } from '../../shared/result.ts';
import type { PlanDocument } from '../document.ts';
import { type PlanWriter, write } from '../documentWrite.ts';
import { rowFields } from '../fields.ts';
import { limits } from '../limits.ts';
import type { Decision, Doer, InterventionStatus, RowKind, Timing } from '../model.ts';
import { keyAfterAll } from '../orderKeys.ts';
import type { WriteContext } from '../writeContext.ts';
import { type Check, checkRoom, checkText, checkValue, findRow, firstError } from './check.ts';
import { allItems } from './items.ts';

/** What the row commands share: everything that a row can be given in one go. */
export interface RowDetails {
  readonly subgoalId?: string | null;
  readonly longTermGoalId?: string | null;
  readonly date?: string | null;
  readonly timing?: Timing | null;
  readonly where?: string | null;
  readonly doers?: readonly Doer[] | null;
  readonly decision?: Decision | null;
  readonly followUp?: string | null;
  readonly status?: InterventionStatus | null;
}

/** Which registers a kind of row has. */
const fieldsOf: Readonly<Partial<Record<RowKind, readonly (keyof RowDetails)[]>>> = {
  subgoal: ['longTermGoalId', 'date'],
  intervention: ['subgoalId', 'timing', 'where', 'doers', 'decision', 'followUp', 'status'],
  ownAction: ['subgoalId', 'timing'],
};

export const hasField = (kind: RowKind, field: keyof RowDetails): boolean =>
  fieldsOf[kind]?.includes(field) ?? false;

/** Adds a row last in the plan and gives its id. */
export const addRow = (
  doc: PlanDocument,
  ctx: WriteContext,
  kind: RowKind,
  text: string,
  details: RowDetails = {},
): Check<string> => {
  const failed = firstError(
    checkText('text', text, limits.rowText),
    checkRoom(doc, 'rows'),
    checkDetails(doc, kind, details),
  );
  if (!failed.ok) return failed;
  const order = keyAfterAll(allItems(doc));
  return write(doc, ctx, (writer) => {
    const id = writer.addItem(kind);
    writer.setRegister(id, 'there', true);
    writer.setRegister(id, 'order', order);
    if (text !== '') writer.setText({ item: id, field: 'text' }, text);
    writeDetails(writer, id, kind, details);
    return id;
  });
};

export const checkDetails = (doc: PlanDocument, kind: RowKind, details: RowDetails): Check => {
  for (const [name, value] of Object.entries(details)) {
    const field = name as keyof RowDetails;
    if (value === undefined) continue;
    if (!hasField(kind, field)) return { ok: false, error: { kind: 'invalid', field } };
    const failed = firstError(
      checkValue(field, rowFields[field], value),
      field === 'subgoalId' ? checkParent(doc, value, 'subgoal') : ok(undefined),
      field === 'longTermGoalId' ? checkParent(doc, value, 'longTermGoal') : ok(undefined),
    );
    if (!failed.ok) return failed;
  }
  return ok(undefined);
};

const checkParent = (doc: PlanDocument, id: unknown, kind: RowKind): Check<unknown> =>
  typeof id === 'string' ? findRow(doc, id, [kind]) : ok(undefined);

export const writeDetails = (
  writer: PlanWriter,
  id: string,
  kind: RowKind,
  details: RowDetails,
): void => {
  for (const field of fieldsOf[kind] ?? []) {
    const value = details[field];
    if (value === undefined) continue;
    writer.setRegister(id, field, value);
  }
};
