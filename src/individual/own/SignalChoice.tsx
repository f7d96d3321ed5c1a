/** The buttons of what can be said without a word: four, and the rest under **Något annat** (field.md 16). */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Texts } from '../../i18n/textsOf.ts';
import { signalPicture } from '../../meeting/views/sheets/signalPicture.ts';
import type { SignalCard } from '../../shared/signalMessage.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import { Dialog } from '../../ui/Dialog/Dialog.tsx';
import { Picture } from '../../ui/Picture/Picture.tsx';

const first = ['sagaNagot', 'forstarInte', 'paus'] as const satisfies readonly SignalCard[];
/** Where there is room for four. */
const notOnPhone: SignalCard = 'forFort';
const more = ['intePrata', 'gaUt', 'lasUpp'] as const satisfies readonly SignalCard[];

export interface SignalChoiceProps {
  readonly texts: Texts<'signals'>;
  readonly onSay: (card: SignalCard) => void;
  /** The only one that may be said; left out where all may. */
  readonly only?: SignalCard | undefined;
}

export function SignalChoice({ texts, onSay, only }: SignalChoiceProps): JSX.Element {
  const [others, setOthers] = useState(false);
  const say = (card: SignalCard): void => {
    setOthers(false);
    onSay(card);
  };
  const button = (card: SignalCard, where?: 'wide' | 'narrow'): JSX.Element => (
    <Button
      key={card}
      class={classNames('own__signal', where !== undefined && `own__signal--${where}`)}
      before={<Picture name={signalPicture[card]} size={40} />}
      onClick={() => say(card)}
    >
      {texts.t(`signals:kind.${card}`)}
    </Button>
  );
  if (only !== undefined) return <div class="own__buttons">{button(only)}</div>;
  return (
    <>
      <div class="own__buttons">
        {first.map((card) => button(card))}
        {button(notOnPhone, 'wide')}
        <Button class="own__signal" aria-haspopup="dialog" onClick={() => setOthers(true)}>
          {texts.t('signals:more')}
        </Button>
      </div>
      <Dialog
        open={others}
        title={texts.t('signals:more')}
        onClose={() => setOthers(false)}
        actions={
          <Button kind="quiet" onClick={() => setOthers(false)}>
            {texts.t('signals:back')}
          </Button>
        }
      >
        <div class="own__buttons own__buttons--list">
          {button(notOnPhone, 'narrow')}
          {more.map((card) => button(card))}
        </div>
      </Dialog>
    </>
  );
}
