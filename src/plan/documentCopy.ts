import { createPlanDocument, handleOf, otherOrigin, type PlanDocument } from './documentHandle.ts';

/** What an item says of itself, as far as it can be read. */
export interface CopiedItem {
  readonly id: string;
  readonly kind: string;
  /** When it was added; 0 when it does not say. */
  readonly at: number;
}

/**
 * A new document of what stays, for removal (design.md 6): kept items with their present values and texts, and all
 * that belongs to the plan as a whole. Nothing of what goes is in it, neither deleted text nor undo. Who wrote each
 * value and when stays with it.
 */
export const copyPlan = (
  doc: PlanDocument,
  keepsItem: (item: CopiedItem) => boolean,
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
      if (!gone.has(key.split('|')[0] ?? '')) to.registers.set(key, value);
    }
    for (const name of from.y.share.keys()) {
      const [kind, item] = name.split('/');
      if (kind !== 't' || item === undefined || gone.has(item)) continue;
      const text = from.y.getText(name).toString();
      if (text !== '') to.y.getText(name).insert(0, text);
    }
  }, otherOrigin);
  return copy;
};

const readItem = (raw: unknown): Omit<CopiedItem, 'id'> => {
  const value: Readonly<Record<string, unknown>> =
    typeof raw === 'object' && raw !== null ? { ...raw } : {};
  return {
    kind: typeof value.kind === 'string' ? value.kind : '',
    at: typeof value.at === 'number' ? value.at : 0,
  };
};
