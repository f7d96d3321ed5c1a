/**
 * A language that nobody speaks, for tests and the gallery: every text is 40 % longer and stands in brackets, so that a
 * view shows where words are cut off, and which words are not from a file. Never in the program: a build with
 * `SIP_TEXTS=stretched` has it in the place of Swedish (scripts/vite/stretchTexts.ts).
 */
import type { TextTree } from './individualTexts.ts';

/** It counts as Swedish does. */
export const stretchedCode = 'sv-x-stretch';

/** None of them is a Swedish letter, so that the way back is known. */
const marks: Readonly<Record<string, string>> = { a: 'â', e: 'ê', i: 'î', o: 'ô', u: 'û', y: 'ŷ' };

const plain: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(marks).map(([letter, mark]) => [mark, letter]),
);

const pieces = /(\{\{\w+\}\}|\*\*)/u;

/** Words with a mark on each vowel, so that they can still be read; values and strong words stay. */
const marked = (text: string): string =>
  text
    .split(pieces)
    .map((piece) =>
      pieces.test(piece) ? piece : piece.replaceAll(/[aeiouy]/gu, (v) => marks[v] ?? v),
    )
    .join('');

/** "[Spârâ ~~~]": 40 % more characters, at least three, with spaces to break at as words have. */
export const stretch = (text: string): string => {
  const more = Math.max(3, Math.ceil(text.length * 0.4) - 2);
  const filling = '~'.repeat(more).replaceAll(/~{7}(?=~)/gu, '~~~~~~ ');
  return `[${marked(text)} ${filling}]`;
};

/** What it was before, also with stretched texts within: a test finds a button by its Swedish name. */
export const unstretch = (text: string): string =>
  text
    .replaceAll(/ ~[~ ]*\]/gu, '')
    .replaceAll('[', '')
    .replaceAll(/[âêîôûŷ]/gu, (mark) => plain[mark] ?? mark);

export const stretchTree = (tree: TextTree): TextTree =>
  Object.fromEntries(
    Object.entries(tree).map(([name, value]) => [
      name,
      typeof value === 'string' ? stretch(value) : stretchTree(value),
    ]),
  );
