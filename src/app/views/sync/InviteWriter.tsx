/** **Bjud in en kollega att skriva**: one of the same organisation, in the room, in this case alone (field.md 4). */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Giving } from '../../../cases/pairing/giveAccess.ts';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { GiveSteps } from './GiveSteps.tsx';
import './sync.css';

export interface InviteWriterProps {
  /** **Verksamhet som ansvarar** of who invites; empty where it is not written. */
  readonly organisation: string;
  readonly give: () => Promise<Giving | null>;
}

export function InviteWriter({ organisation, give }: InviteWriterProps): JSX.Element {
  const t = useT();
  const [open, setOpen] = useState<'no' | 'asked' | 'code'>('no');
  const close = (): void => setOpen('no');
  const isNamed = organisation.trim() !== '';
  return (
    <>
      <div class="button-row">
        <Button kind="quiet" onClick={() => setOpen('asked')}>
          {t('sync:case.invite')}
        </Button>
      </div>
      <Dialog
        open={open !== 'no'}
        title={t('sync:case.invite')}
        onClose={close}
        dismissable={open !== 'code'}
        actions={
          open !== 'asked' ? undefined : (
            <>
              <Button onClick={close}>{t('sync:give.cancel')}</Button>
              {isNamed ? (
                <Button kind="filled" onClick={() => setOpen('code')}>
                  {t('sync:case.inviteGo')}
                </Button>
              ) : (
                <Button kind="filled" href="/installningar">
                  {t('sync:case.toSettings')}
                </Button>
              )}
            </>
          )
        }
      >
        {open === 'code' ? (
          <GiveSteps start={give} who="colleague" onClose={close} />
        ) : (
          <>
            <p>{t('sync:case.inviteLead')}</p>
            {!isNamed && <p>{t('sync:case.inviteNoOrganisation')}</p>}
          </>
        )}
      </Dialog>
    </>
  );
}
