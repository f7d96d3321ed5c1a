import * as v from 'valibot';
import type { Instant } from '../shared/deps.ts';
import type { Fact, PlacedFact } from '../shared/fact.ts';
import { allDoings } from './agreed.ts';
import { toCanonicalJson } from './canonicalJson.ts';
import { type ConsentSummaryInput, canonicalPlan, contentTextRows } from './canonicalPlan.ts';
import { compareVersions, type PlanChange } from './compareVersions.ts';
import type { SipPlan } from './model.ts';
import { type PlanContent, planContentSchema } from './planContent.ts';
import { mayBeShown } from './rowKinds.ts';
import type { WriteContext } from './writeContext.ts';

/**
 * How the plan stood when the meeting ended, and which rows the room had been shown, so that **Ändrat efter mötet**
 * can be marked and asked about: the plan is not changed without the individual's approval (field.md 9).
 */
export type ShownAtEndFact = Fact<
  'plan.shownAtEnd',
  { readonly content: string; readonly shown: readonly string[] }
>;

export interface ShownAtEnd {
  readonly at: Instant;
  readonly content: PlanContent;
  /** Ids of rows, and `important`, `lead`, `nextMeeting`, that were shown. */
  readonly shown: readonly string[];
}

/** Written with **Avsluta mötet**. */
export const recordShownAtEnd = (
  ctx: WriteContext,
  { plan, consent }: { readonly plan: SipPlan; readonly consent: ConsentSummaryInput },
): ShownAtEndFact => ({
  id: ctx.newId(),
  type: 'plan.shownAtEnd',
  at: ctx.at,
  by: { name: ctx.by.name, function: ctx.by.function, unit: ctx.by.unit },
  data: { content: toCanonicalJson(canonicalPlan(plan, consent)), shown: shownIds(plan) },
});

/** Of the newest meeting that ended; null when none did. */
export const foldShownAtEnd = (facts: readonly PlacedFact[]): ShownAtEnd | null => {
  const newest = facts
    .map(({ fact }) => fact)
    .filter(({ type }) => type === 'plan.shownAtEnd')
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .at(-1);
  return newest === undefined ? null : readShownAtEnd(newest);
};

export interface ChangedSinceShown {
  /** What is otherwise than when the meeting ended. */
  readonly changes: readonly PlanChange[];
  /** Rows that may be shown, hold words, and were not shown when the meeting ended. */
  readonly neverShown: readonly string[];
}

/** Null when no meeting ended here: on paper, or not yet. Then nothing can be said. */
export const changedSinceShown = (
  plan: SipPlan,
  snapshot: ShownAtEnd | null,
): ChangedSinceShown | null => {
  if (snapshot === null) return null;
  const now = canonicalPlan(plan, snapshot.content.consent);
  const shown = new Set(snapshot.shown);
  return {
    changes: compareVersions(snapshot.content, now),
    neverShown: visibleRows(plan)
      .filter(({ id, text }) => text.trim() !== '' && !shown.has(id))
      .map(({ id }) => id),
  };
};

const visibleRows = (plan: SipPlan) =>
  [...contentTextRows(plan), ...plan.subgoals, ...allDoings(plan)].filter(({ kind }) =>
    mayBeShown(kind),
  );

const shownIds = (plan: SipPlan): readonly string[] => [
  ...visibleRows(plan)
    .filter(({ shown }) => shown)
    .map(({ id }) => id),
  ...(plan.important.shown ? ['important'] : []),
  ...(plan.lead.shown ? ['lead'] : []),
  ...(plan.nextMeeting.shown ? ['nextMeeting'] : []),
];

const readShownAtEnd = ({ at, data }: Fact): ShownAtEnd | null => {
  const parsed = v.safeParse(dataSchema, data);
  if (!parsed.success) return null;
  try {
    const content = v.safeParse(planContentSchema, JSON.parse(parsed.output.content));
    return content.success ? { at, content: content.output, shown: parsed.output.shown } : null;
  } catch {
    return null;
  }
};

const dataSchema = v.object({ content: v.string(), shown: v.array(v.string()) });
