import { describe, expect, it } from 'vitest';
import { discPath } from './discPath.ts';

describe('discPath', () => {
  it('empties clockwise: with half left the right side is empty', () => {
    expect(discPath(0.5, 50, 50, 40)).toBe('M50 50L50 90A40 40 0 0 1 50 10z');
  });

  it('takes the long way round when more than half is left', () => {
    expect(discPath(0.75, 50, 50, 40)).toBe('M50 50L90 50A40 40 0 1 1 50 10z');
  });

  it('is whole at the start, nothing at the end, and never more or less than that', () => {
    expect(discPath(1, 50, 50, 40)).toBe(discPath(1.2, 50, 50, 40));
    expect(discPath(1, 50, 50, 40)).toContain('a40 40');
    expect(discPath(0, 50, 50, 40)).toBe('');
    expect(discPath(-1, 50, 50, 40)).toBe('');
  });
});
