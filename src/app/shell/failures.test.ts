/** docs/failures.md is true to the program: its words are the program's words, and its tests are there. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { allTexts } from '../../i18n/allTexts.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const page = readFileSync(`${root}docs/failures.md`, 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (---|failure)/.test(line));

const wordsIn = (text: string, mark: RegExp): readonly string[] =>
  [...text.matchAll(mark)].map(([, words]) => words ?? '');

/** Not of the program, but of this page. */
const ownWords = new Set(['Not protected', 'italics']);

it('quotes nothing that the program does not say', () => {
  const quoted = [
    ...wordsIn(page, /(?<!\*)\*([^*\n]+)\*(?!\*)/g),
    ...wordsIn(page, /\*\*([^*\n]+)\*\*/g),
  ].filter((words) => !ownWords.has(words));
  expect(quoted.length).toBeGreaterThan(60);
  const unsaid = quoted.filter((words) => !allTexts.some(({ text }) => text.includes(words)));
  expect(unsaid).toEqual([]);
});

it('names for each failure at least one test, and each is there', () => {
  expect(rows.length).toBeGreaterThan(40);
  const namesOf = (row: string): readonly string[] =>
    wordsIn(row, /`((?:src|e2e)\/[^`]+\.test\.tsx?)`/g);
  expect(rows.filter((row) => namesOf(row).length === 0)).toEqual([]);
  const gone = rows.flatMap(namesOf).filter((file) => !existsSync(`${root}${file}`));
  expect(gone).toEqual([]);
});
