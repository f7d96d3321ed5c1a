import {
  addDisagreement,
  addIntervention,
  addLater,
  addLongTermGoal,
  addNote,
  addOwnAction,
  addQuestion,
  addResource,
  addSituation,
  addSubgoal,
  addValue,
} from '../../../plan/commands/addRows.ts';
import type { PlanDocument } from '../../../plan/document.ts';
import type { RowKind } from '../../../plan/model.ts';
import type { WriteContext } from '../../../plan/writeContext.ts';
import type { Part } from '../../parts.ts';

/** What a line can be made into with one tap, in each part. A line with no chip is a note. */
export type LineKind =
  | 'longTermGoal'
  | 'subgoal'
  | 'intervention'
  | 'later'
  | 'disagreement'
  | 'worksWell'
  | 'worksLess';

const always: readonly LineKind[] = ['subgoal', 'intervention', 'later', 'disagreement'];

/** A kind that is chosen stands among the chips even where it is not offered. */
export const kindsOf = (part: Part, present: RowKind): readonly LineKind[] => {
  const offered: readonly LineKind[] =
    part === 'aktuellSituation' ? ['worksWell', 'worksLess', ...always] : always;
  const chip = chipOf(present);
  return chip === null || offered.includes(chip) ? offered : [chip, ...offered];
};

const chips: readonly LineKind[] = ['longTermGoal', ...always, 'worksWell', 'worksLess'];

/** The chip that a row's kind lights; an own action is an intervention that {namn} does. */
export const chipOf = (kind: RowKind): LineKind | null =>
  kind === 'ownAction' ? 'intervention' : (chips.find((chip) => chip === kind) ?? null);

/** A new row of a kind. Interventions and own actions go under the step that is on the screen. */
export const addRowOf = (
  doc: PlanDocument,
  ctx: WriteContext,
  kind: RowKind,
  text: string,
  subgoalId: string | null,
): ReturnType<typeof addNote> => {
  switch (kind) {
    case 'intervention':
      return addIntervention(doc, ctx, { text, subgoalId });
    case 'ownAction':
      return addOwnAction(doc, ctx, { text, subgoalId });
    case 'subgoal':
      return addSubgoal(doc, ctx, { text });
    case 'longTermGoal':
      return addLongTermGoal(doc, ctx, { text });
    case 'later':
      return addLater(doc, ctx, { text });
    case 'disagreement':
      return addDisagreement(doc, ctx, { text });
    case 'worksWell':
      return addSituation(doc, ctx, { text, works: 'well' });
    case 'worksLess':
      return addSituation(doc, ctx, { text, works: 'less' });
    case 'resource':
      return addResource(doc, ctx, { text });
    case 'value':
      return addValue(doc, ctx, { text });
    case 'question':
      return addQuestion(doc, ctx, { text });
    case 'note':
      return addNote(doc, ctx, { text });
  }
};
