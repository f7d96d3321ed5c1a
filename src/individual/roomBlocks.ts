/**
 * What stands in the content field of the shared view, already in words: blocks, and pages of blocks.
 * The views draw them; `roomPages` deals them out so that nothing ever needs to scroll.
 */
import type { PictureName } from '../ui/Picture/pictureNames.ts';

export type RoomPicture = PictureName | 'none';

/** Steps on the way: how many there are, and how many up to this one. */
export interface RoomStones {
  readonly here: number;
  readonly of: number;
}

export type RoomBlock =
  /** The individual's own words, with the ribbon and quotation marks. */
  | { readonly kind: 'own'; readonly text: string }
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'people'; readonly people: readonly RoomNamed[] }
  | { readonly kind: 'columns'; readonly columns: readonly RoomColumn[] }
  /** `stones` where there are several steps to be seen at once; else a flag. */
  | { readonly kind: 'step'; readonly text: string; readonly stones: RoomStones | null }
  | {
      readonly kind: 'row';
      readonly picture: RoomPicture;
      readonly text: string;
      readonly lines: readonly string[];
    }
  /** Our own line below the rows: a question to the individual, or about the photograph. */
  | { readonly kind: 'line'; readonly text: string; readonly strong: boolean };

export interface RoomNamed {
  readonly name: string;
  readonly what: string;
}

export interface RoomColumn {
  readonly picture: 'sun' | 'cloud';
  readonly heading: string;
  readonly texts: readonly string[];
}

/** What belongs together on its pages: `head` is said again on each, `tail` stands on the last. */
export interface RoomSection {
  readonly sentence: string;
  readonly head: readonly RoomBlock[];
  readonly rows: readonly RoomBlock[];
  readonly tail: readonly RoomBlock[];
}

export interface RoomPage {
  readonly sentence: string;
  readonly blocks: readonly RoomBlock[];
}

/** Between a text in the individual's language and the same in Swedish. No person can write it: fields hold lines. */
export const between = '\u2029';

/** Words as one reads them: a telephone number is one, a dot between two things none. */
export const countWords = (text: string): number =>
  // Of two languages each reads one.
  (text.split(between)[0] ?? '')
    .replace(/\d[\d\s]*[\d]/g, '0')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Words of a block. Names of those around the table are counted apart (looks.md 4). */
export const wordsOf = (block: RoomBlock): number => {
  switch (block.kind) {
    case 'own':
    case 'question':
    case 'step':
    case 'line':
      return countWords(block.text);
    case 'people':
      return block.people.reduce((sum, each) => sum + countWords(each.what), 0);
    case 'columns':
      return block.columns.reduce(
        (sum, column) =>
          sum +
          countWords(column.heading) +
          column.texts.reduce((all, text) => all + countWords(text), 0),
        0,
      );
    case 'row':
      return countWords(block.text) + block.lines.reduce((sum, line) => sum + countWords(line), 0);
  }
};

/** A row with the lines that have something in them. */
export const rowOf = (
  picture: RoomPicture,
  text: string,
  ...lines: readonly string[]
): RoomBlock => ({
  kind: 'row',
  picture,
  text,
  lines: lines.filter((line) => line !== ''),
});
