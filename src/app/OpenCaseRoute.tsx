/** An open case with its views. Loaded apart, since the document of the plan is not needed on the first screen. */
import type { JSX } from 'preact';
import type { OpenCase } from '../cases/openCase.ts';
import { useT } from '../i18n/useT.ts';
import { SyncWordContext } from '../meeting/views/SyncWordContext.ts';
import { WorkspaceContext } from '../meeting/views/WorkspaceContext.ts';
import { lazyView } from '../ui/lazyView.tsx';
import { Notice } from '../ui/Notice/Notice.tsx';
import type { CaseRouteProps } from './CaseRoute.tsx';
import { CaseWays } from './CaseWays.tsx';
import { useSession, useSessionState } from './SessionContext.ts';
import { SharesContext } from './shares/SharesContext.ts';
import { useCaseShares } from './shares/useCaseShares.ts';
import { SaveTrouble } from './shell/SaveTrouble.tsx';
import { useOpenCase, useWorkspaceOf } from './useOpenCase.ts';
import { useSyncState } from './useSync.ts';
import { syncWord } from './views/sync/syncWord.ts';

const deeds = () => import('./caseDeeds.ts').catch(() => null);

const Opening = lazyView(() => import('./shell/Opening.tsx').then((m) => m.Opening), {
  as: 'extra',
});
const ShareWaiting = lazyView(
  () => import('./views/share/ShareWaiting.tsx').then((m) => m.ShareWaiting),
  { as: 'extra' },
);
const CaseSyncPart = lazyView(
  () => import('./views/sync/CaseSyncPart.tsx').then((m) => m.CaseSyncPart),
  { as: 'extra' },
);
const OpenFailed = lazyView(() => import('./shell/OpenFailed.tsx').then((m) => m.OpenFailed));

export function OpenCaseRoute({ caseId, way }: CaseRouteProps): JSX.Element {
  const t = useT();
  const session = useSession();
  const opening = useOpenCase(session, caseId);
  if (opening.kind === 'opening') return <Opening words={t('errors:case.opening')} />;
  if (opening.kind === 'failed') return <OpenFailed why={opening.why} />;
  return (
    <WithWorkspace
      opened={opening.opened}
      onReopened={opening.reopened}
      isLaidApart={opening.isLaidApart}
      way={way}
    />
  );
}

/** Say it in their own place, or are in somebody else's hands. */
const saysItself = new Set(['mote', 'dela', 'hur-var-motet']);

interface WithWorkspaceProps {
  readonly opened: OpenCase;
  readonly onReopened: (opened: OpenCase) => void;
  readonly isLaidApart: boolean;
  readonly way: string;
}

function WithWorkspace({ opened, onReopened, isLaidApart, way }: WithWorkspaceProps): JSX.Element {
  const t = useT();
  const session = useSession();
  const workspace = useWorkspaceOf(opened);
  const { vault, vaults, unsavedAtLock } = useSessionState();
  const hasShares = workspace.state.log.some(({ fact }) => fact.type === 'share.opened');
  const shares = useCaseShares(session, opened, hasShares || way === 'dela');
  const colleagues = vaults.filter(({ vaultId }) => vaultId !== vault?.vaultId);
  const synced = syncWord(useSyncState(), opened.caseId);
  return (
    <WorkspaceContext.Provider value={workspace}>
      <SharesContext.Provider value={shares}>
        <SyncWordContext.Provider value={synced}>
          {/* A meeting says it in its own top line: here it would push the bar off the screen, or stand on the wall. */}
          {(way !== 'mote' || unsavedAtLock) && (
            <SaveTrouble save={workspace.save} atLock={unsavedAtLock} />
          )}
          {isLaidApart && way !== '' && way !== 'mote' && (
            <Notice kind="attention" live>
              {t('sync:late.laid')}
            </Notice>
          )}
          {workspace.state.plan.readOnly && way !== 'plan' && (
            <Notice kind="info">{t('plan:view.readOnly')}</Notice>
          )}
          {shares !== null && !saysItself.has(way) && <ShareWaiting shares={shares} />}
          <CaseWays
            opened={opened}
            way={way}
            syncing={<CaseSyncPart opened={opened} />}
            onLock={() => void session.lock('asked')}
            giving={{
              colleagues,
              give: async (to) => (await deeds())?.giveHere(session, opened, to) ?? 'failed',
            }}
            onRemoveNotes={async (choice) => {
              const found = await deeds();
              return found === null
                ? 'failed'
                : found.removeNotesHere(session, opened, choice, onReopened);
            }}
            findColleagues={async () =>
              (await deeds())?.findColleaguesHere(session, opened.caseId) ?? null
            }
            onRemove={async () => {
              const removed = await (await deeds())?.removeCaseHere(session, opened);
              return removed === true ? null : t('errors:vault.other');
            }}
          />
        </SyncWordContext.Provider>
      </SharesContext.Provider>
    </WorkspaceContext.Provider>
  );
}
