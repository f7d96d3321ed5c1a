/** The second yes: real plans in a tab on an iPad, where Safari may clear them and the home screen starts empty. */
import type { JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';

export interface MoveHereAskProps {
  readonly onYes: () => void;
  readonly onNo: () => void;
}

export function MoveHereAsk({ onYes, onNo }: MoveHereAskProps): JSX.Element {
  const t = useT();
  return (
    <Dialog
      open
      title={t('backup:move.ask.title')}
      onClose={onNo}
      actions={
        <>
          <Button onClick={onYes}>{t('backup:move.ask.yes')}</Button>
          <Button kind="filled" onClick={onNo}>
            {t('backup:move.ask.no')}
          </Button>
        </>
      }
    >
      <p>{t('backup:move.ask.cleared')}</p>
      <p>{t('backup:move.ask.empty')}</p>
    </Dialog>
  );
}
