import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { formatDate } from '../../../i18n/formats.ts';
import { genitive } from '../../../i18n/genitive.ts';
import { addDays } from '../../../i18n/localDate.ts';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';

/** How long after **För in** the plan is proposed to be taken away: time for questions. Our own default. */
const daysAfterEntry = 30;

export interface RemoveCaseProps {
  readonly name: string;
  readonly onRemove: () => Promise<string | null>;
}

/** **Ta bort härifrån**: the day is counted from the line above; removing says first what goes and what stays. */
export function RemoveCase({ name, onRemove }: RemoveCaseProps): JSX.Element {
  const t = useT();
  const { state } = useWorkspace();
  const [open, setOpen] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const entered = state.after.find((one) => one.line === 'forIn');
  const isEntered = entered?.state === 'done' && entered.date !== null;

  return (
    <>
      <p class="soft">
        {t('after:remove.line')}{' '}
        {isEntered && entered.date !== null
          ? t('after:remove.earliest', {
              date: formatDate(addDays(entered.date, daysAfterEntry)),
            })
          : t('after:remove.waits')}
      </p>
      <Button onClick={() => setOpen(true)}>{t('after:remove.go')}</Button>
      <Dialog
        open={open}
        title={t('after:removeDialog.title', { genitive: genitive(name) })}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{t('after:removeDialog.keep')}</Button>
            <Button onClick={async () => setTrouble(await onRemove())}>
              {t('after:removeDialog.confirm')}
            </Button>
          </>
        }
      >
        <p>{t('after:removeDialog.what')}</p>
        <p>{t('after:removeDialog.journal')}</p>
        {!isEntered && <Notice kind="attention">{t('after:removeDialog.notEntered')}</Notice>}
        {trouble !== null && <Notice kind="error">{trouble}</Notice>}
      </Dialog>
    </>
  );
}
