/** **Lås upp med ansikte, finger eller skärmkod**: whether it is on, and the ways to add, replace and remove it. */
import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import type { PasskeyWork } from '../../lockWork.ts';
import { PasskeyForm } from './PasskeyForm.tsx';

export interface PasskeySectionProps {
  readonly work: PasskeyWork;
  /** More than one person has plans on this tablet. */
  readonly shared: boolean;
}

type Done = 'added' | 'replaced' | 'removed' | 'notRemoved';

export function PasskeySection({ work, shared }: PasskeySectionProps): JSX.Element | null {
  const t = useT();
  const [known, setKnown] = useState<{ can: boolean; at: number | null } | null>(null);
  const [open, setOpen] = useState<'form' | 'remove' | null>(null);
  const [done, setDone] = useState<Done | null>(null);

  const look = useCallback(async (): Promise<void> => {
    const [can, at] = await Promise.all([work.canUse(), work.addedAt()]);
    setKnown({ can, at });
  }, [work]);
  useEffect(() => void look(), [look]);
  if (known === null) return null;

  const close = async (next: Done | null): Promise<void> => {
    await look();
    setOpen(null);
    setDone(next);
  };
  const has = known.at !== null;
  return (
    <section class="section" aria-label={t('vault:passkey.title')}>
      <h2>{t('vault:passkey.title')}</h2>
      <p>{t('vault:passkey.lead')}</p>
      {known.at !== null && <p>{t('vault:passkey.addedAt', { date: t.formats.date(known.at) })}</p>}
      {!known.can && <p>{t('vault:passkey.cannot')}</p>}
      {open !== 'form' && (
        <div class="button-row">
          {known.can && (
            <Button onClick={() => setOpen('form')}>
              {t(has ? 'vault:passkey.replace' : 'vault:passkey.add')}
            </Button>
          )}
          {has && <Button onClick={() => setOpen('remove')}>{t('vault:passkey.remove')}</Button>}
        </div>
      )}
      {done === 'notRemoved' && <Notice kind="error">{t('errors:vault.other')}</Notice>}
      <p role="status">{done !== null && done !== 'notRemoved' && t(`vault:passkey.${done}`)}</p>
      {open === 'form' && (
        <PasskeyForm
          work={work}
          shared={shared}
          onClose={(kept) => void close(kept ? (has ? 'replaced' : 'added') : null)}
        />
      )}
      <Dialog
        open={open === 'remove'}
        title={t('vault:passkey.removeQuestion')}
        onClose={() => setOpen(null)}
        actions={
          <>
            <Button onClick={() => setOpen(null)}>{t('vault:passkey.keepIt')}</Button>
            <Button onClick={async () => close((await work.remove()) ? 'removed' : 'notRemoved')}>
              {t('vault:passkey.remove')}
            </Button>
          </>
        }
      >
        <p>{t('vault:passkey.removeWhat')}</p>
      </Dialog>
    </section>
  );
}
