import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, type RoomBlock, type RoomSection, wordsOf } from './roomBlocks.ts';
import { roomFrame } from './roomFrame.ts';
import { blockHeight, blocksThatFit, roomPages } from './roomPages.ts';

const frame = roomFrame({ windowWidth: 1180, windowHeight: 820, stageHeight: 748, textScale: 1 });

const row = (text: string, ...lines: string[]): RoomBlock => ({
  kind: 'row',
  picture: 'none',
  text,
  lines,
});

const section = (rows: readonly RoomBlock[], tail: readonly RoomBlock[] = []): RoomSection => ({
  sentence: 'Vad behöver du? Vem gör vad?',
  head: [{ kind: 'step', text: 'Steg 1: Sova sex timmar per natt', stones: null }],
  rows,
  tail,
});

const deal = (sections: readonly RoomSection[]) =>
  roomPages(sections, {
    frame,
    heading: 'Behov',
    squeeze: 1,
    numbered: (sentence, page, pages) => `${sentence} (${page} av ${pages})`,
  });

describe('a field that is lowered while something stands below it', () => {
  it('holds only whole blocks, and none where there is no room for one', () => {
    const rows = [row('ett'), row('två'), row('tre')];
    const at = (stageHeight: number) =>
      blocksThatFit(
        rows,
        roomFrame({
          windowWidth: 360,
          windowHeight: 800,
          stageHeight,
          leastField: 0,
          textScale: 1,
        }),
      ).length;
    expect(at(700)).toBe(3);
    expect(at(228)).toBe(0);
    expect(at(360)).toBeLessThan(3);
  });
});

describe('roomPages', () => {
  it('lays three rows of a step on one page', () => {
    const pages = deal([
      section([
        row('Gå igenom dina mediciner', 'Eva, vårdcentralen · före 1 juni'),
        row('Samtal varje vecka', 'Per, kommunen · varje tisdag'),
        row('Boendestöd på morgonen', 'Inte bestämt än. Per ger besked senast 1 juni.'),
      ]),
    ]);
    expect(pages).toHaveLength(1);
    expect(pages[0]?.sentence).toBe('Vad behöver du? Vem gör vad?');
  });

  it('turns the page at the fourth row, says the step again and numbers the pages', () => {
    const pages = deal([section(['ett', 'två', 'tre', 'fyra'].map((text) => row(text)))]);
    expect(pages.map((page) => page.sentence)).toEqual([
      'Vad behöver du? Vem gör vad? (1 av 2)',
      'Vad behöver du? Vem gör vad? (2 av 2)',
    ]);
    expect(pages[1]?.blocks.map((block) => block.kind)).toEqual(['step', 'row']);
  });

  it('keeps our question on the last page only', () => {
    const tail: RoomBlock = { kind: 'line', strong: true, text: 'Är något oklart? Låter det bra?' };
    const pages = deal([section([row('ett'), row('två'), row('tre'), row('fyra')], [tail])]);
    expect(pages[0]?.blocks).not.toContain(tail);
    expect(pages.at(-1)?.blocks.at(-1)).toBe(tail);
  });

  it('lets the last row come along when our question needs a page more', () => {
    const tail: RoomBlock = { kind: 'line', strong: true, text: 'Är något oklart? Låter det bra?' };
    const long = 'Ringer LRF:s omsorgsgrupp och pratar om ekonomin på gården';
    const rows = ['Eva', 'Per', 'Du själv'].map((who) => row(who, long));
    const pages = deal([{ ...section(rows, [tail]), head: [] }]);
    expect(pages.map((page) => page.blocks)).toEqual([rows.slice(0, 2), [rows[2], tail]]);
  });

  it('never lays more than 45 words or three rows on a page, nor more than the field holds', () => {
    const word = fc.string({
      minLength: 1,
      maxLength: 14,
      unit: fc.constantFrom('a', 'å', 'm', 'i'),
    });
    const text = fc.array(word, { minLength: 1, maxLength: 120 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 8 }), (rows) => {
        const pages = deal([section(rows.map(([first, second]) => row(first, second)))]);
        for (const page of pages) {
          const words =
            countWords('Behov') +
            countWords(page.sentence) +
            page.blocks.reduce((sum, block) => sum + wordsOf(block), 0);
          const height = page.blocks.reduce((sum, block) => sum + blockHeight(block, frame), 0);
          expect(words).toBeLessThanOrEqual(45);
          expect(height).toBeLessThanOrEqual(frame.fieldHeight);
          expect(page.blocks.filter((block) => block.kind === 'row').length).toBeLessThanOrEqual(3);
        }
      }),
    );
  });

  it('loses no word of what is shown, however long it is', () => {
    const word = fc.stringMatching(/^[a-zåäö]{1,12}$/);
    const text = fc.array(word, { minLength: 1, maxLength: 300 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (first, second) => {
        const pages = deal([section([row(first, second)])]);
        const shown = pages
          .flatMap((page) => page.blocks)
          .flatMap((block) => (block.kind === 'row' ? [block.text, ...block.lines] : []))
          .join(' ')
          .split(/\s+/);
        for (const each of [...first.split(' '), ...second.split(' ')]) {
          expect(shown).toContain(each);
        }
      }),
    );
  });

  it('shows one page also when there is nothing yet', () => {
    expect(deal([{ sentence: 'Vad behöver du?', head: [], rows: [], tail: [] }])).toEqual([
      { sentence: 'Vad behöver du?', blocks: [] },
    ]);
  });
});

describe('roomFrame', () => {
  it('is the frame of the drawings on a tablet lying', () => {
    expect(frame).toMatchObject({ layout: 'wide', unit: 1, fieldWidth: 756, rows: 3, words: 45 });
  });

  it('keeps every letter over 44 px on a wall of 1920×1080', () => {
    const wall = roomFrame({
      windowWidth: 1920,
      windowHeight: 1080,
      stageHeight: 1008,
      textScale: 1,
    });
    expect(wall.unit * wall.second).toBeGreaterThanOrEqual(44);
    expect(wall.unit * wall.text).toBeGreaterThanOrEqual(55);
  });

  it('never goes under 17 px, on no screen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 320, max: 2600 }),
        fc.integer({ min: 320, max: 2600 }),
        (w, h) => {
          const { unit, second } = roomFrame({
            windowWidth: w,
            windowHeight: h,
            stageHeight: h - 72,
            textScale: 1,
          });
          expect(unit * second).toBeGreaterThanOrEqual(17);
        },
      ),
    );
  });

  it('gives two rows of larger text at 200 %', () => {
    const large = roomFrame({
      windowWidth: 1180,
      windowHeight: 820,
      stageHeight: 748,
      textScale: 2,
    });
    expect(large.rows).toBe(2);
    expect(large.text).toBeGreaterThan(frame.text);
  });
});
