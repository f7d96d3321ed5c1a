/** Takes away `remove` characters at `index` and puts `insert` there. Counted in UTF-16 units. */
export interface Splice {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * The smallest single splice that makes `after` of `before`, or null when they are equal. Never cuts a
 * surrogate pair in two: Yjs would replace both halves.
 */
export const smallestSplice = (before: string, after: string): Splice | null => {
  if (before === after) return null;
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start += 1;
  if (isHigh(before, start - 1)) start -= 1;
  let end = 0;
  while (
    end < shortest - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  if (end > 0 && isLow(before, before.length - end)) end -= 1;
  return {
    index: start,
    remove: before.length - end - start,
    insert: after.slice(start, after.length - end),
  };
};

const isHigh = (text: string, at: number): boolean => isBetween(text, at, 0xd800, 0xdbff);
const isLow = (text: string, at: number): boolean => isBetween(text, at, 0xdc00, 0xdfff);

const isBetween = (text: string, at: number, low: number, high: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= low && unit <= high;
};
