/** `/`: reads the cards of the vault and shows today's meeting or the list. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'wouter';
import { acceptGivenCases } from '../cases/giveCase.ts';
import { type ListedCase, listCases } from '../cases/listCases.ts';
import { useT } from '../i18n/useT.ts';
import { appleHome, browserSurroundings } from '../pwa/appleHome.ts';
import { Button } from '../ui/Button/Button.tsx';
import { lazyView } from '../ui/lazyView.tsx';
import { Notice } from '../ui/Notice/Notice.tsx';
import { caseDeps } from './caseDeps.ts';
import { useSession, useSessionState } from './SessionContext.ts';
import { isBackupDue, type LastBackup } from './session/lastBackup.ts';
import { lastCopyOf } from './session/restoredCopy.ts';
import { readTakeOvers, takeOverHere } from './standInHere.ts';
import { useFromOthers } from './useFromOthers.ts';
import { useSyncState } from './useSync.ts';
import { HomeView } from './views/home/HomeView.tsx';
import type { TakeOverWork } from './views/home/takeOver.ts';

const EndWaiting = lazyView(() => import('./shares/EndWaiting.tsx').then((m) => m.EndWaiting), {
  as: 'extra',
});

const GoneCases = lazyView(() => import('./views/sync/GoneCases.tsx').then((m) => m.GoneCases), {
  as: 'extra',
});

export function HomeRoute(): JSX.Element {
  const [tries, setTries] = useState(0);
  return <Home key={tries} onAgain={() => setTries((before) => before + 1)} />;
}

function Home({ onAgain }: { readonly onAgain: () => void }): JSX.Element | null {
  const t = useT();
  const session = useSession();
  const { unsavedAtLock, vault } = useSessionState();
  const { endings, devices, removedHere } = useSyncState();
  const [listed, setListed] = useState<readonly ListedCase[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [, go] = useLocation();
  const [takeOvers, setTakeOvers] = useState<Pick<TakeOverWork, 'offers' | 'told'>>({
    offers: [],
    told: [],
  });
  const [lastBackup, setLastBackup] = useState<LastBackup | null>(null);

  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const { vault } = session.get();
      if (vault === null) return;
      await session.keepOpen(null);
      await acceptGivenCases(caseDeps(session), vault);
      const [cases, backup, takeOver] = await Promise.all([
        listCases(caseDeps(session), vault),
        lastCopyOf(vault),
        readTakeOvers(session),
      ]);
      if (gone) return;
      setTakeOvers(takeOver);
      setLastBackup(backup);
      if (cases.ok) setListed(cases.value);
      else setFailed(true);
    };
    void read();
    return () => {
      gone = true;
    };
  }, [session]);

  const fromOthers = useFromOthers((cases) =>
    setListed((before) => (before === null ? before : cases)),
  );

  if (failed) {
    return (
      <main class="shell-message">
        <h1 tabIndex={-1}>{t('home:list.title')}</h1>
        <Notice
          kind="error"
          actions={
            <Button kind="filled" onClick={onAgain}>
              {t('common:action.tryAgain')}
            </Button>
          }
        >
          {t('errors:storage.list')}
        </Notice>
      </main>
    );
  }
  if (listed === null) return null;
  const backupWords = (): string | null => {
    if (appleHome(browserSurroundings()) === 'tab') return t('backup:due.tab');
    if (!isBackupDue(lastBackup, session.deps.clock.now())) return null;
    return lastBackup === null
      ? t(devices.length > 1 ? 'backup:due.neverSynced' : 'backup:due.never')
      : t('backup:due.old', { date: t.formats.date(lastBackup.at) });
  };
  return (
    <>
      {unsavedAtLock && <Notice kind="error">{t('errors:save.atLock')}</Notice>}
      <EndWaiting />
      {vault !== null && (
        <GoneCases
          vault={vault}
          subscribe={session.sync.subscribe}
          ending={endings.case}
          isRemoved={removedHere}
        />
      )}
      <HomeView
        cards={listed.flatMap(({ caseId, card }) => (card === null ? [] : [{ caseId, card }]))}
        unreadable={listed.filter(({ card }) => card === null).length}
        now={session.deps.clock.now()}
        backupWords={backupWords()}
        fromOthers={fromOthers}
        takeOver={{
          ...takeOvers,
          take: async (offer, why) => {
            const answer = await takeOverHere(session, offer, why);
            if (answer === 'taken') go(`/sip/${offer.caseId}`);
            return answer;
          },
          seen: async ({ caseId, by }) => {
            await session.get().vault?.forgetTakenOver({ caseId, by });
          },
        }}
        onLock={() => void session.lock('asked')}
      />
    </>
  );
}
