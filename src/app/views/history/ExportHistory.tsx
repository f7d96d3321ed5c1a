/** **Ta ut historiken**: as text to copy, or as a file. That it was taken out is logged. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { CopyText } from '../plan/CopyText.tsx';

export interface ExportHistoryProps {
  readonly text: string;
  readonly fileName: string;
  readonly onTakenOut: () => void;
  readonly onClose: () => void;
}

export function ExportHistory({
  text,
  fileName,
  onTakenOut,
  onClose,
}: ExportHistoryProps): JSX.Element {
  const t = useT();
  const [href, setHref] = useState<string | null>(null);
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    setHref(url);
    return () => URL.revokeObjectURL(url);
  }, [text]);
  return (
    <Dialog
      open
      title={t('history:export')}
      onClose={onClose}
      class="plan-dialog"
      actions={
        <>
          {href !== null && (
            <a class="button button--outlined" href={href} download={fileName} onClick={onTakenOut}>
              <span class="button__words">{t('history:saveFile')}</span>
            </a>
          )}
          <Button onClick={onClose}>{t('common:action.close')}</Button>
        </>
      }
    >
      <p>{t('history:exportLead')}</p>
      <CopyText text={text} label={t('history:asText')} onCopied={onTakenOut} />
    </Dialog>
  );
}
