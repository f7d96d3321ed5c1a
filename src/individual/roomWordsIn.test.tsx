// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { translate } from '../i18n/i18n.ts';
import { loadTexts } from '../i18n/loadTexts.ts';
import { minute } from '../meeting/clock.ts';
import { placed, testStart, timed } from '../meeting/testMeeting.ts';
import { addIntervention } from '../plan/commands/addRows.ts';
import { setShown } from '../plan/commands/showRows.ts';
import { setNextMeeting, setPlanField } from '../plan/commands/wholePlan.ts';
import { must } from '../plan/testing.ts';
import { MirroredView } from './MirroredView.tsx';
import { RoomStage } from './RoomStage.tsx';
import { between, type RoomBlock } from './roomBlocks.ts';
import { roomSections } from './roomContent.ts';
import { roomFrame } from './roomFrame.ts';
import { roomPages } from './roomPages.ts';
import { type RoomWords, roomWords } from './roomPhrases.ts';
import { selectRoomView } from './roomView.ts';
import { roomWordsIn } from './roomWordsIn.ts';
import {
  bodyAt,
  createLars,
  inPart,
  type RoomCase,
  roomState,
  showEverythingThatMayBe,
} from './testRoom.ts';
import { createTestWorkspace, TestCase } from './testWorkspace.tsx';

const swedish = roomWords(translate);
let english: RoomWords;

beforeAll(async () => {
  english = (await roomWordsIn('en'))(swedish);
});
afterEach(cleanup);

const at = testStart + 13 * minute;

const larsWith = (language: string): RoomCase => {
  const lars = createLars();
  showEverythingThatMayBe(lars);
  must(setPlanField(lars.doc, lars.ctx, { field: 'language', value: language }));
  return lars;
};

const viewOf = (lars: RoomCase) => selectRoomView(roomState(lars.doc, inPart(2)), at);

const blocks = (lars: RoomCase, part: number): readonly RoomBlock[] =>
  english
    .both((words) => roomSections(bodyAt(lars, part), words))
    .flatMap(({ head, rows, tail }) => [...head, ...rows, ...tail]);

const frame = roomFrame({
  windowWidth: 1180,
  windowHeight: 820,
  stageHeight: 748,
  textScale: 1,
  isTwofold: true,
});

describe('the shared view beside another language', () => {
  it('says each thing of ours in both, and once what people have written', () => {
    const lars = larsWith('engelska');
    const rows = blocks(lars, 2).flatMap((block) => (block.kind === 'row' ? [block] : []));
    expect(rows.map(({ text }) => text)).not.toContain(between);
    expect(rows[0]?.lines[0]?.split(between)).toEqual([
      expect.stringContaining('before 1 June'),
      expect.stringContaining('före 1 juni'),
    ]);
    const [next] = blocks(lars, 4).flatMap((block) => (block.kind === 'row' ? [block.text] : []));
    const [theirs = '', ours = ''] = (next ?? '').split(between);
    expect(theirs).toMatch(/^We meet again on \w+ \d+\s\w+ at\s\d\d:\d\d$/u);
    expect(ours).toMatch(/^Vi ses igen \p{L}+ \d+\s\p{L}+\s\d\d\.\d\d$/u);
  });

  it('says help that was chosen from the catalogue in their own language in full, with the comma of its writing', async () => {
    const lars = larsWith('arabiska');
    const row = must(
      addIntervention(lars.doc, lars.ctx, { text: 'Boendestöd', subgoalId: lars.ids.step }),
    );
    must(setShown(lars.doc, lars.ctx, { item: row, shown: true }));
    const arabic = (await roomWordsIn('ar'))(swedish);
    const { t } = await loadTexts('ar', 'coded');
    const rows = arabic
      .both((words) => roomSections(bodyAt(lars, 2), words))
      .flatMap(({ rows }) => rows)
      .flatMap((block) => (block.kind === 'row' ? [block] : []));
    const named = rows.map(({ text }) => text);
    const own = t('coded:item.boendestod.name').replace(' (boendestöd)', '');
    expect(own).not.toBe(t('coded:item.boendestod.name'));
    expect(named).toContain(`${own}${between}Boendestöd`);
    // Two languages, one picture: the catalogue's.
    expect(rows.map(({ picture }) => picture)).toContain('help-at-home');
    expect(rows.every(({ picture }) => !picture.includes(between))).toBe(true);
    // What is no coded word stays as it was written.
    expect(named).toContain('Gå igenom dina mediciner');
    expect(arabic.comma).toBe('، ');
    expect(english.comma).toBe(', ');
  });

  it('explains such help where there is time to read, in their language alone, and never on the wall', async () => {
    const lars = larsWith('engelska');
    const row = must(
      addIntervention(lars.doc, lars.ctx, { text: 'Stödsamtal', subgoalId: lars.ids.step }),
    );
    must(setShown(lars.doc, lars.ctx, { item: row, shown: true }));
    const lines = (as: 'pages' | 'cards'): readonly string[] =>
      english
        .both((words) => roomSections(bodyAt(lars, 2), words, as))
        .flatMap(({ rows }) => rows)
        .flatMap((block) => (block.kind === 'row' ? block.lines : []));
    const { t } = await loadTexts('en', 'coded');
    const explanation = t('coded:item.stodsamtal.plain');
    expect(lines('cards')).toContain(`${explanation}${between}`);
    expect(lines('pages').join()).not.toContain(explanation);
  });

  it('has the catalogue’s pictures in Swedish too, where no rule would find them', async () => {
    const lars = larsWith('svenska');
    const row = must(
      addIntervention(lars.doc, lars.ctx, {
        text: 'Aktivitet på fritiden',
        subgoalId: lars.ids.step,
      }),
    );
    must(setShown(lars.doc, lars.ctx, { item: row, shown: true }));
    const words = (await roomWordsIn('sv'))(swedish);
    const pictures = words
      .both((each) => roomSections(bodyAt(lars, 2), each))
      .flatMap(({ rows }) => rows)
      .flatMap((block) => (block.kind === 'row' ? [block.picture] : []));
    expect(pictures).toContain('area-leisure');
  });

  it('keeps each task of a person beside its own Swedish, with its explanation after it', async () => {
    const lars = larsWith('engelska');
    const { doc, ctx, ids } = lars;
    for (const text of ['Stödsamtal', 'Hemtjänst']) {
      const doers = [
        { participantId: ids.per, name: 'Per Holm', function: '', service: '', authority: null },
      ];
      const row = must(addIntervention(doc, ctx, { text, subgoalId: ids.step, doers }));
      must(setShown(doc, ctx, { item: row, shown: true }));
    }
    const { t } = await loadTexts('en', 'coded');
    const lines = english
      .both((words) => roomSections(bodyAt(lars, 3), words, 'cards'))
      .flatMap(({ rows }) => rows)
      .flatMap((block) => (block.kind === 'row' ? block.lines : []));
    const place = lines.findIndex((line) => line.endsWith(`${between}Stödsamtal`));
    expect(place).toBeGreaterThanOrEqual(0);
    expect(lines[place + 1]).toBe(`${t('coded:item.stodsamtal.plain')}${between}`);
    expect(lines[place + 2]?.split(between)[1]).toBe('Hemtjänst');
    expect(lines[place + 3]).toBe(`${t('coded:item.hemtjanst.plain')}${between}`);
  });

  it('says what the place is of the next meeting, below its Swedish name', () => {
    const lars = larsWith('engelska');
    must(setNextMeeting(lars.doc, lars.ctx, { place: 'Vårdcentralen, rum 4' }));
    const [place] = english
      .both((words) => roomSections(bodyAt(lars, 4), words, 'cards'))
      .flatMap(({ rows }) => rows)
      .flatMap((block) => (block.kind === 'row' && block.text.includes('rum 4') ? [block] : []));
    expect(place?.text).toBe('Vårdcentralen, rum 4');
    expect(place?.lines.at(-1)).toMatch(/health cent(re|er)/iu);
  });

  it('says at the end that what follows is agreed, and counts what two do once', () => {
    const lars = larsWith('engelska');
    const { doc, ctx, ids } = lars;
    const both = ['Per Holm', 'Eva Ek'].map((name, at) => ({
      participantId: at === 0 ? ids.per : ids.eva,
      name,
      function: '',
      service: '',
      authority: null,
    }));
    const sentence = (): string =>
      english.both((words) => roomSections(bodyAt(lars, 4), words, 'cards')).at(-1)?.sentence ?? '';
    const counted = (): number =>
      Number(/^We agree on (\d+) things.*Vi är överens om/su.exec(sentence())?.[1]);
    const before = counted();
    const row = must(
      addIntervention(doc, ctx, { text: 'Hemtjänst', subgoalId: ids.step, doers: both }),
    );
    must(setShown(doc, ctx, { item: row, shown: true }));
    expect(counted()).toBe(before + 1);
  });

  it('deals two rows a page, each page numbered in both', () => {
    const lars = larsWith('engelska');
    const pages = roomPages(
      english.both((words) => roomSections(bodyAt(lars, 3), words)),
      {
        frame,
        heading: 'Summary',
        squeeze: 1,
        numbered: (sentence, page, of) =>
          english.both(({ t, own }) =>
            t('room:numbered', { sentence: own(sentence), page, pages: of }),
          ),
      },
    );
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      expect(page.blocks.filter(({ kind }) => kind === 'row').length).toBeLessThanOrEqual(2);
    }
    expect(pages[0]?.sentence.split(between)).toEqual([
      expect.stringMatching(/^This is what we have agreed on\. \(1 of \d\)$/u),
      expect.stringMatching(/^Det här har vi kommit överens om\. \(1 av \d\)$/u),
    ]);
  });

  it('marks which language each line is in, theirs above', () => {
    const lars = larsWith('engelska');
    render(
      <RoomStage
        view={viewOf(lars)}
        frame={frame}
        words={english}
        page={{ sentence: 'x', blocks: blocks(lars, 2) }}
        onOverflow={() => undefined}
      />,
    );
    const heading = screen.getByRole('heading', { level: 2 });
    expect(
      [...heading.querySelectorAll('[lang]')].map((each) => each.getAttribute('lang')),
    ).toEqual(['en', 'sv']);
    expect(heading.textContent).toMatch(/What you need\s*Behov$/u);
    expect(screen.getByText('Gå igenom dina mediciner').getAttribute('lang')).toBe('sv');
    expect(screen.getByText('What we write in the meeting is in Swedish.').lang).toBe('en');
    expect(screen.getByText('About 30 minutes left').lang).toBe('en');
  });

  it('turns the page for a language from right to left', async () => {
    const texts = await loadTexts('ar', 'room');
    expect(texts.language).toBe('ar');
    const arabic = (await roomWordsIn('ar'))(swedish);
    const { container } = render(
      <RoomStage
        view={viewOf(larsWith('arabiska'))}
        frame={frame}
        words={arabic}
        page={null}
        onOverflow={() => undefined}
      />,
    );
    expect(container.querySelector('.room')?.getAttribute('dir')).toBe('rtl');
  });
});

describe('the language of the individual', () => {
  const open = (lars: RoomCase) =>
    render(
      <TestCase
        workspace={createTestWorkspace({ ...lars, log: placed(timed(inPart(2))), now: () => at })}
      >
        <MirroredView clock={{ now: () => at, monotonic: () => 0 }} onOnlyMe={() => undefined} />
      </TestCase>,
    );

  it('reaches the room as a code, and never as the words that were written', () => {
    expect(viewOf(larsWith('Lättläst svenska')).language).toBe('sv-x-lattlast');
    expect(viewOf(larsWith('arabiska, men Ali får inte veta')).language).toBe(null);
    expect(viewOf(createLars()).language).not.toBe('ar');
  });

  it('is what the shared view is in, alone where it is Swedish', async () => {
    open(larsWith('lättläst svenska'));
    const easy = { name: 'Det här behöver du' };
    expect(await screen.findByRole('heading', easy, { timeout: 15_000 })).toBeTruthy();
    expect(screen.getByText('Ungefär 30 minuter till')).toBeTruthy();
    expect(screen.queryByText('Cirka 30 minuter kvar')).toBe(null);
  });
});
