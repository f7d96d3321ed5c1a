import type { RowKind } from './model.ts';

/** Rows that never reach the shared view: there is no switch for it (field.md 2). */
const neverShown: ReadonlySet<RowKind> = new Set(['note', 'later']);

/** Shown only one by one, never by **Visa allt vi är överens om** (field.md 2). */
const shownOneByOne: ReadonlySet<RowKind> = new Set(['worksLess', 'disagreement']);

export const mayBeShown = (kind: RowKind): boolean => !neverShown.has(kind);

/** What **Visa allt vi är överens om** shows. */
const agreedKinds: ReadonlySet<RowKind> = new Set([
  'longTermGoal',
  'subgoal',
  'intervention',
  'ownAction',
]);

export const isShownWithAll = (kind: RowKind): boolean => agreedKinds.has(kind);

/** A row that becomes of such a kind is hidden first, whatever it was before. */
export const startsHidden = (kind: RowKind): boolean =>
  neverShown.has(kind) || shownOneByOne.has(kind);
