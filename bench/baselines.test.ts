import { describe, expect, it } from 'vitest';
import { judge } from './baselines.ts';

describe('a figure', () => {
  it('is held against its limit', () => {
    const size = { name: 'all', value: 330, unit: 'kB', limit: { most: 330 } } as const;
    expect(judge(size, undefined).keepsLimit).toBe(true);
    expect(judge({ ...size, value: 331 }, undefined).keepsLimit).toBe(false);
    const ratio = { name: 'floor', value: 0.59, unit: 'ratio', limit: { least: 0.6 } } as const;
    expect(judge(ratio, undefined).keepsLimit).toBe(false);
    expect(judge({ ...ratio, value: 0.6 }, undefined).keepsLimit).toBe(true);
  });

  it('is told when it is much worse than before, in the direction that is worse', () => {
    expect(judge({ name: 'a', value: 130, unit: 'ms' }, 100)).toEqual({
      keepsLimit: true,
      change: 0.3,
      isNotablyWorse: true,
    });
    expect(judge({ name: 'a', value: 60, unit: 'ms' }, 100).isNotablyWorse).toBe(false);
    expect(judge({ name: 'a', value: 60, unit: '/s' }, 100).isNotablyWorse).toBe(true);
    expect(judge({ name: 'a', value: 60, unit: '/s' }, undefined).change).toBe(null);
  });
});
