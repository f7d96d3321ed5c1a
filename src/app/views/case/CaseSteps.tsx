/** The steps of a SIP as ways through the case. */
import type { JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Stepper } from '../../../ui/Stepper/Stepper.tsx';

export const caseWays = [
  'behov',
  'forbered',
  'samtycke',
  'kalla',
  'mote',
  'efter',
  'plan',
  'historik',
] as const;

export type CaseWay = (typeof caseWays)[number];

export function CaseSteps({ present }: { readonly present: CaseWay | null }): JSX.Element {
  const t = useT();
  const { state } = useWorkspace();
  return (
    <Stepper
      label={t('home:steps.label')}
      steps={caseWays.map((way) => ({
        id: way,
        label: t(`home:steps.${way}`),
        state: way === present ? 'present' : 'coming',
        href: `/sip/${state.caseId}/${way}`,
      }))}
    />
  );
}
