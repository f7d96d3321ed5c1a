import { useLocation, useSearch } from 'wouter';
import type { CircleRole } from '../../../meeting/circles/roles.ts';
import { type CircleSearch, circleWay, readCircleSearch } from './circleWay.ts';

export interface CircleWay extends CircleSearch {
  /** Another part or language, in the same place: the way back leads out, not through all that was chosen. */
  readonly go: (change: Partial<CircleSearch>) => void;
}

export function useCircleWay(role: CircleRole | null = null): CircleWay {
  const search = readCircleSearch(useSearch());
  const [, navigate] = useLocation();
  return {
    ...search,
    go: (change) => navigate(circleWay(role, { ...search, ...change }), { replace: true }),
  };
}
