/**
 * How large words must be in each form of the individual's view (field.md 14, looks.md 1.1–1.3, 2.3, 4), in CSS px. The
 * role of a piece of text is the nearest of its classes that is named; all else holds the floor.
 */
import type { Measured } from './measureText.ts';

/** Every text that an individual reads (WCAG 1.4.6, and not less for large letters). */
export const leastContrast = 7;

export interface Sizes {
  /** CSS px of the floor. */
  readonly least: number;
  readonly roles: Readonly<Record<string, number>>;
  /** Classes of what only the leader reads, by hand. */
  readonly without: readonly string[];
}

/** On a wall of 1920×1080. */
const wall: Sizes = {
  least: 44,
  roles: {
    room__heading: 92,
    room__still: 76,
    room__question: 68,
    room__own: 68,
    room__text: 56,
    'room__column-heading': 56,
    room__sentence: 52,
    room__time: 52,
    room__step: 52,
    room__line: 52,
    room__name: 50,
    room__second: 46,
    // Swedish below another language, whatever it stands in.
    room__ours: 44,
    shape__number: 44,
    room__foot: 44,
    room__note: 44,
    circle__number: 41,
  },
  without: [],
};

const times = ({ roles, least, ...rest }: Sizes, by: number): Sizes => ({
  ...rest,
  least: least * by,
  roles: Object.fromEntries(Object.entries(roles).map(([role, size]) => [role, size * by])),
});

/** A window of its own: the same frame in every size, so what is drawn is as large a part of it. */
export const sizesOnWall = (height: number): Sizes => times(wall, height / 1080);

/** On the wall the tablet is 1.32 times as large. looks.md 1.2 has its own: 42 px become 55. */
export const sizesMirrored: Sizes = {
  least: 44 / 1.32,
  roles: {
    room__heading: 64,
    room__still: 56,
    room__question: 46,
    room__own: 46,
    room__text: 42,
    'room__column-heading': 38,
    room__sentence: 38,
    room__time: 36,
    room__ours: 44 / 1.32,
    shape__number: 44 / 1.32,
    circle__number: 31,
  },
  without: ['mirrored__bar', 'mirrored__write', 'practice-tag'],
};

/** In the hand: nothing under 17 px. */
export const sizesInHand: Sizes = {
  least: 17,
  roles: {},
  without: ['handed__back', 'practice-tag'],
};

/** The tablet turned to the individual. */
export const sizesHanded = (width: number): Sizes => {
  const isPhone = width <= 600;
  return {
    ...sizesInHand,
    roles: {
      own__heading: isPhone ? 32 : 36,
      room__text: isPhone ? 20 : 22,
      room__own: isPhone ? 20 : 22,
      own__sentence: isPhone ? 20 : 22,
      'own__so-far': isPhone ? 20 : 22,
      own__note: isPhone ? 20 : 22,
      room__second: 18,
      room__ours: 18,
    },
  };
};

/** Half a tenth of a pixel is rounding. */
const slack = 0.05;

/** Words for what cannot be read well enough. */
export const tooHardToRead = (
  measured: readonly Measured[],
  { least, roles, without }: Sizes,
): readonly string[] =>
  measured.flatMap(({ text, classes, contrast, size }) => {
    const role = classes.find((each) => Object.hasOwn(roles, each));
    const wanted = role === undefined ? least : (roles[role] ?? least);
    const isLeaders = classes.some((each) => without.includes(each));
    const what = `“${text}” (${classes.slice(0, 3).join(' ')})`;
    return [
      ...(contrast === null ? [`a picture lies behind ${what}`] : []),
      ...(contrast !== null && contrast < leastContrast
        ? [`contrast ${contrast.toFixed(2)}: ${what}`]
        : []),
      ...(!isLeaders && size < wanted - slack
        ? [`${size.toFixed(1)} px, not ${wanted.toFixed(1)}: ${what}`]
        : []),
    ];
  });
