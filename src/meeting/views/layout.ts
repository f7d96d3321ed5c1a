import type { VisibleSize } from './useVisibleSize.ts';

type Size = Pick<VisibleSize, 'width' | 'height'>;

/**
 * Which frame the leader's screen takes. `wide`: a tablet lying · `tall`: a tablet standing, or a low window ·
 * `phone` · `keyboard`: writing with the screen keyboard up (field.md 15).
 */
export type Layout = 'wide' | 'tall' | 'phone' | 'keyboard';

/** Under this height writing has a layout of its own. */
export const keyboardHeight = 560;

const phoneWidth = 600;

export const layoutOf = ({ width, height }: Size, writing: boolean): Layout => {
  if (writing && (height < keyboardHeight || width < phoneWidth)) return 'keyboard';
  if (width < phoneWidth) return 'phone';
  return width >= 960 && height >= 640 ? 'wide' : 'tall';
};

/** Where there is no room for the circle, the five shapes and a small disc say where we are. */
export const hasCircle = (layout: Layout, { height }: Size): boolean =>
  layout === 'wide' || (layout === 'tall' && height >= 900);

/** 1 at the usual text size. With larger text the same window holds less, so it is laid out as a smaller one. */
export const rootTextScale = (): number => {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(size) && size > 0 ? size / 16 : 1;
};

export const scaledTo = ({ width, height }: Size, textScale: number): Size => ({
  width: width / textScale,
  height: height / textScale,
});
