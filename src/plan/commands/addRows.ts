import type { LocalDate } from '../../shared/deps.ts';
import type { PlanDocument } from '../document.ts';
import type { Decision, Doer, Timing } from '../model.ts';
import type { WriteContext } from '../writeContext.ts';
import type { Check } from './check.ts';
import { addRow } from './rows.ts';

/** New rows. Each gives the id of the row; each starts hidden and stands last among its kind. */
export interface TextInput {
  readonly text: string;
}

export const addSubgoal = (
  doc: PlanDocument,
  ctx: WriteContext,
  {
    text,
    ...details
  }: TextInput & { readonly date?: LocalDate; readonly longTermGoalId?: string | null },
): Check<string> => addRow(doc, ctx, 'subgoal', text, details);

/** One text and three taps: all of it may come at once (field.md 6). */
export const addIntervention = (
  doc: PlanDocument,
  ctx: WriteContext,
  {
    text,
    ...details
  }: TextInput & {
    readonly subgoalId?: string | null;
    readonly doers?: readonly Doer[];
    readonly timing?: Timing;
    readonly where?: string;
    readonly decision?: Decision;
    readonly followUp?: string;
  },
): Check<string> => addRow(doc, ctx, 'intervention', text, details);

/** What the individual does: **Det här gör {namn} själv**. */
export const addOwnAction = (
  doc: PlanDocument,
  ctx: WriteContext,
  {
    text,
    ...details
  }: TextInput & { readonly subgoalId?: string | null; readonly timing?: Timing },
): Check<string> => addRow(doc, ctx, 'ownAction', text, details);

const adderOf =
  (kind: Parameters<typeof addRow>[2]) =>
  (doc: PlanDocument, ctx: WriteContext, { text }: TextInput): Check<string> =>
    addRow(doc, ctx, kind, text);

export const addLongTermGoal = adderOf('longTermGoal');
/** A line with no chip: for those who write, never shown. */
export const addNote = adderOf('note');
/** A question of the kallelse. */
export const addQuestion = adderOf('question');
export const addValue = adderOf('value');
export const addResource = adderOf('resource');
/** **Inte överens** */
export const addDisagreement = adderOf('disagreement');
/** **Ta upp senare** */
export const addLater = adderOf('later');

/** What works well, or less well, now. */
export const addSituation = (
  doc: PlanDocument,
  ctx: WriteContext,
  { text, works }: TextInput & { readonly works: 'well' | 'less' },
): Check<string> => addRow(doc, ctx, works === 'well' ? 'worksWell' : 'worksLess', text);
