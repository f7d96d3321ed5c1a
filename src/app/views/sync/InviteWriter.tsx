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

export function InviteWriter(props: InviteWriterProps): JSX.Element {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <div class="button-row">
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {t('sync:case.invite')}
        </Button>
      </div>
      {open && <InviteDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

export interface InviteDialogProps extends InviteWriterProps {
  readonly onClose: () => void;
}

/** What it means first, then a code. */
export function InviteDialog({ organisation, give, onClose }: InviteDialogProps): JSX.Element {
  const t = useT();
  const [showsCode, setShowsCode] = useState(false);
  const isNamed = organisation.trim() !== '';
  return (
    <Dialog
      open
      title={t('sync:case.invite')}
      onClose={onClose}
      dismissable={!showsCode}
      actions={
        !showsCode && (
          <>
            <Button onClick={onClose}>{t('sync:give.cancel')}</Button>
            {isNamed ? (
              <Button kind="filled" onClick={() => setShowsCode(true)}>
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
      {showsCode ? (
        <GiveSteps start={give} who="colleague" onClose={onClose} />
      ) : (
        <>
          <p>{t('sync:case.inviteLead')}</p>
          {!isNamed && <p>{t('sync:case.inviteNoOrganisation')}</p>}
        </>
      )}
    </Dialog>
  );
}
