/** **Skriv ut och dela**: what goes out of the case, on paper and over the network, to whom, and how it ends. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { individualName } from '../../../meeting/views/planWords.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import type { ClockDep } from '../../../shared/deps.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { useShares } from '../../shares/SharesContext.ts';
import { CasePage } from '../case/CasePage.tsx';
import { CodeDialog } from './CodeDialog.tsx';
import { GiveShare } from './GiveShare.tsx';
import { ShareList } from './ShareList.tsx';
import './share.css';

export function ShareView({ clock }: { readonly clock: ClockDep['clock'] }): JSX.Element {
  const t = useT();
  const { state } = useWorkspace();
  const shares = useShares();
  const [shownId, setShownId] = useState<string | null>(null);
  const ways = `/sip/${state.caseId}`;
  const name = individualName(state.plan) || t('home:list.nameless');
  return (
    <CasePage way={null} title={t('share:title')} lead={t('share:lead', { name })}>
      <section class="section" aria-labelledby="share-paper">
        <h2 id="share-paper">{t('share:paper.title')}</h2>
        <div class="button-row">
          <Button href={`${ways}/plan`}>{t('share:paper.plan')}</Button>
          <Button href={`${ways}/lattlast`}>{t('share:paper.easy')}</Button>
          <Button href={`${ways}/paket`}>{t('share:paper.pack')}</Button>
        </div>
      </section>
      {shares !== null && (
        <>
          <GiveShare shares={shares} clock={clock} name={name} onShared={setShownId} />
          <ShareList shares={shares} name={name} onShow={setShownId} />
          <CodeDialog
            shares={shares}
            shareId={shownId}
            name={name}
            onClose={() => setShownId(null)}
          />
        </>
      )}
    </CasePage>
  );
}
