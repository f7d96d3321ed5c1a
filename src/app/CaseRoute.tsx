/** Opens a case and hands its workspace down. A case that cannot be opened says why; it is never shown as empty. */
import type { JSX } from 'preact';
import { lazyView } from '../ui/lazyView.tsx';

const OpenCaseRoute = lazyView(() => import('./OpenCaseRoute.tsx').then((m) => m.OpenCaseRoute));

export interface CaseRouteProps {
  readonly caseId: string;
  /** The last part of the way, such as `mote`; empty for the first page of the case. */
  readonly way: string;
}

export function CaseRoute(props: CaseRouteProps): JSX.Element {
  return <OpenCaseRoute {...props} />;
}
