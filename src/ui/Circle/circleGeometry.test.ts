import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circleGeometry, defaultShares } from './circleGeometry.ts';

function points(path: string): { x: number; y: number }[] {
  return [
    ...path.matchAll(
      /[ML](-?[\d.]+) (-?[\d.]+)|A(?:[\d.]+ ){2}0 [01] [01] (-?[\d.]+) (-?[\d.]+)/gu,
    ),
  ].map((found) => ({ x: Number(found[1] ?? found[3]), y: Number(found[2] ?? found[4]) }));
}

describe('circleGeometry', () => {
  it('starts at 12 and goes clockwise, and part 3 takes the lower half', () => {
    const { segments } = circleGeometry(defaultShares, 540);
    const [first, , third, , last] = segments;
    expect(first?.x).toBeGreaterThan(270);
    expect(first?.y).toBeLessThan(270);
    expect(last?.x).toBeLessThan(270);
    expect(points(third?.path ?? '').every((point) => point.y > 270)).toBe(true);
  });

  it.each([264, 330, 540])('parts neighbours by at least 4 px of paper, at %s px', (size) => {
    const { segments, outline } = circleGeometry(defaultShares, size);
    const [, , third] = segments;
    const second = points(segments[1]?.path ?? '');
    const lowestOfSecond = Math.max(...second.map((point) => point.y));
    const highestOfThird = Math.min(...points(third?.path ?? '').map((point) => point.y));
    const paper = highestOfThird - lowestOfSecond - outline;
    expect(paper).toBeGreaterThanOrEqual(3.98);
    expect(paper).toBeCloseTo(Math.max(4, size * 0.011), 1);
  });

  it('cuts parallel: the gap is the same at the rim and further in', () => {
    const [first] = circleGeometry(defaultShares, 540).segments;
    const [rim, , , inner] = points(first?.path ?? '');
    expect(rim?.x).toBeCloseTo(inner?.x ?? 0, 1);
  });

  it('keeps every path inside the drawing, for any shares and sizes', () => {
    const shares = fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(shares, fc.integer({ min: 120, max: 720 }), (given, size) => {
        const geometry = circleGeometry(given, size);
        expect(geometry.segments).toHaveLength(5);
        const all = geometry.segments.flatMap((segment) => points(segment.path));
        expect(all.every(({ x, y }) => x >= 0 && y >= 0 && x <= size && y <= size)).toBe(true);
      }),
    );
  });

  it('has numbers of 0.09 of its size unless given', () => {
    expect(circleGeometry(defaultShares, 540).number).toBe(48.6);
    expect(circleGeometry(defaultShares, 330, 31).number).toBe(31);
  });
});
