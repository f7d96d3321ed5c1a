/**
 * **Hur var mötet?** as it is kept: for each month and kind of answerer, how many chose each face for each statement.
 * Nobody's answers are kept together, nor the day (field.md 24). Sealed in the vault as `survey`.
 */
import * as v from 'valibot';
import type { LocalDate } from '../../shared/deps.ts';
import { ok, type Result } from '../../shared/result.ts';
import {
  type Answerer,
  type Answers,
  answerers,
  hasAnswered,
  type Statement,
  statements,
} from '../../shared/surveyAnswers.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';

/** How many chose each face, the first first. */
const counts = v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.length(5));
const sumsOfStatements = v.object(v.entriesFromList(statements, counts));
const monthSums = v.object({
  /** "2026-11" */
  month: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/u)),
  who: v.picklist(answerers),
  /** How many have answered something. */
  answered: v.pipe(v.number(), v.integer(), v.minValue(0)),
  sums: sumsOfStatements,
  /** Random names of answers that came from phones, so that none is counted twice. They say nothing of anybody. */
  heard: v.optional(v.array(v.string())),
});
export type MonthSums = v.InferOutput<typeof monthSums>;

const name = 'survey';

type SurveyVault = Pick<VaultSession, 'readValue' | 'writeValue'>;

/** Nothing when it cannot be read now, or is of another shape. */
export const readSurvey = async (
  vault: Pick<SurveyVault, 'readValue'>,
): Promise<readonly MonthSums[]> => {
  const read = await vault.readValue(name);
  return read.ok ? parsed(read.value) : [];
};

const parsed = (value: unknown): readonly MonthSums[] => {
  const found = v.safeParse(v.array(monthSums), value);
  return found.success ? found.output : [];
};

const nothing = (): MonthSums['sums'] => ({
  respect: [0, 0, 0, 0, 0],
  influence: [0, 0, 0, 0, 0],
  relevance: [0, 0, 0, 0, 0],
  structure: [0, 0, 0, 0, 0],
  information: [0, 0, 0, 0, 0],
  followUp: [0, 0, 0, 0, 0],
});

const hasHeard = (all: readonly MonthSums[], from: string | null): boolean =>
  from !== null && all.some(({ heard }) => heard?.includes(from) === true);

/**
 * The sums with one person's answers in them. Somebody who answered nothing is not counted.
 * @param from the random name of answers that came from a phone: twice the same is once
 */
export const withAnswers = (
  all: readonly MonthSums[],
  who: Answerer,
  answers: Answers,
  today: LocalDate,
  from: string | null = null,
): readonly MonthSums[] => {
  if (!hasAnswered(answers) || hasHeard(all, from)) return all;
  const month = today.slice(0, 7);
  const isThis = (each: MonthSums): boolean => each.month === month && each.who === who;
  const before = all.find(isThis) ?? { month, who, answered: 0, sums: nothing() };
  const sums = nothing();
  for (const statement of statements)
    sums[statement] = before.sums[statement].map(
      (count, index) => count + (answers[statement] === index + 1 ? 1 : 0),
    );
  return [
    ...all.filter((each) => !isThis(each)),
    {
      ...before,
      answered: before.answered + 1,
      sums,
      ...(from !== null && { heard: [...(before.heard ?? []), from] }),
    },
  ];
};

/** Adds one person's answers and forgets them. */
export const addAnswers = async (
  vault: SurveyVault,
  who: Answerer,
  answers: Answers,
  today: LocalDate,
  from: string | null = null,
): Promise<Result<void, unknown>> => {
  // Sums that cannot be read now are not begun anew: they are still there.
  const before = await vault.readValue(name);
  if (!before.ok) return before;
  const all = parsed(before.value);
  const after = withAnswers(all, who, answers, today, from);
  return after === all ? ok(undefined) : vault.writeValue(name, after);
};

/** Whether the answers of this random name are in the sums. */
export const hasAnswersFrom = async (
  vault: Pick<SurveyVault, 'readValue'>,
  from: string,
): Promise<boolean> => hasHeard(await readSurvey(vault), from);

/** Fewer than this are not shown: a unit with one meeting a week knows who answered. */
export const fewestShown = 5;

export interface ShownSums {
  readonly who: Answerer;
  readonly answered: number;
  readonly sums: Readonly<Record<Statement, readonly number[]>>;
}

/**
 * What may be shown: months that are over, added together. A month comes in when it and those that wait with it are five
 * answers or more: else the difference from one month to the next would be one person's.
 */
export const shownSums = (all: readonly MonthSums[], today: LocalDate): readonly ShownSums[] =>
  answerers.flatMap((who) => {
    const over = all
      .filter((each) => each.who === who && each.month < today.slice(0, 7))
      .toSorted((one, other) => one.month.localeCompare(other.month));
    let shown: readonly MonthSums[] = [];
    let waiting: readonly MonthSums[] = [];
    for (const each of over) {
      waiting = [...waiting, each];
      if (answeredIn(waiting) < fewestShown) continue;
      shown = [...shown, ...waiting];
      waiting = [];
    }
    if (shown.length === 0) return [];
    const sums = nothing();
    for (const statement of statements)
      for (const each of shown)
        sums[statement] = sums[statement].map(
          (count, index) => count + (each.sums[statement][index] ?? 0),
        );
    return [{ who, answered: answeredIn(shown), sums }];
  });

const answeredIn = (months: readonly MonthSums[]): number =>
  months.reduce((sum, each) => sum + each.answered, 0);
