import type { JSX } from 'preact';
import { circleRoleOf } from '../../../meeting/circles/roles.ts';
import { NotFound } from '../../shell/NotFound.tsx';
import { CirclesView } from './CirclesView.tsx';
import { CircleView } from './CircleView.tsx';

export interface CirclesRouteProps {
  /** The last part of the way; may be anything. */
  readonly who: string | undefined;
}

/** `/hjalp/cirklar` and `/hjalp/cirklar/:role`. */
export function CirclesRoute({ who }: CirclesRouteProps): JSX.Element {
  if (who === undefined) return <CirclesView />;
  const known = circleRoleOf(who);
  return known === null ? <NotFound /> : <CircleView key={known} who={known} />;
}
