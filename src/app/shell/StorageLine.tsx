/** The storage got into trouble while the program is open: what is safe, what to do, one button. On every screen. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../../i18n/useT.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { useSession, useSessionState } from '../SessionContext.ts';

export function StorageLine({
  reload = () => location.reload(),
}: {
  readonly reload?: () => void;
}): JSX.Element | null {
  const t = useT();
  const session = useSession();
  const { storageTrouble } = useSessionState();
  const [busy, setBusy] = useState(false);
  const [notWritten, setNotWritten] = useState(false);
  if (storageTrouble === null) return null;
  const { kind } = storageTrouble;

  const act = async (): Promise<void> => {
    setBusy(true);
    setNotWritten(false);
    if (kind !== 'newerWaits') await session.openStorageAgain();
    else if (await session.keepOpen(null)) reload();
    else setNotWritten(true);
    setBusy(false);
  };

  return (
    <div class="shell-line" role="alert">
      <p>
        {kind === 'closed' || kind === 'newerWaits'
          ? t(`errors:storageLine.${kind}`)
          : t(`errors:storage.${kind}`)}
        {notWritten && ` ${t('errors:storageLine.notWritten')}`}
      </p>
      <Button busy={busy} onClick={() => void act()}>
        {kind === 'newerWaits'
          ? t('errors:storageLine.leave')
          : kind === 'closed'
            ? t('errors:storageLine.open')
            : t('common:action.tryAgain')}
      </Button>
    </div>
  );
}
