import { useRef } from 'preact/hooks';
import type { RoomBlock, RoomPage } from './roomBlocks.ts';

const textOf = (block: RoomBlock): string | null =>
  block.kind === 'row' || block.kind === 'step' ? block.text : null;

/**
 * The page that stands until somebody turns it. Where something is shown while the room looks on, that of what came:
 * it is what was just said. A step's own doings stand last in it, so what is new need not be on the last page.
 */
export const useStandingPage = (
  dealt: readonly RoomPage[],
  { place, content, turned }: { place: string; content: string; turned: number },
  usual: number,
): number => {
  const seen = useRef({ place: '', content: '', texts: new Set<string | null>() });
  const newest = useRef<{ text: string | null; turned: number } | null>(null);
  if (seen.current.content !== content || seen.current.place !== place) {
    const texts = dealt.flatMap(({ blocks }) => blocks.map(textOf));
    const came = texts.find((text) => text !== null && !seen.current.texts.has(text));
    newest.current =
      seen.current.place === place && came !== undefined ? { text: came, turned } : null;
    seen.current = { place, content, texts: new Set(texts) };
  }
  const from = newest.current;
  const found =
    from === null
      ? -1
      : dealt.findIndex(({ blocks }) => blocks.some((block) => textOf(block) === from.text));
  return found < 0 ? usual + turned : found + turned - (from?.turned ?? 0);
};
