import type { PlanDocument } from '../document.ts';
import { readItems } from '../documentRead.ts';
import { type SelectedItem, selectItem } from '../selectItem.ts';

/** Every readable item, also those put away, in no order. */
export const allItems = (doc: PlanDocument): readonly SelectedItem[] => {
  const items: SelectedItem[] = [];
  for (const [id] of readItems(doc)) {
    const item = selectItem(doc, id);
    if (item !== null) items.push(item);
  }
  return items;
};
