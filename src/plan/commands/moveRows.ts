import { ok } from '../../shared/result.ts';
import type { PlanDocument } from '../document.ts';
import { write } from '../documentWrite.ts';
import { keysToMove } from '../orderKeys.ts';
import type { WriteContext } from '../writeContext.ts';
import { type Check, findItem, firstError } from './check.ts';
import { allItems } from './items.ts';
import { checkDetails, type RowDetails } from './rows.ts';

/** Nothing is deleted: it is put away, listed under **Borttaget**, and back in one tap. It is hidden first. */
export const putAway = (
  doc: PlanDocument,
  ctx: WriteContext,
  { id }: { readonly id: string },
): Check => {
  const item = findItem(doc, id);
  if (!item.ok) return item;
  const hidden = write(doc, ctx, (writer) => writer.setRegister(id, 'shown', false), {
    undoable: false,
  });
  if (!hidden.ok) return hidden;
  return write(doc, ctx, (writer) => writer.setRegister(id, 'there', false));
};

export const takeBack = (
  doc: PlanDocument,
  ctx: WriteContext,
  { id }: { readonly id: string },
): Check => {
  const item = findItem(doc, id);
  if (!item.ok) return item;
  return write(doc, ctx, (writer) => writer.setRegister(id, 'there', true));
};

/**
 * Puts a row or a participant after another (null: first), and an intervention or own action under
 * another subgoal when one is named (null: under none).
 */
export const moveRow = (
  doc: PlanDocument,
  ctx: WriteContext,
  {
    id,
    after,
    subgoalId,
  }: { readonly id: string; readonly after: string | null; readonly subgoalId?: string | null },
): Check => {
  const item = findItem(doc, id);
  if (!item.ok) return item;
  const details: RowDetails = subgoalId === undefined ? {} : { subgoalId };
  const failed = firstError(
    after === null ? ok(undefined) : findItem(doc, after),
    item.value.kind === 'row' ? checkDetails(doc, item.value.row.kind, details) : ok(undefined),
  );
  if (!failed.ok) return failed;
  if (after === id) return ok(undefined);
  const keys = keysToMove(
    allItems(doc).filter(({ kind }) => kind === item.value.kind),
    id,
    after,
  );
  return write(doc, ctx, (writer) => {
    for (const { id: moved, order } of keys) writer.setRegister(moved, 'order', order);
    if (subgoalId !== undefined) writer.setRegister(id, 'subgoalId', subgoalId);
  });
};
