import type { Result } from '../shared/result.ts';
import { createPlanDocument, type PlanDocument } from './document.ts';
import type { Author } from './model.ts';
import type { WriteContext } from './writeContext.ts';

/** Helpers for tests: deterministic contexts and documents. Imported by tests only. */
export const eva: Author = {
  name: 'Eva Test',
  function: 'sjuksköterska',
  unit: 'Vårdcentralen i Åby',
};
export const per: Author = { name: 'Per Test', function: 'behandlare', unit: 'Missbruksenheten' };

/** A context whose ids and instants count up; `name` keeps two writers' ids apart. */
export const createContext = (name = 'a', by: Author = eva): WriteContext => {
  let count = 0;
  return {
    by,
    get at() {
      return 1_780_000_000_000 + count * 1_000;
    },
    newId: () => {
      count += 1;
      return `${name}${String(count).padStart(5, '0')}`;
    },
  };
};

export const createWriter = (
  name = 'a',
  by: Author = eva,
): { doc: PlanDocument; ctx: WriteContext } => ({
  doc: createPlanDocument(),
  ctx: createContext(name, by),
});

/** The value, or a throw that names the error. */
export const must = <T, E>(result: Result<T, E>): T => {
  if (!result.ok) throw new Error(`unexpected error: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** The consents that a plan needs to be made ready. */
export const saidYes = {
  make: { answer: 'yes', withdrawn: false, form: 'muntligt', at: 1_780_000_000_000, by: eva },
  share: { answer: 'yes', withdrawn: false, form: 'muntligt', at: 1_780_000_000_000, by: eva },
} as const;
