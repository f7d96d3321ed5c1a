/** A printed view as a tagged PDF, read with poppler's tools, which know nothing of how it was made. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { ChromiumBrowser } from '../driver/chromium.ts';

const run = promisify(execFile);

export interface TaggedPdf {
  readonly info: string;
  /** The tree of tags, one a line, as `pdfinfo -struct-text` writes it. */
  readonly structure: string;
  /** The text in the order of the tags: what a screen reader reads. */
  readonly spoken: string;
  /** The words for pictures, in order. */
  readonly pictures: readonly string[];
  readonly languages: readonly string[];
}

/** Chromium writes them as plain text in brackets, or as UTF-16 in hexadecimal. */
const wordsOf = (written: string): string =>
  written.startsWith('<')
    ? Buffer.from(written.slice(5, -1), 'hex').swap16().toString('utf16le')
    : written.slice(1, -1);

const quoted = /^\s*"(.*)"\s*$/;

export const printTagged = async (
  { playwrightPage }: ChromiumBrowser,
  path: string,
): Promise<TaggedPdf> => {
  await playwrightPage.pdf({ path, tagged: true, outline: true, preferCSSPageSize: true });
  const { stdout: info } = await run('pdfinfo', [path]);
  const { stdout: structure } = await run('pdfinfo', ['-struct-text', path]);
  const raw = await readFile(path, 'latin1');
  return {
    info,
    structure,
    spoken: structure
      .split('\n')
      .flatMap((line) => quoted.exec(line)?.[1] ?? [])
      .join(' ')
      .replace(/\s+/g, ' '),
    pictures: [...raw.matchAll(/\/Alt\s*(\([^)]*\)|<[^>]*>)/g)].map((found) =>
      wordsOf(found[1] ?? ''),
    ),
    languages: [...raw.matchAll(/\/Lang\s*\(([^)]*)\)/g)].map((found) => found[1] ?? ''),
  };
};

/** The levels of the headings in reading order: `[1, 2, 2, 3]`. */
export const headingLevels = ({ structure }: TaggedPdf): readonly number[] =>
  [...structure.matchAll(/^\s*H([1-6])\b/gm)].map((found) => Number(found[1]));

export const countTags = ({ structure }: TaggedPdf, tag: string): number =>
  [...structure.matchAll(new RegExp(`^\\s*${tag}\\b`, 'gm'))].length;
