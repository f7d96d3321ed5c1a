import type {
  Intervention,
  OwnAction,
  RowKind,
  SipPlan,
  Subgoal,
  TextRow,
} from '../../plan/model.ts';

/** Rows of the plan as the working area needs them: found by id, and those of one step. */

export type PlanRow = TextRow | Subgoal | Intervention | OwnAction;

/** What somebody does: what a step holds, and what Sammanfattning reads aloud. */
export type DoingRow = Intervention | OwnAction;

export const isDoing = (row: PlanRow): row is DoingRow =>
  row.kind === 'intervention' || row.kind === 'ownAction';

/** Interventions and own actions under a step, or those under none. */
export const doingsOf = (plan: SipPlan, stepId: string | null): readonly DoingRow[] => {
  if (stepId === null) return [...plan.looseInterventions, ...plan.looseOwnActions];
  const step = plan.subgoals.find((each) => each.id === stepId);
  return step === undefined ? [] : [...step.interventions, ...step.ownActions];
};

export const allRows = (plan: SipPlan): readonly PlanRow[] => [
  ...plan.questions,
  ...plan.values,
  ...plan.worksWell,
  ...plan.worksLess,
  ...plan.longTermGoals,
  ...plan.subgoals,
  ...plan.subgoals.flatMap((step) => [...step.interventions, ...step.ownActions]),
  ...plan.looseInterventions,
  ...plan.looseOwnActions,
  ...plan.resources,
  ...plan.disagreements,
  ...plan.later,
  ...plan.notes,
];

export const findRow = (plan: SipPlan, id: string | null): PlanRow | null =>
  id === null ? null : (allRows(plan).find((row) => row.id === id) ?? null);

/** The step that a row stands under. */
export const stepOf = (plan: SipPlan, id: string): string | null =>
  plan.subgoals.find((step) =>
    [...step.interventions, ...step.ownActions].some((row) => row.id === id),
  )?.id ?? null;

/** Whether a row of this kind belongs under a step. */
export const standsUnderStep = (kind: RowKind): boolean =>
  kind === 'intervention' || kind === 'ownAction';
