/**
 * Stable names of places in the plan, the same in every view: a view gives its element this id, and a way to mend
 * something leads there. A row's is made of its own id.
 */
export type PlanAnchor =
  | 'person'
  | 'meeting'
  | 'important'
  | 'participants'
  | 'longTermGoals'
  | 'interventions'
  | 'lead'
  | 'nextMeeting'
  | 'answers'
  | `row-${string}`;

export const rowAnchor = (id: string): PlanAnchor => `row-${id}`;

/** The DOM id: `plan-lead`, `plan-row-…`. */
export const anchorId = (anchor: PlanAnchor): string => `plan-${anchor}`;

/** Where a field of the plan as a whole is, by its name in fields.ts. */
export const fieldAnchor = (field: string): PlanAnchor => {
  if (field.startsWith('lead')) return 'lead';
  if (field.startsWith('next')) return 'nextMeeting';
  if (field.startsWith('answer')) return 'answers';
  if (field.startsWith('meeting')) return 'meeting';
  return 'person';
};
