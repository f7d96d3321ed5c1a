import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { setPlanField } from '../../../plan/commands/wholePlan.ts';
import type { PlanField, PlanFieldValue } from '../../../plan/fields.ts';

/** Writes one field of the plan as a whole; null clears it. */
export const useWritePlan = (): (<F extends PlanField>(
  field: F,
  value: PlanFieldValue<F> | null,
) => void) => {
  const { edit } = useWorkspace();
  return (field, value) => void edit((doc, ctx) => setPlanField(doc, ctx, { field, value }));
};
