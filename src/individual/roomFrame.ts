/**
 * The measures of the shared view: how big a unit is on this screen, and how much the content field holds.
 * One unit is one px of the frame 1180×820 of looks.md 1.2; the bar below is in px and not part of it.
 */
export interface RoomFrame {
  readonly layout: 'wide' | 'tall';
  /** CSS px a unit. */
  readonly unit: number;
  /** Sizes of the content field, in units. */
  readonly fieldWidth: number;
  readonly fieldHeight: number;
  /** At most so many rows and words a page (field.md 14). */
  readonly rows: number;
  readonly words: number;
  /** Type sizes in units: a row's first line and its second. */
  readonly text: number;
  readonly second: number;
}

export interface RoomSpace {
  /** The whole window, px. */
  readonly windowWidth: number;
  readonly windowHeight: number;
  /** What is left above bar and writing line, px. */
  readonly stageHeight: number;
  /** The field is taken to be at least so high, units: 160, so that pages can be dealt; 0 while it is lowered. */
  readonly leastField?: number;
  /** 1 is the usual text size; 2 is 200 %. */
  readonly textScale: number;
  /** Two languages stand in each row: theirs larger, two rows a page (field.md 21). */
  readonly isTwofold?: boolean;
  /** The window has no bar: the frame fills it, and in a small one two rows stand, larger (field.md 23). */
  readonly isWhole?: boolean;
}

/** Nothing under 17 px: the second line is 34 units. */
const smallestUnit = 0.5;

/** Height of the frame in units, with the bar and without. */
const frameHeight = 820;
const wholeHeight = 748;

export const roomFrame = (space: RoomSpace): RoomFrame => {
  const wide = Math.min(
    space.windowWidth / 1180,
    space.windowHeight / (space.isWhole === true ? wholeHeight : frameHeight),
  );
  const enlarged = space.textScale >= 1.5;
  const small = space.isWhole === true && wide < 0.75;
  const twofold = space.isTwofold === true;
  const large = enlarged || (small && !twofold);
  const text = large ? 54 : twofold ? 46 : 42;
  // In a small window all is larger; in two languages a little less, or a row would be parted on many pages.
  const second = large ? 44 : small ? 36 : 34;
  const words = 45;
  const rows = enlarged || small || twofold ? 2 : 3;
  /** The Swedish heading and sentence, below theirs. */
  const more = twofold ? second * 2.5 : 0;
  if (space.windowWidth >= space.windowHeight) {
    const unit = Math.max(smallestUnit, wide);
    return {
      layout: 'wide',
      unit,
      fieldWidth: space.windowWidth / unit - 396 - 28,
      fieldHeight: Math.max(space.leastField ?? 160, space.stageHeight / unit - 170 - 76 - more),
      rows,
      words,
      text,
      second,
    };
  }
  // Upright: a phone's frame is narrower in units, so that its letters are not too small for a hand's distance.
  const base = space.windowWidth < 600 ? 640 : 820;
  const unit = Math.max(smallestUnit, space.windowWidth / base);
  return {
    layout: 'tall',
    unit,
    fieldWidth: space.windowWidth / unit - 56,
    fieldHeight: Math.max(space.leastField ?? 160, space.stageHeight / unit - 330 - 110 - more),
    rows,
    words,
    text,
    second,
  };
};
