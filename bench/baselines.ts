/** The figures of an earlier run, kept in the repo, and how a new one stands to them. */
import type { Figure } from './bench.ts';

/** `bench/figure` → value. */
export type Baselines = Readonly<Record<string, number>>;

/** How much worse than the baseline is said aloud: timings on a small machine vary. */
const notable = 0.25;

export interface Verdict {
  readonly keepsLimit: boolean;
  /** Against the baseline, +0.1 is ten per cent more; null without one. */
  readonly change: number | null;
  readonly isNotablyWorse: boolean;
}

const lessIsBetter = (unit: Figure['unit']): boolean => unit !== '/s' && unit !== 'ratio';

export const judge = (figure: Figure, baseline: number | undefined): Verdict => {
  const { limit, value } = figure;
  const keepsLimit =
    limit === undefined || ('most' in limit ? value <= limit.most : value >= limit.least);
  if (baseline === undefined || baseline === 0)
    return { keepsLimit, change: null, isNotablyWorse: false };
  const change = (value - baseline) / baseline;
  const worse = lessIsBetter(figure.unit) ? change : -change;
  return { keepsLimit, change, isNotablyWorse: worse > notable };
};
