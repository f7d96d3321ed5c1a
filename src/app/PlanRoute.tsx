/** `/sip/:id/plan`: what the plan view needs of the session and the open case. */
import type { JSX } from 'preact';
import { freezePlan } from '../cases/freeze.ts';
import type { OpenCase } from '../cases/openCase.ts';
import { useWorkspace } from '../meeting/views/WorkspaceContext.ts';
import { useSession, useSessionState } from './SessionContext.ts';
import { PlanView } from './views/plan/PlanView.tsx';

export function PlanRoute({ opened }: { readonly opened: OpenCase }): JSX.Element {
  const { deps } = useSession();
  const { organisation } = useSessionState();
  const { practice } = useWorkspace();
  return (
    <PlanView
      clock={deps.clock}
      organisation={practice ? '' : organisation.name}
      onFreeze={() => freezePlan(opened)}
    />
  );
}
