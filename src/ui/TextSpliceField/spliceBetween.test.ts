import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applySplice, moveSplice, moveThrough, spliceBetween } from './spliceBetween.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const close = fc
  .tuple(text, text, text, text)
  .map(([a, b, c, d]) => [a + b + d, a + c + d] as const);

describe('spliceBetween', () => {
  it('gives a splice that leads from one text to the other, wherever the caret is', () => {
    fc.assert(
      fc.property(close, fc.nat(40), ([before, after], caret) => {
        const splice = spliceBetween(before, after, Math.min(caret, after.length));
        expect(splice === null ? before : applySplice(before, splice)).toBe(after);
      }),
    );
  });

  it('touches no more than was changed', () => {
    fc.assert(
      fc.property(text, text, text, (start, typed, end) => {
        const splice = spliceBetween(start + end, start + typed + end, start.length + typed.length);
        expect(splice?.insert.length ?? 0).toBeLessThanOrEqual(typed.length + 2);
      }),
    );
  });

  it('tells which of two equal letters was typed by where the caret stands', () => {
    expect(spliceBetween('aa', 'aaa', 1)).toEqual({ index: 0, remove: 0, insert: 'a' });
    expect(spliceBetween('aa', 'aaa', 3)).toEqual({ index: 2, remove: 0, insert: 'a' });
  });

  it('never cuts a sign in two', () => {
    expect(spliceBetween('😀', '😁', 2)).toEqual({ index: 0, remove: 2, insert: '😁' });
  });
});

describe('moveThrough', () => {
  it('leaves a place before the change and moves one after it along', () => {
    const splice = { index: 3, remove: 2, insert: 'abcd' };
    expect(moveThrough(2, splice)).toBe(2);
    expect(moveThrough(3, splice)).toBe(3);
    expect(moveThrough(4, splice)).toBe(3);
    expect(moveThrough(9, splice)).toBe(11);
  });
});

describe('moveSplice', () => {
  it('keeps both changes when they are in different places', () => {
    const outside = { index: 0, remove: 0, insert: 'Nu: ' };
    const typed = { index: 4, remove: 0, insert: ' väl' };
    const both = applySplice(applySplice('Sova', outside), moveSplice(typed, outside));
    expect(both).toBe('Nu: Sova väl');
  });
});
