/** What the picking for the room must know besides the plan, and what of a plan may be seen at all. */
import type { SipPlan, TextRow } from '../plan/model.ts';

export interface RoomRules {
  readonly plan: SipPlan;
  /** Protected identity of the case: units, places and phones stay out (field.md 13). */
  readonly guarded: boolean;
  /** True while the individual is in the room: rows **Inte när {namn} är med** stay out (field.md 22). */
  readonly individualIsHere: boolean;
  /** Ids of those who lead, when known. */
  readonly leaders: readonly string[];
  /** Ids of those who support an individual who leads. */
  readonly supporters: readonly string[];
}

interface Showable {
  readonly shown: boolean;
  readonly notWithChild: boolean;
  readonly text: string;
}

export const isShown = (row: Showable, rules: RoomRules): boolean =>
  row.shown && !(row.notWithChild && rules.individualIsHere) && row.text.trim() !== '';

export const shownTexts = (rows: readonly TextRow[], rules: RoomRules): readonly string[] =>
  rows.filter((row) => isShown(row, rules)).map((row) => row.text.trim());

export const ownWords = (rules: RoomRules): string | null => {
  const { important } = rules.plan;
  const text = important.text.trim();
  return important.shown && text !== '' ? text : null;
};
