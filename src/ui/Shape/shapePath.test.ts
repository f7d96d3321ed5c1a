import { describe, expect, it } from 'vitest';
import { partNumbers, shapePath } from './shapePath.ts';

describe('shapePath', () => {
  it('has as many sides as the number', () => {
    const sides = (path: string) =>
      (path.match(/[Lhv]/gu) ?? []).length + (path.endsWith('z') ? 1 : 0);
    expect(sides(shapePath(3, 0, 0, 10))).toBe(3);
    expect(sides(shapePath(4, 0, 0, 10))).toBe(4);
    expect(sides(shapePath(5, 0, 0, 10))).toBe(5);
    expect(shapePath(2, 0, 0, 10).match(/A/gu)).toHaveLength(2);
  });

  it('gives every part a shape of its own', () => {
    expect(new Set(partNumbers.map((part) => shapePath(part, 50, 50, 40))).size).toBe(5);
  });
});
