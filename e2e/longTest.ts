/**
 * A long test: the same promise as in `npm test`, many more times. A file `e2e/long/NAME.ts` exports one as `longTest`.
 *
 * It is done in pieces, each some seconds to a few minutes long, so that it can be stopped and gone on with, and two
 * pieces can be done side by side, each in a process of its own.
 */

export interface PieceInput {
  /** 0, 1, 2 … */
  readonly piece: number;
  /** The same for the whole test. Make the piece's own chance of both, so that it can be done again. */
  readonly seed: number;
}

/** What was counted, as `{kills: 10, 'kills: typing': 4, lost: 0}`. Summed over the pieces. */
export type Counts = Readonly<Record<string, number>>;

export interface LongTest {
  /** What is shown, as a promise. */
  readonly promise: string;
  readonly pieces: number;
  /** Its pieces may be done at the same time: they measure no time and write no file of their own. */
  readonly sideBySide?: true;
  /** Throws when the promise is broken. */
  readonly run: (input: PieceInput) => Promise<Counts>;
}

export const addCounts = (all: readonly Counts[]): Counts => {
  const sum: Record<string, number> = {};
  for (const counts of all)
    for (const [name, value] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + value;
  return sum;
};
