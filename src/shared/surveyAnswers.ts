/**
 * What **Hur var mötet?** asks, and what can be answered (field.md 24).
 *
 * The six areas are those of SIP-kollen (domain.md 5.1), the statements and faces our own: it is not SIP-kollen.
 */
export const answerers = ['individual', 'close', 'child'] as const;
export type Answerer = (typeof answerers)[number];

export const statements = [
  'respect',
  'influence',
  'relevance',
  'structure',
  'information',
  'followUp',
] as const;
export type Statement = (typeof statements)[number];

/** 1: not at all … 5: completely. Null: **Jag vill inte svara**. */
export type Face = 1 | 2 | 3 | 4 | 5;
export const faces: readonly Face[] = [1, 2, 3, 4, 5];
export type Answers = Readonly<Record<Statement, Face | null>>;

export const noAnswers: Answers = {
  respect: null,
  influence: null,
  relevance: null,
  structure: null,
  information: null,
  followUp: null,
};

/** Somebody who answered nothing has not answered. */
export const hasAnswered = (answers: Answers): boolean =>
  statements.some((statement) => answers[statement] !== null);

/** As six digits in the order of the statements, 0 where nothing was answered. */
export const answersToDigits = (answers: Answers): string =>
  statements.map((statement) => answers[statement] ?? 0).join('');

/** Null where it is not six such digits, or nothing was answered. */
export const digitsToAnswers = (digits: string): Answers | null => {
  if (!/^[0-5]{6}$/u.test(digits)) return null;
  let answers = noAnswers;
  for (const [at, statement] of statements.entries()) {
    const face = faces.find((each) => `${each}` === digits[at]) ?? null;
    answers = { ...answers, [statement]: face };
  }
  return hasAnswered(answers) ? answers : null;
};
