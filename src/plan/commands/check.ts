import * as v from 'valibot';
import { err, ok, type Result } from '../../shared/result.ts';
import type { CommandError } from '../commandError.ts';
import type { PlanDocument } from '../document.ts';
import { limits } from '../limits.ts';
import type { Participant, RowKind } from '../model.ts';
import { type SelectedItem, type SelectedRow, selectItem } from '../selectItem.ts';
import { allItems } from './items.ts';

/** Checks that commands share. All of them stand before the transaction, so that none is left half done. */
export type Check<T = void> = Result<T, CommandError>;

export const checkText = (field: string, text: string, max: number): Check =>
  text.length > max ? err({ kind: 'tooLong', field, max }) : ok(undefined);

/** Null clears the field. */
export const checkValue = (
  field: string,
  schema: v.GenericSchema<unknown, unknown>,
  value: unknown,
): Check => {
  if (value === null || value === undefined) return ok(undefined);
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return ok(undefined);
  const tooLong = parsed.issues.find(({ type }) => type === 'max_length');
  const max = tooLong?.requirement;
  return typeof max === 'number'
    ? err({ kind: 'tooLong', field, max })
    : err({ kind: 'invalid', field });
};

export const checkRoom = (doc: PlanDocument, what: 'rows' | 'participants'): Check => {
  const wanted = what === 'participants' ? 'participant' : 'row';
  const count = allItems(doc).filter(({ kind }) => kind === wanted).length;
  return count < limits[what] ? ok(undefined) : err({ kind: 'tooMany', what, max: limits[what] });
};

export const findItem = (doc: PlanDocument, id: string): Check<SelectedItem> => {
  const item = selectItem(doc, id);
  return item === null ? err({ kind: 'notFound', id }) : ok(item);
};

export const findRow = (
  doc: PlanDocument,
  id: string,
  kinds?: readonly RowKind[],
): Check<SelectedRow> => {
  const item = selectItem(doc, id);
  if (item === null) return err({ kind: 'notFound', id });
  if (item.kind !== 'row' || (kinds !== undefined && !kinds.includes(item.row.kind))) {
    return err({ kind: 'wrongKind', id });
  }
  return ok(item.row);
};

export const findParticipant = (doc: PlanDocument, id: string): Check<Participant> => {
  const item = selectItem(doc, id);
  if (item === null) return err({ kind: 'notFound', id });
  return item.kind === 'participant' ? ok(item.participant) : err({ kind: 'wrongKind', id });
};

/** The first that failed, or ok. */
export const firstError = (...checks: readonly Check<unknown>[]): Check => {
  for (const check of checks) if (!check.ok) return check;
  return ok(undefined);
};
