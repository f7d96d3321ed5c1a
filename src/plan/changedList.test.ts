import { expect, it } from 'vitest';
import { changedList } from './changedList.ts';

it('keeps a choice that was made just before and not seen yet', () => {
  expect(changedList(['large'], [], ['calm'])).toEqual(['large', 'calm']);
  expect(changedList(['large', 'calm'], ['large'], [])).toEqual(['calm']);
});

it('is what was chosen where all was seen', () => {
  expect(changedList(['a', 'b'], ['a', 'b'], ['b', 'c'])).toEqual(['b', 'c']);
  expect(changedList(['a'], [], ['a'])).toEqual(['a']);
});
