import type { WriteContext } from '../plan/writeContext.ts';
import type { Instant, LocalDate } from '../shared/deps.ts';
import type { Fact, PlacedFact } from '../shared/fact.ts';
import { hadSeen } from '../shared/fact.ts';

/** **Efter mötet**: six lines, each done, not done or not needed, with by whom and when (field.md 9). */

export const afterLines = [
  /** **Prata med {namn} om hur mötet kändes** */
  'prata',
  /** **Läs igenom och gör planen klar** */
  'klar',
  /** **Ge planen till {namn}**: the required line. */
  'ge',
  /** **Skicka planen till dem som ska ha den** */
  'skicka',
  /** **För in i verksamhetens system** */
  'forIn',
  /** **Ta bort härifrån** */
  'taBort',
] as const;

export type AfterLineId = (typeof afterLines)[number];

export type AfterLineState = 'done' | 'notDone' | 'notNeeded';

export interface AfterLineInput {
  readonly line: AfterLineId;
  readonly state: AfterLineState;
  /** Whose meeting it is about; null for a case without a meeting. */
  readonly meetingId: string | null;
  /** Own words; never a score (field.md 24). */
  readonly note?: string;
  /** When it was done, or by when it shall be. */
  readonly date?: LocalDate;
  /** **För in i verksamhetens system**: which. */
  readonly system?: string;
  /** **Ge planen till {namn}**: on paper, in the phone, read aloud. */
  readonly way?: 'papper' | 'telefon' | 'upplast' | 'post';
  /** One line of a participant's own under **För in i verksamhetens system**, or a receiver under **Skicka**. */
  readonly participantId?: string;
}

export type AfterLineFact = Fact<'after.line', AfterLineInput>;

export interface AfterLine {
  readonly line: AfterLineId;
  readonly state: AfterLineState;
  /** False while nobody has answered. */
  readonly answered: boolean;
  readonly by: AfterLineFact['by'] | null;
  readonly at: Instant | null;
  readonly note: string;
  readonly date: LocalDate | null;
  readonly system: string;
  readonly way: AfterLineInput['way'] | null;
  /** The same line for single participants, the standing answer of each. */
  readonly participants: readonly (Omit<AfterLine, 'participants'> & {
    readonly participantId: string;
  })[];
}

/** In the order of the screen. */
export type AfterState = readonly AfterLine[];

/** `after.line` of one line. */
export const answerAfterLine = (ctx: WriteContext, input: AfterLineInput): AfterLineFact => ({
  id: ctx.newId(),
  type: 'after.line',
  at: ctx.at,
  by: ctx.by,
  data: input,
});

const unanswered = (line: AfterLineId): Omit<AfterLine, 'participants'> => ({
  line,
  state: 'notDone',
  answered: false,
  by: null,
  at: null,
  note: '',
  date: null,
  system: '',
  way: null,
});

const toLine = (placed: PlacedFact<AfterLineFact>): Omit<AfterLine, 'participants'> => {
  const { data, by, at } = placed.fact;
  return {
    line: data.line,
    state: data.state,
    answered: true,
    by,
    at,
    note: data.note ?? '',
    date: data.date ?? null,
    system: data.system ?? '',
    way: data.way ?? null,
  };
};

/**
 * The answer that holds: one that another had seen is replaced by it; of concurrent ones what is not done yet
 * holds, so that nobody takes a line for done that somebody else opened again; then the newer.
 */
const standing = (
  answers: readonly PlacedFact<AfterLineFact>[],
): PlacedFact<AfterLineFact> | undefined =>
  answers
    .filter((one) => !answers.some((other) => other !== one && hadSeen(other, one)))
    .sort(
      (a, b) =>
        Number(b.fact.data.state === 'notDone') - Number(a.fact.data.state === 'notDone') ||
        b.fact.at - a.fact.at ||
        (a.fact.id < b.fact.id ? -1 : 1),
    )[0];

const isAfterFact = (placed: PlacedFact): placed is PlacedFact<AfterLineFact> =>
  placed.fact.type === 'after.line';

/** The six lines of one meeting, from all the facts of a case. */
export const foldAfter = (facts: readonly PlacedFact[], meetingId: string | null): AfterState => {
  const answers = facts
    .filter(isAfterFact)
    .filter((placed) => placed.fact.data.meetingId === meetingId);
  return afterLines.map((line) => {
    const ofLine = answers.filter((placed) => placed.fact.data.line === line);
    const whole = standing(ofLine.filter((placed) => placed.fact.data.participantId === undefined));
    const ids = [...new Set(ofLine.map((placed) => placed.fact.data.participantId))]
      .filter((id) => id !== undefined)
      .sort();
    const participants = ids.flatMap((participantId) => {
      const answer = standing(
        ofLine.filter((placed) => placed.fact.data.participantId === participantId),
      );
      return answer === undefined ? [] : [{ ...toLine(answer), participantId }];
    });
    return { ...(whole === undefined ? unanswered(line) : toLine(whole)), participants };
  });
};

export const afterLine = (after: AfterState, line: AfterLineId): AfterLine =>
  after.find((each) => each.line === line) ?? { ...unanswered(line), participants: [] };

/** What every print carries: a working paper, until the plan is entered in a record system (field.md 9). */
export type PrintStamp =
  | { readonly kind: 'arbetsmaterial' }
  | { readonly kind: 'infort'; readonly system: string; readonly date: LocalDate | null };

/** **Arbetsmaterial …** until the line *För in* is done, then **Infört i {system} {datum}**. */
export const printStamp = (after: AfterState): PrintStamp => {
  const entered = afterLine(after, 'forIn');
  return entered.state === 'done'
    ? { kind: 'infort', system: entered.system, date: entered.date }
    : { kind: 'arbetsmaterial' };
};
