import { allInterventions, doersOf } from './agreed.ts';
import { type PlanAnchor, rowAnchor } from './anchors.ts';
import type { Doer, Intervention, SipPlan } from './model.ts';

/**
 * The four things that the law wants stated in the plan (HSL 16:4, SoL (2025:400) 10:8; domain.md 4.2). Pure.
 * All else that is good to have is advice (advice.ts) and never blocks. A field that two wrote at once is unmet
 * until somebody chose.
 */
export type LawItemId =
  /** Vilka insatser som behövs. */
  | 'needed'
  /** Vilka insatser respektive huvudman ska svara för. */
  | 'responsible'
  /** Vilka åtgärder som vidtas av någon annan än regionen eller kommunen. */
  | 'others'
  /** Vem av huvudmännen som ska ha det övergripande ansvaret för planen. */
  | 'lead';

export interface LawItem {
  readonly id: LawItemId;
  readonly met: boolean;
  /** Ids of the rows that something is missing in; empty when the whole is missing. */
  readonly missing: readonly string[];
  /** Where to mend it: the first place that something is missing in. Null when met. */
  readonly anchor: PlanAnchor | null;
}

export const lawItems = (plan: SipPlan): readonly LawItem[] => {
  const rows = allInterventions(plan).filter(({ text }) => text.trim() !== '');
  const unanswered = rows.filter((row) => !hasAuthorities(row)).map(({ id }) => id);
  const unnamed = rows.filter((row) => !namesOthers(row)).map(({ id }) => id);
  const some = rows.length > 0;
  return [
    item('needed', some, [], 'interventions'),
    item('responsible', some && unanswered.length === 0, unanswered, 'interventions'),
    item('others', some && unnamed.length === 0, unnamed, 'interventions'),
    item('lead', plan.lead.authority.value !== null, [], 'lead'),
  ];
};

export const isCompleteByLaw = (plan: SipPlan): boolean => lawItems(plan).every(({ met }) => met);

const item = (
  id: LawItemId,
  met: boolean,
  missing: readonly string[],
  whole: PlanAnchor,
): LawItem => {
  const [first] = missing;
  return { id, met, missing, anchor: met ? null : first === undefined ? whole : rowAnchor(first) };
};

/** Settled, somebody does it, and of each it is known whether region, kommun or somebody else answers for it. */
const hasAuthorities = ({ doers }: Intervention): boolean =>
  doers.value !== null &&
  doers.value.length > 0 &&
  doers.value.every(({ authority }) => authority !== null);

/** Somebody else than region and kommun is named, by person, function or service. */
const namesOthers = (row: Intervention): boolean => {
  const others = doersOf(row).filter(({ authority }) => authority === 'annan');
  return others.length === 0 || (row.doers.value !== null && others.every(isNamed));
};

const isNamed = ({ participantId, name, function: role, service }: Doer): boolean =>
  participantId !== null || [name, role, service].some((word) => word.trim() !== '');
