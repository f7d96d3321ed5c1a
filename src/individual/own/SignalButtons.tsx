/**
 * What the individual can say without a word (field.md 16): four buttons, the rest under **Något annat**. Only the leader
 * gets to know. What was said stands here as a card to hold up, until the leader has seen it.
 */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { LanguageCode } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { signalPicture } from '../../meeting/views/sheets/signalPicture.ts';
import type { RaisedSignal, SignalCard } from '../../shared/signalMessage.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import { Dialog } from '../../ui/Dialog/Dialog.tsx';
import { Picture } from '../../ui/Picture/Picture.tsx';

export interface SignalButtonsProps {
  readonly language: LanguageCode;
  readonly signals: readonly RaisedSignal[];
  readonly addSignal: (card: SignalCard) => void;
  readonly dropSignal: (signal: RaisedSignal) => void;
  /** What the leader has seen and answered, last. */
  readonly seenSignal: RaisedSignal | null;
}

const first = ['sagaNagot', 'forstarInte', 'paus'] as const satisfies readonly SignalCard[];
/** Where there is room for four. */
const notOnPhone: SignalCard = 'forFort';
const more = ['intePrata', 'gaUt', 'lasUpp'] as const satisfies readonly SignalCard[];

export function SignalButtons(props: SignalButtonsProps): JSX.Element | null {
  const { language, signals, addSignal, dropSignal, seenSignal } = props;
  const texts = useTexts('signals', language);
  const [others, setOthers] = useState(false);
  if (texts === null) return null;
  const said = signals.findLast(({ whose }) => whose === null);
  const say = (card: SignalCard): void => {
    setOthers(false);
    addSignal(card);
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
  return (
    <section class="own__signals" aria-label={texts.t('signals:title')}>
      <div role="status" class="own__said">
        {said === undefined && seenSignal !== null && (
          <p>
            {texts.t(`signals:kind.${seenSignal.card}`)} · {texts.t('signals:seenHere')}
          </p>
        )}
        {said !== undefined && (
          <>
            <Picture name={signalPicture[said.card]} size={104} part={1} />
            <div>
              <p class="own__said-words">{texts.t(`signals:kind.${said.card}`)}</p>
              <p>{texts.t('signals:show')}</p>
              <p>{texts.t('signals:onlyLeader')}</p>
            </div>
            <Button onClick={() => dropSignal(said)}>{texts.t('signals:undo')}</Button>
          </>
        )}
      </div>
      {said === undefined && (
        <div class="own__buttons">
          {first.map((card) => button(card))}
          {button(notOnPhone, 'wide')}
          <Button class="own__signal" aria-haspopup="dialog" onClick={() => setOthers(true)}>
            {texts.t('signals:more')}
          </Button>
        </div>
      )}
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
    </section>
  );
}
