/** What was done to a text: `remove` characters at `index` went away and `insert` came there. */
export interface Splice {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * The one splice that turns `before` into `after`, or null when they are the same. `caret` is where the caret
 * stands after the change: it decides which of several equal letters was typed ("aa" → "aaa").
 */
export function spliceBetween(before: string, after: string, caret: number): Splice | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  // Behind the caret nothing was touched, unless the change reaches past it.
  let end = 0;
  const endMost = Math.min(most, Math.max(0, after.length - caret));
  while (end < endMost && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  let start = 0;
  while (start < most - end && before[start] === after[start]) start += 1;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  // Never cut between the two halves of one sign.
  if (isHighHalf(before, start - 1) || isHighHalf(after, start - 1)) start -= 1;
  if (end > 0 && (isLowHalf(before, before.length - end) || isLowHalf(after, after.length - end))) {
    end -= 1;
  }
  return {
    index: start,
    remove: before.length - start - end,
    insert: after.slice(start, after.length - end),
  };
}

/** Where a place in `before` is after the splice. A place inside what went away moves to its start. */
export function moveThrough(place: number, splice: Splice): number {
  if (place <= splice.index) return place;
  if (place >= splice.index + splice.remove) return place + splice.insert.length - splice.remove;
  return splice.index;
}

/** The text after a splice. */
export function applySplice(text: string, splice: Splice): string {
  return text.slice(0, splice.index) + splice.insert + text.slice(splice.index + splice.remove);
}

/** The same change, made on a text that `before` has already changed. */
export function moveSplice(splice: Splice, before: Splice): Splice {
  const index = moveThrough(splice.index, before);
  const end = moveThrough(splice.index + splice.remove, before);
  return { index, remove: Math.max(0, end - index), insert: splice.insert };
}

function isHighHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
