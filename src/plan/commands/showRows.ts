import { err } from '../../shared/result.ts';
import type { PlanDocument } from '../document.ts';
import { planItem } from '../documentRead.ts';
import { write } from '../documentWrite.ts';
import { joinedFields } from '../fields.ts';
import { isShownWithAll, mayBeShown } from '../rowKinds.ts';
import type { WriteContext } from '../writeContext.ts';
import { type Check, checkValue, findItem, findRow, firstError } from './check.ts';
import { allItems } from './items.ts';

/**
 * What the room sees, and who may get a row. Undo leaves these alone: a tap meant for a misspelled word
 * must not put a hidden row back on the wall.
 */
const keptByUndo = { undoable: false } as const;

/** Shown fields of the plan as a whole, by what a view calls them. */
const wholeShown = {
  important: 'importantShown',
  nextMeeting: 'nextShown',
  lead: 'leadShown',
} as const;

const isWhole = (id: string): id is keyof typeof wholeShown => Object.hasOwn(wholeShown, id);

/**
 * **Visa för alla** of a row, of a participant's name, or of `important`, `nextMeeting` or `lead`.
 */
export const setShown = (
  doc: PlanDocument,
  ctx: WriteContext,
  { item: id, shown }: { readonly item: string; readonly shown: boolean },
): Check => {
  if (isWhole(id)) {
    const field = wholeShown[id];
    return write(doc, ctx, (writer) => writer.setRegister(planItem, field, shown), keptByUndo);
  }
  const item = findItem(doc, id);
  if (!item.ok) return item;
  if (shown && item.value.kind === 'row' && !mayBeShown(item.value.row.kind)) {
    return err({ kind: 'neverShown', id });
  }
  return write(doc, ctx, (writer) => writer.setRegister(id, 'shown', shown), keptByUndo);
};

/**
 * **Visa allt vi är överens om**: goals, interventions and own actions that hold words. Never what works
 * less well, never what we do not agree on (field.md 2).
 */
export const showAllAgreed = (doc: PlanDocument, ctx: WriteContext): Check => {
  const rows = allItems(doc).filter(
    (item) =>
      item.kind === 'row' &&
      item.away === null &&
      isShownWithAll(item.row.kind) &&
      item.row.text.trim() !== '',
  );
  return write(
    doc,
    ctx,
    (writer) => {
      for (const { id } of rows) writer.setRegister(id, 'shown', true);
      writer.setRegister(planItem, 'leadShown', true);
    },
    keptByUndo,
  );
};

/** **Ska inte lämnas till …**: participant ids or names that no copy may reach with this row (field.md 12). */
export const setNotFor = (
  doc: PlanDocument,
  ctx: WriteContext,
  { id, notFor }: { readonly id: string; readonly notFor: readonly string[] },
): Check => {
  const names = [...new Set(notFor.map((name) => name.trim()).filter((name) => name !== ''))];
  const failed = firstError(findRow(doc, id), checkValue('notFor', joinedFields.notFor, names));
  if (!failed.ok) return failed;
  return write(doc, ctx, (writer) => writer.setRegister(id, 'notFor', names), keptByUndo);
};

/** **Inte när {namn} är med** (field.md 22). */
export const setNotWithChild = (
  doc: PlanDocument,
  ctx: WriteContext,
  { id, notWithChild }: { readonly id: string; readonly notWithChild: boolean },
): Check => {
  const row = findRow(doc, id);
  if (!row.ok) return row;
  return write(
    doc,
    ctx,
    (writer) => writer.setRegister(id, 'notWithChild', notWithChild),
    keptByUndo,
  );
};
