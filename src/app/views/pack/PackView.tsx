/** **Skriv ut mötespaketet**: what it holds, and the way to paper. */
import type { JSX } from 'preact';
import { casePrinted } from '../../../cases/caseFacts.ts';
import { MeetingPack } from '../../../handover/MeetingPack.tsx';
import { PrintRoot } from '../../../handover/PrintRoot.tsx';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';
import { CasePage } from '../case/CasePage.tsx';

export function PackView(): JSX.Element {
  const t = useT();
  const { state, record } = useWorkspace();
  return (
    <CasePage way={null} title={t('pack:title')} lead={t('pack:lead')}>
      <h2>{t('pack:contents')}</h2>
      <RuledList label={t('pack:contents')}>
        <RuledRow>{t('pack:circle')}</RuledRow>
        <RuledRow>{t('pack:blank')}</RuledRow>
        <RuledRow>{t('pack:cards')}</RuledRow>
      </RuledList>
      <p>
        <Button
          kind="filled"
          onClick={() => {
            window.print();
            void record((ctx) => casePrinted(ctx, 'meetingPack'));
          }}
        >
          {t('pack:print')}
        </Button>
      </p>
      <PrintRoot>
        <MeetingPack du={state.plan.leads.value === 'huvudperson'} name={t('pack:person')} />
      </PrintRoot>
    </CasePage>
  );
}
