import {
  between,
  countWords,
  type RoomBlock,
  type RoomPage,
  type RoomSection,
  type RoomStones,
  wordsOf,
} from './roomBlocks.ts';
import type { RoomFrame } from './roomFrame.ts';

/**
 * Deals blocks out on pages: at most three rows and 45 words a page, never more than the field holds.
 * Heights are reckoned from the frame and err on the large side; the view has a net below for what still overflows
 * (`squeeze`, the share of the field that may be used).
 */

/** Mean width of a letter of Atkinson Hyperlegible Next 600, in em, a little generous. */
const letterWidth = 0.52;
const lineHeight = 1.2;
const pictureWidth = 96;

export interface RoomPaging {
  readonly frame: RoomFrame;
  /** The part's heading: its words count. */
  readonly heading: string;
  /** 1 until the view found that a page did not fit. */
  readonly squeeze: number;
  /** "{sentence} (1 av 2)" */
  readonly numbered: (sentence: string, page: number, pages: number) => string;
}

export const roomPages = (
  sections: readonly RoomSection[],
  paging: RoomPaging,
): readonly RoomPage[] => {
  const deal = (numberWords: number) =>
    sections.flatMap((section) => sectionPages(section, paging, numberWords));
  const pages = deal(0);
  if (pages.length < 2) return pages;
  // "(1 av 2)" takes its words too.
  const numbered = deal(3);
  return numbered.map((page, index) => ({
    ...page,
    sentence: paging.numbered(page.sentence, index + 1, numbered.length),
  }));
};

/** As many of a page's blocks as there is room for now: while a line is written below, the field is lower. */
export const blocksThatFit = (
  blocks: readonly RoomBlock[],
  frame: RoomFrame,
): readonly RoomBlock[] => {
  let left = frame.fieldHeight;
  return blocks.filter((block) => {
    left -= blockHeight(block, frame);
    return left >= 0;
  });
};

const sectionPages = (
  section: RoomSection,
  paging: RoomPaging,
  numberWords: number,
): readonly RoomPage[] => {
  const { frame } = paging;
  const room = frame.fieldHeight * paging.squeeze;
  const spoken = countWords(paging.heading) + countWords(section.sentence) + numberWords;
  const sum = (blocks: readonly RoomBlock[], of: (block: RoomBlock) => number) =>
    blocks.reduce((all, block) => all + of(block), 0);
  const height = (block: RoomBlock) => blockHeight(block, frame);
  const fits = (blocks: readonly RoomBlock[]): boolean =>
    sum(blocks, height) <= room &&
    sum(blocks, wordsOf) + spoken <= frame.words &&
    blocks.filter((block) => block.kind === 'row').length <= frame.rows;

  const pages: RoomBlock[][] = [];
  let page: RoomBlock[] = [...section.head];
  const headOnly = () => page.length === section.head.length;
  const turn = () => {
    pages.push(page);
    page = [...section.head];
  };
  const queue = [...section.rows];
  for (let row = queue.shift(); row !== undefined; row = queue.shift()) {
    if (fits([...page, row])) {
      page.push(row);
      continue;
    }
    if (!headOnly()) {
      turn();
      queue.unshift(row);
      continue;
    }
    const halves = splitRow(row);
    if (halves === null) {
      page.push(row);
      turn();
    } else {
      queue.unshift(...halves);
    }
  }
  if (section.tail.length > 0 && !headOnly() && !fits([...page, ...section.tail])) {
    const along = page.length > section.head.length + 1 ? page.slice(-1) : [];
    // Our question never stands alone under words about what is agreed: the last row comes along.
    const comes = fits([...section.head, ...along, ...section.tail]) ? along : [];
    page = page.slice(0, page.length - comes.length);
    turn();
    page.push(...comes);
  }
  page.push(...section.tail);
  if (page.length > 0 || pages.length === 0) pages.push(page);
  return pages.map((blocks) => ({ sentence: section.sentence, blocks }));
};

/** A row too long for a page of its own goes on on the next one, with … at the break. Null when it cannot be parted. */
const splitRow = (row: RoomBlock): readonly [RoomBlock, RoomBlock] | null => {
  if (row.kind === 'own') {
    const halves = halve(row.text);
    return halves === null
      ? null
      : [
          { ...row, text: halves[0] },
          { ...row, text: halves[1] },
        ];
  }
  if (row.kind === 'people') {
    if (row.people.length < 2) return null;
    const middle = Math.ceil(row.people.length / 2);
    return [
      { ...row, people: row.people.slice(0, middle) },
      { ...row, people: row.people.slice(middle) },
    ];
  }
  if (row.kind === 'columns') return splitColumns(row);
  if (row.kind !== 'row') return null;
  const long = row.lines.reduce((sum, line) => sum + countWords(line), 0);
  if (row.lines.length > 1 && long >= countWords(row.text)) {
    const middle = Math.ceil(row.lines.length / 2);
    return [
      { ...row, lines: row.lines.slice(0, middle) },
      { ...row, lines: row.lines.slice(middle) },
    ];
  }
  if (row.lines.length === 1 && long > countWords(row.text)) {
    const parts = halve(row.lines[0] ?? '');
    if (parts === null) return null;
    return [
      { ...row, lines: [parts[0]] },
      { ...row, lines: [parts[1]] },
    ];
  }
  const halves = halve(row.text);
  return halves === null
    ? null
    : [
        { ...row, text: halves[0], lines: [] },
        { ...row, text: halves[1] },
      ];
};

const splitColumns = (
  block: Extract<RoomBlock, { kind: 'columns' }>,
): readonly [RoomBlock, RoomBlock] | null => {
  const [first, second] = block.columns;
  if (first === undefined) return null;
  if (second !== undefined) {
    return [
      { ...block, columns: [first] },
      { ...block, columns: block.columns.slice(1) },
    ];
  }
  const [text, ...rest] = first.texts;
  if (text === undefined) return null;
  const parts = rest.length > 0 ? [[text], rest] : halve(text)?.map((half) => [half]);
  const [here, there] = parts ?? [];
  if (here === undefined || there === undefined) return null;
  return [
    { ...block, columns: [{ ...first, texts: here }] },
    { ...block, columns: [{ ...first, texts: there }] },
  ];
};

/** Two halves of a text, parted between words; null for one word. Marks of an earlier parting stay where they were. */
const halve = (text: string): readonly [string, string] | null => {
  const [theirs = '', ours] = text.split(between);
  if (ours !== undefined) {
    const [first, second] = [halve(theirs), halve(ours)];
    if (first === null || second === null) return null;
    return [`${first[0]}${between}${second[0]}`, `${first[1]}${between}${second[1]}`];
  }
  const whole = text.split(/\s+/);
  const words = whole.filter((word) => word !== '…');
  if (words.length < 2) return null;
  const middle = Math.ceil(words.length / 2);
  const before = whole[0] === '…' ? '… ' : '';
  const after = whole.at(-1) === '…' ? ' …' : '';
  return [
    `${before}${words.slice(0, middle).join(' ')} …`,
    `… ${words.slice(middle).join(' ')}${after}`,
  ];
};

/** In units. The same in Swedish stands below, in the second size. */
const heightOf = (text: string, size: number, ours: number, width: number): number =>
  text.split(between).reduce((height, each, place) => {
    const letters = place === 0 ? size : ours;
    const lines = Math.ceil((each.length * letters * letterWidth) / width);
    return height + lines * letters * lineHeight;
  }, 0);

/** Width of what stands before the words of a step: the flag, or the stones. */
const stepSign = (stones: RoomStones | null): number =>
  stones === null ? 68 : 38 * stones.of + 16;

/** Height of a block in units, with the space after it. */
export const blockHeight = (block: RoomBlock, frame: RoomFrame): number => {
  const { text, second, fieldWidth } = frame;
  const line = (words: string, size: number, width: number) => heightOf(words, size, second, width);
  switch (block.kind) {
    case 'own':
      return line(`”${block.text}”`, text * 1.125, fieldWidth - 36) + 32;
    case 'question':
      return line(block.text, text * 1.15, fieldWidth) + 16;
    case 'step':
      return line(block.text, text * 0.9, fieldWidth - stepSign(block.stones)) + 36;
    case 'line':
      return line(block.text, text * 0.9, fieldWidth) + 28;
    case 'people': {
      const width = fieldWidth / 2 - 24;
      const tall = block.people.map(
        (each) => line(each.name, second * 1.1, width) + line(each.what, second, width) + 16,
      );
      let height = 0;
      for (let at = 0; at < tall.length; at += 2) {
        height += Math.max(tall[at] ?? 0, tall[at + 1] ?? 0);
      }
      return height;
    }
    case 'columns': {
      const width = fieldWidth / 2 - 24;
      const tall = block.columns.map(
        (column) =>
          line(column.heading, text * 0.93, width - 88) +
          column.texts.reduce((sum, each) => sum + line(each, second, width) + 12, 0),
      );
      return Math.max(...tall, 88) + 40;
    }
    case 'row': {
      const width = fieldWidth - (block.picture === 'none' ? 0 : pictureWidth);
      const lines = block.lines.reduce((sum, each) => sum + line(each, second, width), 0);
      return (
        Math.max(line(block.text, text, width) + lines, block.picture === 'none' ? 0 : 72) + 28
      );
    }
  }
};
