/**
 * What the individual can say without a word (field.md 16), on the tablet that is turned to them. Only the leader gets to
 * know. What was said stands here as a card to hold up, until the leader has seen it.
 */
import type { JSX } from 'preact';
import type { LanguageCode } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { signalPicture } from '../../meeting/views/sheets/signalPicture.ts';
import type { RaisedSignal, SignalCard } from '../../shared/signalMessage.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Picture } from '../../ui/Picture/Picture.tsx';
import { SignalChoice } from './SignalChoice.tsx';

export interface SignalButtonsProps {
  readonly language: LanguageCode;
  readonly signals: readonly RaisedSignal[];
  readonly addSignal: (card: SignalCard) => void;
  readonly dropSignal: (signal: RaisedSignal) => void;
  /** What the leader has seen and answered, last. */
  readonly seenSignal: RaisedSignal | null;
}

export function SignalButtons(props: SignalButtonsProps): JSX.Element | null {
  const { language, signals, addSignal, dropSignal, seenSignal } = props;
  const texts = useTexts('signals', language);
  if (texts === null) return null;
  const said = signals.findLast(({ whose }) => whose === null);
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
      {said === undefined && <SignalChoice texts={texts} onSay={addSignal} />}
    </section>
  );
}
