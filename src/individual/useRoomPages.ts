import { useEffect, useState } from 'preact/hooks';
import type { RoomPage } from './roomBlocks.ts';
import { roomSections } from './roomContent.ts';
import type { RoomFrame } from './roomFrame.ts';
import { blocksThatFit, roomPages } from './roomPages.ts';
import type { RoomWords } from './roomPhrases.ts';
import type { RoomView } from './roomShape.ts';
import { useStandingPage } from './useStandingPage.ts';

export interface RoomPaged {
  readonly page: RoomPage | null;
  readonly pages: number;
  /** A page did not fit after all: deal again with less on each. */
  readonly onOverflow: () => void;
  /** However thinly it is dealt it does not fit: something else must give way. */
  readonly isCrowded: boolean;
}

const least = 0.4;

/** The pages of what is shown now, and which one stands. In Behov the newest step comes first: it is talked about. */
export const useRoomPages = (
  view: RoomView,
  /** The frame at rest, by which pages are dealt, */
  frame: RoomFrame,
  /** and the lower one while a line is written: no row moves to another page for that. */
  lower: RoomFrame | null,
  words: RoomWords,
): RoomPaged => {
  const { scene } = view;
  const content = scene.kind === 'running' ? JSON.stringify(scene.body) : '';
  const key = `${content}|${frame.unit}|${frame.fieldHeight}|${frame.text}|${words.language?.lang ?? ''}`;
  const [tight, setTight] = useState({ key, squeeze: 1 });
  const squeeze = tight.key === key ? tight.squeeze : 1;
  useEffect(() => {
    // What did not fit in the stand-in font may fit in the real one.
    const again = () => setTight({ key: '', squeeze: 1 });
    document.fonts?.addEventListener('loadingdone', again);
    return () => document.fonts?.removeEventListener('loadingdone', again);
  }, []);
  const onOverflow = () => {
    if (lower === null && squeeze > least) setTight({ key, squeeze: squeeze * 0.88 });
  };
  const dealt =
    scene.kind === 'running'
      ? roomPages(
          words.both((each) => roomSections(scene.body, each)),
          {
            frame,
            heading: words.both(({ t }) => t(`room:part.${scene.part}.name`)),
            squeeze,
            numbered: (sentence, page, pages) =>
              words.both(({ t, own }) =>
                t('room:numbered', { sentence: own(sentence), page, pages }),
              ),
          },
        )
      : [];
  const isRunning = scene.kind === 'running';
  const standing = useStandingPage(
    dealt,
    { place: isRunning ? scene.part : '', content, turned: isRunning ? scene.page : 0 },
    isRunning && scene.body.part === 'behov' ? dealt.length - 1 : 0,
  );
  const isCrowded = squeeze <= least;
  if (!isRunning || dealt.length === 0) return { page: null, pages: 0, onOverflow, isCrowded };
  const page = dealt.at(standing % dealt.length) ?? null;
  return {
    page:
      page === null || lower === null
        ? page
        : { ...page, blocks: blocksThatFit(page.blocks, lower) },
    pages: dealt.length,
    onOverflow,
    isCrowded,
  };
};
