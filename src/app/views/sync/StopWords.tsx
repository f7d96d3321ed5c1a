/** Why a pairing stopped, and what to do. */
import type { JSX } from 'preact';
import type { PairingStop } from '../../../cases/pairing/pairingStep.ts';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';

export interface StopWordsProps {
  readonly why: PairingStop;
  readonly organisation: string | undefined;
  readonly again: string;
  readonly onAgain: () => void;
  readonly onClose?: (() => void) | undefined;
}

export function StopWords({
  why,
  organisation,
  again,
  onAgain,
  onClose,
}: StopWordsProps): JSX.Element {
  const t = useT();
  const named = why === 'otherOrganisation' && organisation !== undefined && organisation !== '';
  return (
    <Notice
      kind="attention"
      live
      actions={
        <>
          <Button kind="filled" onClick={onAgain}>
            {again}
          </Button>
          {onClose !== undefined && <Button onClick={onClose}>{t('sync:give.cancel')}</Button>}
        </>
      }
    >
      {named ? t('sync:stop.otherOrganisationNamed', { organisation }) : t(`sync:stop.${why}`)}
    </Notice>
  );
}
