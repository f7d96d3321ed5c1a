/** Who goes out and who is back, for everybody around the table. */
import type { JSX } from 'preact';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { aroundTable } from '../frame/AroundTable.tsx';
import { useLeader } from '../Leader.ts';
import { shortName } from '../planWords.ts';

export function Outs(): JSX.Element {
  const { t, plan, meeting, sheet, open, send } = useLeader();
  const close = (): void => open(null);
  return (
    <Dialog
      open={sheet === 'outs'}
      title={t('meeting:outs.heading')}
      onClose={close}
      actions={
        <Button kind="quiet" onClick={close}>
          {t('common:action.close')}
        </Button>
      }
    >
      <div class="sheet__answers sheet__answers--column">
        {aroundTable(plan.participants).map((person) => {
          const isOut = meeting.out.some((one) => one.participantId === person.id);
          return (
            <Button
              key={person.id}
              onClick={() => {
                void send({
                  type: isOut ? 'person.returned' : 'person.left',
                  participantId: person.id,
                });
                close();
              }}
            >
              {t(isOut ? 'meeting:more.isBack' : 'meeting:more.goesOut', {
                name: shortName(plan, person),
              })}
            </Button>
          );
        })}
      </div>
    </Dialog>
  );
}
