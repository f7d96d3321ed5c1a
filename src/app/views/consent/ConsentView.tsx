/** **Samtycke**: what the person has been told, the two answers, and what is left out. */
import type { JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { CasePage } from '../case/CasePage.tsx';
import { ConsentAnswerSection } from './ConsentAnswerSection.tsx';
import { ExceptionsSection } from './ExceptionsSection.tsx';
import { InformedSection } from './InformedSection.tsx';

export function ConsentView(): JSX.Element {
  const t = useT();
  const { state } = useWorkspace();
  const name = state.plan.name.value ?? t('home:list.nameless');
  return (
    <CasePage
      way="samtycke"
      title={t('consent:title')}
      lead={t('consent:lead', { name })}
      foot={
        <Button kind="filled" href={`/sip/${state.caseId}/mote`} iconEnd="forward">
          {t('consent:next')}
        </Button>
      }
    >
      <InformedSection name={name} />
      <ConsentAnswerSection which="make" name={name} />
      <ConsentAnswerSection which="share" name={name} />
      <ExceptionsSection kind="subject" />
      <ExceptionsSection kind="party" />
    </CasePage>
  );
}
