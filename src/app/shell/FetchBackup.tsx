/** **Välkommen** or **Låst → Hämta från en säkerhetskopia**: afterwards each unlocks with the password they had. */
import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { useT } from '../../i18n/useT.ts';
import { PageFrame } from '../../ui/PageFrame/PageFrame.tsx';
import { TopBar } from '../../ui/TopBar/TopBar.tsx';
import { createBackupWork } from '../backupWork.ts';
import { useSession } from '../SessionContext.ts';
import { whenLeftAlone } from '../session/leftAlone.ts';
import { RestoreSteps } from '../views/backup/RestoreSteps.tsx';
import '../views/views.css';
import { askToKeep } from '../../pwa/readiness.ts';

export interface FetchBackupProps {
  readonly onBack: () => void;
  /** Where others have their plans here: back to **Låst**, where those that came are among them. */
  readonly onDone?: (() => void) | undefined;
}

export function FetchBackup({ onBack, onDone }: FetchBackupProps): JSX.Element {
  const t = useT();
  const session = useSession();
  const [work] = useState(() => createBackupWork(session));
  // Something may have come before it was broken off.
  const back = (): void => {
    onBack();
    void session.vaultsChanged();
  };
  return (
    <PageFrame
      title={t('backup:fetch')}
      top={<TopBar back={{ label: t('common:action.back'), onClick: back }} />}
    >
      <RestoreSteps
        work={work}
        onCancel={back}
        whenLeftAlone={useCallback((leave: () => void) => whenLeftAlone(session, leave), [session])}
        onDone={() => {
          void askToKeep();
          void session.vaultsChanged().then(onDone);
        }}
      />
    </PageFrame>
  );
}
