/** **{namn} visade ett kort**: which one. The five of the cards first, then what is said without a card (field.md 16). */
import type { JSX } from 'preact';
import { signalCards } from '../../../shared/signalMessage.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { Picture } from '../../../ui/Picture/Picture.tsx';
import { useLeader } from '../Leader.ts';
import { signalPicture } from './signalPicture.ts';

export function CardChooser(): JSX.Element {
  const { t, name, sheet, open, addSignal } = useLeader();
  const close = (): void => open(null);
  return (
    <Dialog
      open={sheet === 'card'}
      title={t('meeting:signal.choose', { name })}
      onClose={close}
      actions={
        <Button kind="quiet" onClick={close}>
          {t('meeting:signal.cancel')}
        </Button>
      }
    >
      <div class="sheet__answers sheet__answers--column">
        {signalCards.map((card) => (
          <Button
            key={card}
            class="signal-choice"
            before={<Picture name={signalPicture[card]} size={40} />}
            onClick={() => {
              addSignal(card);
              close();
            }}
          >
            {t(`meeting:signal.${card}`)}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
