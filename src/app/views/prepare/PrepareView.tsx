/** **Förbered**: what matters, the questions, who comes, time and place, who does what at the meeting. */
import type { JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { BoundText } from '../case/BoundText.tsx';
import { CasePage } from '../case/CasePage.tsx';
import { MeetingSection } from './MeetingSection.tsx';
import { PeopleSection } from './PeopleSection.tsx';
import { PersonSection } from './PersonSection.tsx';
import { QuestionsSection } from './QuestionsSection.tsx';
import { SupportSection } from './SupportSection.tsx';

export function PrepareView(): JSX.Element {
  const t = useT();
  const { state } = useWorkspace();
  return (
    <CasePage
      way="forbered"
      title={t('prepare:prepare.title')}
      foot={
        <Button kind="filled" href={`/sip/${state.caseId}/samtycke`} iconEnd="forward">
          {t('prepare:prepare.next')}
        </Button>
      }
    >
      <div class="form">
        <BoundText
          text={{ item: 'plan', field: 'important' }}
          label={t('prepare:prepare.important')}
          hint={t('prepare:prepare.importantHint')}
          multiline
        />
        <BoundText
          text={{ item: 'plan', field: 'purpose' }}
          label={t('prepare:prepare.purpose')}
          hint={t('prepare:prepare.purposeHint')}
          multiline
        />
      </div>
      <QuestionsSection />
      <PeopleSection />
      <MeetingSection />
      <SupportSection />
      <PersonSection />
    </CasePage>
  );
}
