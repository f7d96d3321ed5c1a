/** The steps of a SIP as ways through the case: what is done, where to go on, what comes later, in words. */
import type { JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Stepper } from '../../../ui/Stepper/Stepper.tsx';
import { type CaseWay, caseWays, wayStates } from './caseWays.ts';

export function CaseSteps({ present }: { readonly present: CaseWay | null }): JSX.Element {
  const t = useT();
  const { state } = useWorkspace();
  const states = wayStates(state);
  return (
    <Stepper
      label={t('home:steps.label')}
      steps={caseWays.map((way) => {
        const { [way]: stands } = states;
        const isPresent = way === present;
        // A tick says klart by itself; where we are has an arrow instead.
        const words = stands === null || (stands === 'done' && !isPresent) ? null : stands;
        return {
          id: way,
          label: t(`home:steps.${way}`),
          state: isPresent ? 'present' : stands === 'done' ? 'done' : 'coming',
          href: `/sip/${state.caseId}/${way}`,
          ...(words !== null && { hint: t(`home:steps.state.${words}`) }),
        };
      })}
    />
  );
}
