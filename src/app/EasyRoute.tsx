/** `/sip/:id/lattlast` */
import type { JSX } from 'preact';
import { useWorkspace } from '../meeting/views/WorkspaceContext.ts';
import { lazyView } from '../ui/lazyView.tsx';
import { useSession, useSessionState } from './SessionContext.ts';

const EasyView = lazyView(() => import('./views/easy/openEasy.ts').then((m) => m.openEasy()));

export function EasyRoute(): JSX.Element {
  const { deps } = useSession();
  const { organisation } = useSessionState();
  const { practice } = useWorkspace();
  return <EasyView clock={deps.clock} organisation={practice ? '' : organisation.name} />;
}
