/**
 * **Hur var mötet?** (field.md 24): six statements and five faces, on the tablet held by the person themselves, one at a
 * time. Nothing else can be reached from it; taken back by holding. What is answered is added to the sums and forgotten.
 */
import type { JSX } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LanguageCode } from '../../../i18n/languages.ts';
import { useT } from '../../../i18n/useT.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { languageOfPlan } from '../../../individual/languageOfPlan.ts';
import { HandedFrame } from '../../../individual/own/HandedFrame.tsx';
import { SurveyStatement } from '../../../individual/survey/SurveyStatement.tsx';
import { useSurvey } from '../../../individual/survey/useSurvey.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { type Answerer, type Answers, answerers } from '../../../shared/surveyAnswers.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Picture } from '../../../ui/Picture/Picture.tsx';
import { SeenScreenContext } from '../../SeenScreenContext.ts';
import type { OfficialSurvey } from '../../session/officialSurvey.ts';
import { SurveyAddress } from './SurveyAddress.tsx';
import '../../../individual/survey/survey.css';
import './survey.css';

export interface HowWasItViewProps {
  /** Adds what was answered to the sums; false when it could not. Left out in practice, where nothing is kept. */
  readonly onAnswers?: (who: Answerer, answers: Answers) => Promise<boolean>;
  /** Another survey that the organisation has a link to. */
  readonly official?: OfficialSurvey | null;
  /** The tablet was taken back. */
  readonly onBack: () => void;
}

export function HowWasItView({
  onAnswers,
  official = null,
  onBack,
}: HowWasItViewProps): JSX.Element | null {
  const t = useT();
  const { state } = useWorkspace();
  const seenScreen = useContext(SeenScreenContext);
  const content = useRef<HTMLElement>(null);
  const [chosen, setChosen] = useState<LanguageCode | null>(null);
  const [who, setWho] = useState<Answerer>('individual');
  const [hasFailed, setFailed] = useState(false);
  const survey = useSurvey((answers) => {
    void onAnswers?.(who, answers).then((isKept) => setFailed(!isKept));
  });
  const { step } = survey;
  // A reload rests until the tablet is taken back.
  useLayoutEffect(() => seenScreen?.stands('own'), [seenScreen]);

  const language = chosen ?? languageOfPlan(state.plan) ?? 'sv';
  const texts = useTexts('howWasIt', language);
  if (texts === null) return null;
  const { t: say } = texts;
  const takeBack = (): void => {
    seenScreen?.onlyMe();
    onBack();
  };

  return (
    <HandedFrame
      class="survey"
      forChild={who === 'child' || state.plan.audience.value === 'barn'}
      label={say('howWasIt:title')}
      language={texts.language}
      onLanguage={setChosen}
      read={{ of: content, place: String(step) }}
      forLeader={hasFailed ? t('after:ask.failed') : undefined}
      onBack={takeBack}
    >
      <section class="survey__content" ref={content} aria-live="polite">
        {step === 'start' && (
          <>
            <h1>{say('howWasIt:title')}</h1>
            <p>{say('howWasIt:lead')}</p>
            <p class="survey__private">
              <Picture name="thing-hidden" size={56} />
              <span>{say('howWasIt:private')}</span>
            </p>
            <ChipGroup
              label={say('howWasIt:who.title')}
              value={who}
              onChange={setWho}
              options={answerers.map((each) => ({
                value: each,
                label: say(`howWasIt:who.${each}`),
              }))}
            />
            <div class="button-row">
              <Button kind="filled" onClick={survey.begin}>
                {say('howWasIt:start')}
              </Button>
              <Button onClick={survey.stop}>{say('howWasIt:skip')}</Button>
            </div>
          </>
        )}
        <SurveyStatement texts={texts} who={who} survey={survey} />
        {(step === 'done' || step === 'none') && (
          <>
            <h1>{say(step === 'done' ? 'howWasIt:done.title' : 'howWasIt:done.none')}</h1>
            <p>{say('howWasIt:done.text')}</p>
            {official !== null && (
              <div class="survey__other">
                <p>{say('howWasIt:other.text', { owner: official.owner })}</p>
                <SurveyAddress label={say('howWasIt:other.open')} address={official.address} />
              </div>
            )}
          </>
        )}
      </section>
    </HandedFrame>
  );
}
