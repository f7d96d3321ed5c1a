/** **Samtycke**: what the person has been told, the two answers, and what is left out. */
import type { JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';
import { individualName } from '../../../meeting/views/planWords.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { CasePage } from '../case/CasePage.tsx';
import { wayStates } from '../case/caseWays.ts';
import { ConsentAnswerSection } from './ConsentAnswerSection.tsx';
import { ExceptionsSection } from './ExceptionsSection.tsx';
import { InformedSection } from './InformedSection.tsx';
import { QuestionsInLanguage } from './QuestionsInLanguage.tsx';

export function ConsentView(): JSX.Element {
  const t = useT();
  const { state } = useWorkspace();
  const name = individualName(state.plan) || t('home:list.nameless');
  const called = wayStates(state).kalla === 'done';
  return (
    <CasePage
      way="samtycke"
      title={t('consent:title')}
      lead={t('consent:lead', { name })}
      foot={
        <Button
          kind="filled"
          href={`/sip/${state.caseId}/${called ? 'mote' : 'kalla'}`}
          iconEnd="forward"
        >
          {called ? t('consent:next') : t('consent:nextCall')}
        </Button>
      }
    >
      <InformedSection name={name} />
      <QuestionsInLanguage />
      <ConsentAnswerSection which="make" name={name} />
      <ConsentAnswerSection which="share" name={name} />
      <ExceptionsSection kind="subject" />
      <ExceptionsSection kind="party" />
    </CasePage>
  );
}
