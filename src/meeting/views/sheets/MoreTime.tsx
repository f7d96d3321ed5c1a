/** **Ge mer tid**: 5, 10 or 15 minutes, one tap. */
import type { JSX } from 'preact';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { endTime } from '../../clock.ts';
import { useLeader } from '../Leader.ts';

const amounts = [5, 10, 15] as const;

export function MoreTime(): JSX.Element {
  const { t, meeting, now, sheet, open, send } = useLeader();
  const close = (): void => open(null);
  return (
    <Dialog
      open={sheet === 'moreTime'}
      title={t('meeting:moreTime.heading')}
      onClose={close}
      actions={
        <Button kind="quiet" onClick={close}>
          {t('meeting:moreTime.cancel')}
        </Button>
      }
    >
      <p>{t('meeting:moreTime.lead', { time: t.formats.time(endTime(meeting, now)) })}</p>
      <div class="sheet__answers">
        {amounts.map((minutes) => (
          <Button
            key={minutes}
            onClick={() => {
              void send({ type: 'time.added', minutes });
              close();
            }}
          >
            {t('meeting:moreTime.add', { count: minutes })}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
