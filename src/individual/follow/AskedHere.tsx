/** The way to **Hur var mötet?** from what stands on the phone after the meeting; answered, how far the answers have come. */
import type { JSX } from 'preact';
import type { LanguageCode } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Picture } from '../../ui/Picture/Picture.tsx';
import { AnswersLine } from './PhoneSurvey.tsx';
import type { AnswersStep } from './usePhoneAnswers.ts';

export interface AskedHereProps {
  readonly language: LanguageCode;
  readonly step: AnswersStep | null;
  readonly onOpen: () => void;
}

export function AskedHere({ language, step, onOpen }: AskedHereProps): JSX.Element | null {
  const texts = useTexts('howWasIt', language);
  if (texts === null) return null;
  return (
    <div class="follow__asked">
      {step === null ? (
        <Button wide before={<Picture name="face-4" size={56} />} onClick={onOpen}>
          {texts.t('howWasIt:title')}
        </Button>
      ) : (
        <>
          <p class="follow__kept-words">{texts.t('howWasIt:title')}</p>
          <AnswersLine step={step} language={language} />
        </>
      )}
    </div>
  );
}
