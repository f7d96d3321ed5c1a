import type { CaseState } from '../meeting/workspace.ts';
import type { PlanDocument } from '../plan/document.ts';
import { readWrites } from '../plan/documentRead.ts';
import type { Plant } from './testPlants.ts';

/** What somebody reads of a case, by the names that a test gave. For tests only. */
export interface Reading {
  readonly values: readonly string[];
  readonly letters: readonly string[];
  readonly rows: readonly string[];
  readonly facts: readonly string[];
  readonly state: CaseState;
}

export const readState = (state: CaseState, plant: Plant = 'none'): Reading => {
  const { value, both } = state.plan.meeting.place;
  const values = both.length > 0 ? both.map((write) => write.value) : value === null ? [] : [value];
  const sorted = values.map(String).sort();
  return {
    values: plant === 'lastWriterWins' ? sorted.slice(-1) : sorted,
    letters: [...state.plan.important.text],
    rows: [...state.plan.notes, ...state.plan.putAway].map(({ id }) => id),
    facts: state.log.map(({ fact }) => fact.id),
    state,
  };
};

/** The values that stand in a document now. */
export const valuesOf = (document: PlanDocument): readonly string[] =>
  [...readWrites(document, 'plan', 'meetingPlace').values()]
    .map((raw) => (typeof raw === 'object' && raw !== null && 'value' in raw ? raw.value : raw))
    .map(String);

/** The answers about consent that a window shows, also those that wait there as **Inte sparat**. */
export const answersOf = (state: CaseState): readonly string[] =>
  state.log.filter(({ fact }) => isConsentAnswer(fact.type)).map(({ fact }) => fact.id);

const isConsentAnswer = (type: string): boolean =>
  type === 'consent.recorded' || type === 'consent.withdrawn';
