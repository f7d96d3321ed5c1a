/** **Hur var mötet?** on the individual's own phone (field.md 24): the same six statements, and how far the answers have come. */
import type { JSX, RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { LanguageCode } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import type { Answers } from '../../shared/surveyAnswers.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Picture } from '../../ui/Picture/Picture.tsx';
import { SurveyStatement } from '../survey/SurveyStatement.tsx';
import '../survey/survey.css';
import { useSurvey } from '../survey/useSurvey.ts';
import type { AnswersStep } from './usePhoneAnswers.ts';

export interface PhoneSurveyProps {
  readonly language: LanguageCode;
  readonly who: 'individual' | 'child';
  readonly of: RefObject<HTMLElement | null>;
  /** How far the answers have come. */
  readonly step: AnswersStep | null;
  readonly onAnswers: (answers: Answers) => void;
  /** Back to what stood here. */
  readonly onBack: () => void;
}

export function PhoneSurvey(props: PhoneSurveyProps): JSX.Element | null {
  const { language, who, of, step, onAnswers, onBack } = props;
  const texts = useTexts('howWasIt', language);
  const survey = useSurvey(onAnswers);
  // One statement after another begins at the top.
  const { step: at } = survey;
  useEffect(() => {
    if (at !== 'start') of.current?.scrollIntoView?.({ block: 'start' });
  }, [of, at]);
  if (texts === null) return null;
  const { t: say } = texts;
  return (
    <section class="own__content survey" ref={of} aria-live="polite">
      <div class="survey__content">
        {survey.step === 'start' && (
          <>
            <h1>{say('howWasIt:title')}</h1>
            <p>{say('howWasIt:lead')}</p>
            <p class="survey__private">
              <Picture name="thing-hidden" size={56} />
              <span>{say('howWasIt:private')}</span>
            </p>
            <div class="button-row">
              <Button kind="filled" onClick={survey.begin}>
                {say('howWasIt:start')}
              </Button>
              <Button onClick={survey.stop}>{say('howWasIt:skip')}</Button>
            </div>
          </>
        )}
        <SurveyStatement texts={texts} who={who} survey={survey} />
        {(survey.step === 'done' || survey.step === 'none') && (
          <>
            <h1>{say(survey.step === 'done' ? 'howWasIt:done.title' : 'howWasIt:done.none')}</h1>
            {step !== null && <AnswersLine step={step} language={language} />}
            <div class="button-row">
              <Button onClick={onBack}>{say('howWasIt:back')}</Button>
            </div>
          </>
        )}
      </div>
    </section>
  );
}

export interface AnswersLineProps {
  readonly step: AnswersStep;
  readonly language: LanguageCode;
}

/** "Skickat" only when the leader's device has said so. */
export function AnswersLine({ step, language }: AnswersLineProps): JSX.Element | null {
  const texts = useTexts('follow', language);
  return texts === null ? null : <p role="status">{texts.t(`follow:survey.${step}`)}</p>;
}
