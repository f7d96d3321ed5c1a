import { describe, expect, it } from 'vitest';
import { translate } from '../i18n/i18n.ts';
import { addIntervention, addSubgoal } from '../plan/commands/addRows.ts';
import { must } from '../plan/testing.ts';
import { wordsOf } from './roomBlocks.ts';
import { roomSections } from './roomContent.ts';
import { roomFrame } from './roomFrame.ts';
import { roomPages } from './roomPages.ts';
import { roomWords } from './roomPhrases.ts';
import { bodyAt, createLars, type RoomCase, show, showEverythingThatMayBe } from './testRoom.ts';

const blocksOf = (lars: RoomCase, part: number) =>
  roomSections(bodyAt(lars, part), roomWords(translate)).flatMap(({ head, rows }) => [
    ...head,
    ...rows,
  ]);

const pictures = (lars: RoomCase, part: number) =>
  blocksOf(lars, part).flatMap((block) => (block.kind === 'row' ? [block.picture] : []));

describe('what stands in the field of the shared view', () => {
  it('has a picture at each row of Behov, and a neutral one where no form of help is named', () => {
    const lars = createLars();
    showEverythingThatMayBe(lars);
    show(
      lars,
      must(addIntervention(lars.doc, lars.ctx, { text: 'Ringa banken', subgoalId: null })),
    );
    expect(pictures(lars, 2)).toEqual([
      'help-medicine',
      'help-talk',
      'help-at-home',
      'person-self',
      'part-3-needs',
    ]);
    expect(pictures(lars, 3)).toEqual(['person', 'person', 'part-3-needs', 'person-self']);
    expect(pictures(lars, 4)).toEqual(['thing-calendar', 'thing-call', 'thing-paper']);
  });

  it('says as a sentence of its own that what somebody does is not decided yet', () => {
    const lars = createLars();
    showEverythingThatMayBe(lars);
    const lines = blocksOf(lars, 3).flatMap((block) => (block.kind === 'row' ? block.lines : []));
    expect(lines).toContain('Gå igenom dina mediciner, före 1 juni');
    expect(lines.filter((line) => line.includes('Inte bestämt än'))).toEqual([
      'Boendestöd på morgonen. Inte bestämt än. Per ger besked senast 1 juni.',
    ]);
  });

  it('never lets the time of the next meeting stand alone on a line', () => {
    const lars = createLars();
    showEverythingThatMayBe(lars);
    const [next] = blocksOf(lars, 4).flatMap((block) => (block.kind === 'row' ? [block.text] : []));
    expect(next).toMatch(/^Vi ses igen \p{L}+ \d+\u00a0\p{L}+\u00a0\d\d\.\d\d$/u);
  });

  it('shows the way in stones where there are several steps, filled up to the one that stands', () => {
    const lars = createLars();
    show(lars, lars.ids.step, lars.ids.medicine);
    const stones = () =>
      blocksOf(lars, 2).flatMap((block) => (block.kind === 'step' ? [block.stones] : []));
    expect(stones()).toEqual([null]);
    show(lars, must(addSubgoal(lars.doc, lars.ctx, { text: 'Orka träffa någon' })));
    expect(stones()).toEqual([
      { here: 1, of: 2 },
      { here: 2, of: 2 },
    ]);
  });

  it.each([
    [1180, 820],
    [820, 1180],
    [360, 800],
  ])('keeps to three rows and 45 words a page: %i × %i', (windowWidth, windowHeight) => {
    const lars = createLars();
    showEverythingThatMayBe(lars);
    const frame = roomFrame({
      windowWidth,
      windowHeight,
      stageHeight: windowHeight - 72,
      textScale: 1,
    });
    for (const part of [0, 1, 2, 3, 4]) {
      const pages = roomPages(roomSections(bodyAt(lars, part), roomWords(translate)), {
        frame,
        heading: 'Behov',
        squeeze: 1,
        numbered: (sentence, page, of) => `${sentence} (${page} av ${of})`,
      });
      for (const { blocks } of pages) {
        expect(blocks.filter((block) => block.kind === 'row').length).toBeLessThanOrEqual(3);
        expect(blocks.reduce((sum, block) => sum + wordsOf(block), 0)).toBeLessThanOrEqual(45);
      }
    }
  });
});
