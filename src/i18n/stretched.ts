/**
 * A language that nobody speaks, for tests and the gallery: every text is 40 % longer and stands in brackets, so that a
 * view shows where words are cut off, and which words are not from a file. Never in the program.
 */
import type { TextTree } from './individualTexts.ts';

/** It counts as Swedish does. */
export const stretchedCode = 'sv-x-stretch';

const marks: Readonly<Record<string, string>> = { a: 'å', e: 'é', i: 'î', o: 'ö', u: 'û', y: 'ý' };

const pieces = /(\{\{\w+\}\}|\*\*)/u;

/** Words with a mark on each vowel, so that they can still be read; values and strong words stay. */
const marked = (text: string): string =>
  text
    .split(pieces)
    .map((piece) =>
      pieces.test(piece) ? piece : piece.replaceAll(/[aeiouy]/gu, (v) => marks[v] ?? v),
    )
    .join('');

/** "[Spära ~~]": 40 % more characters, at least three, with spaces to break at as words have. */
export const stretch = (text: string): string => {
  const more = Math.max(3, Math.ceil(text.length * 0.4) - 2);
  const filling = '~'.repeat(more).replaceAll(/~{7}(?=~)/gu, '~~~~~~ ');
  return `[${marked(text)} ${filling}]`;
};

export const stretchTree = (tree: TextTree): TextTree =>
  Object.fromEntries(
    Object.entries(tree).map(([name, value]) => [
      name,
      typeof value === 'string' ? stretch(value) : stretchTree(value),
    ]),
  );
