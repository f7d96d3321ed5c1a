import { useState } from 'preact/hooks';
import type { RoomPage } from './roomBlocks.ts';
import { type RoomWords, roomSections } from './roomContent.ts';
import type { RoomFrame } from './roomFrame.ts';
import { roomPages } from './roomPages.ts';
import type { RoomView } from './roomShape.ts';

export interface RoomPaged {
  readonly page: RoomPage | null;
  readonly pages: number;
  /** A page did not fit after all: deal again with less on each. */
  readonly onOverflow: () => void;
}

const least = 0.4;

/** The pages of what is shown now, and which one stands. In Behov the newest step comes first: it is talked about. */
export const useRoomPages = (view: RoomView, frame: RoomFrame, words: RoomWords): RoomPaged => {
  const { scene } = view;
  const content = scene.kind === 'running' ? JSON.stringify(scene.body) : '';
  const key = `${content}|${frame.unit}|${frame.fieldHeight}|${frame.text}`;
  const [tight, setTight] = useState({ key, squeeze: 1 });
  const squeeze = tight.key === key ? tight.squeeze : 1;
  const onOverflow = () => {
    if (squeeze > least) setTight({ key, squeeze: squeeze * 0.88 });
  };
  const dealt =
    scene.kind === 'running'
      ? roomPages(roomSections(scene.body, words), {
          frame,
          heading: words.t(`room:part.${scene.part}.name`),
          squeeze,
          numbered: (sentence, page, pages) => words.t('room:numbered', { sentence, page, pages }),
        })
      : [];
  if (scene.kind !== 'running' || dealt.length === 0) return { page: null, pages: 0, onOverflow };
  const first = scene.part === 'behov' ? dealt.length - 1 : 0;
  return {
    page: dealt[(first + scene.page) % dealt.length] ?? null,
    pages: dealt.length,
    onOverflow,
  };
};
