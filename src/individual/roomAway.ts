import { allDoings } from '../plan/agreed.ts';
import type { Instant } from '../shared/deps.ts';
import { doingRow } from './roomPlan.ts';
import { isShown, type RoomRules } from './roomRules.ts';
import type { RoomAway } from './roomShape.ts';

/** What was shown between two instants and still is, newest last; null when nothing was (field.md 22). */
export const shownBetween = (rules: RoomRules, from: Instant, to: Instant): RoomAway | null => {
  const { plan } = rules;
  const seen = <R extends { readonly shownAt?: Instant | null }>(rows: readonly R[]) =>
    rows.flatMap((row) => {
      const at = row.shownAt ?? null;
      return at !== null && at >= from && at <= to ? [{ row, at }] : [];
    });
  const texts = [
    ...plan.worksWell,
    ...plan.worksLess,
    ...plan.values,
    ...plan.resources,
    ...plan.longTermGoals,
    ...plan.subgoals,
    ...plan.disagreements,
  ].filter((row) => isShown(row, rules));
  const rows = [
    ...seen(texts).map(({ row, at }) => ({ at, text: row.text.trim(), doing: null })),
    ...seen(allDoings(plan).filter((row) => isShown(row, rules))).map(({ row, at }) => ({
      at,
      text: row.text.trim(),
      doing: doingRow(row, rules),
    })),
  ];
  return rows.length === 0
    ? null
    : {
        part: 'ute',
        rows: rows.toSorted((a, b) => a.at - b.at).map(({ text, doing }) => ({ text, doing })),
      };
};
