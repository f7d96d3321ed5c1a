/**
 * Finds coded words while somebody writes: by the first letters of any word of the name, or of a word that it is also
 * known by. Å, ä and ö are letters of their own; who has no such keys finds **läkare** by *lakare*, after all that fit
 * as written. Endings are understood: *hemtjänsten* finds **Hemtjänst**.
 */
import { type Coded, type CodedId, type CodedKind, catalogue } from './catalogue.ts';

/** Best first; equal matches in the order of the catalogue. Nothing for no letters. */
export type FindCoded = (letters: string, kind?: CodedKind) => readonly Coded[];

/** In the language of those who write. */
export interface CodedWords {
  readonly nameOf: (id: CodedId) => string;
  /** Other words for the same, with spaces between. */
  readonly alsoOf: (id: CodedId) => string;
}

export const createFindCoded = ({ nameOf, alsoOf }: CodedWords): FindCoded => {
  const entries = catalogue.map((coded): Entry => {
    const names = wordsOf(nameOf(coded.id));
    const others = wordsOf(alsoOf(coded.id));
    const plain = [...names, ...others].map(withoutMarks);
    return { coded, whole: names.join(' '), names, others, plain };
  });
  return (letters, kind) => {
    const asked = wordsOf(letters);
    if (asked.length === 0) return [];
    return entries
      .filter(({ coded }) => kind === undefined || coded.kind === kind)
      .flatMap((entry) => {
        const rank = rankOf(entry, asked);
        return rank === null ? [] : [{ coded: entry.coded, rank }];
      })
      .sort((a, b) => a.rank - b.rank)
      .map(({ coded }) => coded);
  };
};

interface Entry {
  readonly coded: Coded;
  readonly whole: string;
  readonly names: readonly string[];
  readonly others: readonly string[];
  /** All of them without the marks of their letters. */
  readonly plain: readonly string[];
}

/** Lower is better; null: some word that was written fits nothing. */
const rankOf = (entry: Entry, asked: readonly string[]): number | null => {
  const written = asked.join(' ');
  if (entry.whole === written) return 0;
  if (entry.whole.startsWith(written)) return 1;
  let worst = 0;
  for (const word of asked) {
    const rank = rankOfWord(entry, word);
    if (rank === null) return null;
    worst = Math.max(worst, rank);
  }
  return worst;
};

const rankOfWord = ({ names, others, plain }: Entry, word: string): number | null => {
  const begins = (one: string): boolean => one.startsWith(word);
  const isFormOf = (one: string): boolean => isInflected(word, one);
  if (names.some(begins)) return 2;
  if (names.some(isFormOf)) return 3;
  if (others.some(begins)) return 4;
  if (others.some(isFormOf)) return 5;
  return plain.some(begins) ? 6 : null;
};

/** The usual endings of Swedish nouns and verbs. */
const ending = /^(?:e?n|e?t|a|e|[aeo]?r|[aeo]?rna|na|ens?|ets?|s|ad|at|as|ing|ingen)$/u;

const isInflected = (written: string, word: string): boolean =>
  word.length > 3 && written.startsWith(word) && ending.test(written.slice(word.length));

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\d]+/gu) ?? [];

const withoutMarks = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');
