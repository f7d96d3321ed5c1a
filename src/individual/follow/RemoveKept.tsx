/** Below a plan that is kept: where it is found again, and **Ta bort planen härifrån**, which asks once. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { LanguageCode } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Dialog } from '../../ui/Dialog/Dialog.tsx';

export interface RemoveKeptProps {
  readonly language: LanguageCode;
  /** False when it is still there. */
  readonly onRemove: () => Promise<boolean>;
}

export function RemoveKept({ language, onRemove }: RemoveKeptProps): JSX.Element | null {
  const [asks, setAsks] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [stays, setStays] = useState(false);
  const texts = useTexts('follow', language);
  if (texts === null) return null;
  const { t } = texts;
  const remove = async (): Promise<void> => {
    setBusy(true);
    const isGone = await onRemove();
    // Where it is gone, so is this view.
    if (isGone) return;
    setBusy(false);
    setAsks(false);
    setStays(true);
  };
  return (
    <div class="follow__remove">
      <p class="own__note">
        {t('follow:kept.again')}{' '}
        <bdi dir="ltr" translate={false} class="follow__address">
          {`${location.host}${location.pathname}`}
        </bdi>
      </p>
      <p role="alert">{stays && t('follow:kept.stays')}</p>
      <Button onClick={() => setAsks(true)}>{t('follow:kept.remove')}</Button>
      <Dialog
        open={asks}
        title={t('follow:kept.sure')}
        onClose={() => setAsks(false)}
        actions={
          <>
            <Button onClick={() => setAsks(false)}>{t('follow:kept.no')}</Button>
            <Button busy={isBusy} onClick={() => void remove()}>
              {t('follow:kept.yes')}
            </Button>
          </>
        }
      >
        <p>{t('follow:kept.sureText')}</p>
      </Dialog>
    </div>
  );
}
