/** What can be said from the phone, and what became of it: sent, seen. "Skickat" only when the leader's device has it. */
import type { JSX } from 'preact';
import { cardOfOthers } from '../../cases/shares/shareEars.ts';
import type { LanguageCode } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { signalPicture } from '../../meeting/views/sheets/signalPicture.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Picture } from '../../ui/Picture/Picture.tsx';
import { SignalChoice } from '../own/SignalChoice.tsx';
import type { FollowSignals, SignalStep } from './useFollowSignals.ts';

export interface FollowSignalBarProps {
  readonly language: LanguageCode;
  readonly signals: FollowSignals;
  /** The one whose plan it is; others may say one thing, without a name. */
  readonly isOwn: boolean;
}

export function FollowSignalBar(props: FollowSignalBarProps): JSX.Element | null {
  const { language, signals, isOwn } = props;
  const texts = useTexts('signals', language);
  const follow = useTexts('follow', language);
  if (texts === null || follow === null) return null;
  const { last, say, takeBack } = signals;
  const isWaiting = last !== null && (last.step === 'sending' || last.step === 'sent');
  const words: Readonly<Record<SignalStep, string>> = {
    sending: follow.t('follow:signal.sending'),
    sent: follow.t('follow:signal.sent'),
    seen: texts.t('signals:seenHere'),
    failed: follow.t('follow:signal.failed'),
  };
  return (
    <section class="own__signals" aria-label={texts.t('signals:title')}>
      <div role="status" class="own__said follow__said">
        {last !== null && (
          <>
            <Picture name={signalPicture[last.signal.card]} size={56} part={1} />
            <div>
              <p class="follow__said-words">{texts.t(`signals:kind.${last.signal.card}`)}</p>
              <p>{words[last.step]}</p>
            </div>
            {isWaiting && <Button onClick={takeBack}>{texts.t('signals:undo')}</Button>}
          </>
        )}
      </div>
      {!isWaiting && (
        <>
          {last === null && !isOwn && (
            <p class="follow__alone">{follow.t('follow:signal.alone')}</p>
          )}
          <SignalChoice texts={texts} onSay={say} only={isOwn ? undefined : cardOfOthers} />
        </>
      )}
    </section>
  );
}
