import { createPlanDocument, handleOf, otherOrigin, type PlanDocument } from './documentHandle.ts';
import { planItem } from './documentRead.ts';

/** What an item says of itself, as far as it can be read. */
export interface CopiedItem {
  readonly id: string;
  readonly kind: string;
  /** When it was added; 0 when it does not say. */
  readonly at: number;
}

/** A register or text of the plan as a whole. */
export interface CopiedField {
  readonly field: string;
  /** When it was written; null for a text, which does not say. */
  readonly at: number | null;
}

/**
 * A new document of what stays, for removal (design.md 6): kept items with their present values and texts, and what
 * is kept of the plan as a whole. Nothing of what goes is in it, neither deleted text nor undo. Who wrote each
 * value and when stays with it.
 */
export const copyPlan = (
  doc: PlanDocument,
  keepsItem: (item: CopiedItem) => boolean,
  keepsField: (field: CopiedField) => boolean = () => true,
): PlanDocument => {
  const from = handleOf(doc);
  const copy = createPlanDocument();
  const to = handleOf(copy);
  const gone = new Set<string>();
  for (const [id, raw] of from.items.entries()) {
    if (!keepsItem({ id, ...readItem(raw) })) gone.add(id);
  }
  to.y.transact(() => {
    for (const [key, value] of from.meta.entries()) to.meta.set(key, value);
    for (const [id, raw] of from.items.entries()) if (!gone.has(id)) to.items.set(id, raw);
    for (const [key, value] of from.registers.entries()) {
      const [item = '', field = ''] = key.split('|');
      if (gone.has(item)) continue;
      if (item === planItem && !keepsField({ field, at: readAt(value) })) continue;
      to.registers.set(key, value);
    }
    for (const name of from.y.share.keys()) {
      const [kind, item, field = ''] = name.split('/');
      if (kind !== 't' || item === undefined || gone.has(item)) continue;
      if (item === planItem && !keepsField({ field, at: null })) continue;
      const text = from.y.getText(name).toString();
      if (text !== '') to.y.getText(name).insert(0, text);
    }
  }, otherOrigin);
  return copy;
};

const readItem = (raw: unknown): Omit<CopiedItem, 'id'> => {
  const { kind } = asRecord(raw);
  return { kind: typeof kind === 'string' ? kind : '', at: readAt(raw) };
};

const readAt = (raw: unknown): number => {
  const { at } = asRecord(raw);
  return typeof at === 'number' ? at : 0;
};

const asRecord = (raw: unknown): Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null ? { ...raw } : {};
