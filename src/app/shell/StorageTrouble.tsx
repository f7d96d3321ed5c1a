import type { JSX } from 'preact';
import { useT } from '../../i18n/useT.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import { useSession } from '../SessionContext.ts';
import type { SessionState } from '../session/sessionTypes.ts';

/** The storage does not open, or came back empty: never shown as "no plans". */
export function StorageTrouble({ state }: { readonly state: SessionState }): JSX.Element {
  const t = useT();
  const session = useSession();
  const kind = state.trouble?.kind ?? 'failed';
  return (
    <main class="shell-message">
      <h1 tabIndex={-1}>{t('errors:storage.title')}</h1>
      <Notice kind="error">{t(`errors:storage.${kind}`)}</Notice>
      <div class="button-row">
        <Button kind="filled" onClick={() => void session.start()}>
          {t('common:action.tryAgain')}
        </Button>
        {kind === 'vanished' && (
          <Button onClick={() => void session.beginAnew()}>
            {t('errors:storage.vanishedAgain')}
          </Button>
        )}
        <Button kind="quiet" href="/ova">
          {t('errors:storage.practice')}
        </Button>
      </div>
    </main>
  );
}
