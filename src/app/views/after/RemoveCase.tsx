import type { JSX } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { addDays } from '../../../i18n/localDate.ts';
import { useT } from '../../../i18n/useT.ts';
import { SyncWordContext } from '../../../meeting/views/SyncWordContext.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';

/** How long after **För in** the plan is proposed to be taken away: time for questions. Our own default. */
const daysAfterEntry = 30;

/** Who else on this device has the case; null when it could not be found out. */
export type FindColleagues = () => Promise<readonly string[] | null>;

export interface RemoveCaseProps {
  readonly name: string;
  readonly findColleagues: FindColleagues;
  readonly onRemove: () => Promise<string | null>;
}

/** **Ta bort härifrån**: the day is counted from the line above; removing says first what goes and what
 * stays, which is another thing when a colleague on this device has the case too. */
export function RemoveCase({ name, findColleagues, onRemove }: RemoveCaseProps): JSX.Element {
  const t = useT();
  const { state } = useWorkspace();
  const isSynced = useContext(SyncWordContext) !== null;
  const [open, setOpen] = useState(false);
  const [colleagues, setColleagues] = useState<readonly string[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const entered = state.after.find((one) => one.line === 'forIn');
  const isMine = colleagues !== null && colleagues.length > 0;
  const isEntered = entered?.state === 'done' && entered.date !== null;

  return (
    <>
      <p class="soft">
        {t('after:remove.line')}{' '}
        {isEntered && entered.date !== null
          ? t('after:remove.earliest', {
              date: t.formats.date(addDays(entered.date, daysAfterEntry)),
            })
          : t('after:remove.waits')}
      </p>
      <Button
        onClick={async () => {
          // Asked each time: a colleague may have been given it, or have removed it, meanwhile.
          setColleagues(await findColleagues());
          setTrouble(null);
          setOpen(true);
        }}
      >
        {t('after:remove.go')}
      </Button>
      <Dialog
        open={open}
        title={t('after:removeDialog.title', { genitive: t.formats.whose(name) })}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{t('after:removeDialog.keep')}</Button>
            <Button onClick={async () => setTrouble(await onRemove())}>
              {t(isMine ? 'after:removeDialog.confirmMine' : 'after:removeDialog.confirm')}
            </Button>
          </>
        }
      >
        <p>
          {colleagues === null
            ? t('after:removeDialog.whatUnknown')
            : isMine
              ? t('after:removeDialog.whatMine', { names: t.formats.list(colleagues) })
              : t('after:removeDialog.what')}
        </p>
        {isSynced && <p>{t('after:removeDialog.everywhere')}</p>}
        {isSynced && !isMine && <p>{t('after:removeDialog.shared')}</p>}
        <p>{t('after:removeDialog.papers')}</p>
        <p>{t('after:removeDialog.journal')}</p>
        {!isEntered && !isMine && (
          <Notice kind="attention">{t('after:removeDialog.notEntered')}</Notice>
        )}
        {trouble !== null && <Notice kind="error">{trouble}</Notice>}
      </Dialog>
    </>
  );
}
