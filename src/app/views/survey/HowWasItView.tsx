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
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Picture } from '../../../ui/Picture/Picture.tsx';
import { SeenScreenContext } from '../../SeenScreenContext.ts';
import type { OfficialSurvey } from '../../session/officialSurvey.ts';
import {
  type Answerer,
  type Answers,
  answerers,
  type Face,
  statements,
} from '../../session/surveySums.ts';
import { FaceButtons } from './FaceButtons.tsx';
import { SurveyAddress } from './SurveyAddress.tsx';
import './survey.css';

export interface HowWasItViewProps {
  /** Adds what was answered to the sums; false when it could not. Left out in practice, where nothing is kept. */
  readonly onAnswers?: (who: Answerer, answers: Answers) => Promise<boolean>;
  /** Another survey that the organisation has a link to. */
  readonly official?: OfficialSurvey | null;
  /** The tablet was taken back. */
  readonly onBack: () => void;
}

const noAnswers: Answers = {
  respect: null,
  influence: null,
  relevance: null,
  structure: null,
  information: null,
  followUp: null,
};

type Step = 'start' | number | 'done' | 'none';

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
  const [step, setStep] = useState<Step>('start');
  const [answers, setAnswers] = useState(noAnswers);
  const [hasFailed, setFailed] = useState(false);
  // A reload rests until the tablet is taken back.
  useLayoutEffect(() => seenScreen?.stands('own'), [seenScreen]);

  const language = chosen ?? languageOfPlan(state.plan) ?? 'sv';
  const texts = useTexts('howWasIt', language);
  if (texts === null) return null;
  const { t: say } = texts;
  const statement = typeof step === 'number' ? statements[step] : undefined;

  const answer = (face: Face | null): void => {
    if (typeof step !== 'number' || statement === undefined) return;
    const now = { ...answers, [statement]: face };
    setAnswers(now);
    if (step + 1 < statements.length) setStep(step + 1);
    else finish(now);
  };
  const finish = (now: Answers): void => {
    const hasAnswered = statements.some((each) => now[each] !== null);
    if (hasAnswered) void onAnswers?.(who, now).then((isKept) => setFailed(!isKept));
    setAnswers(noAnswers);
    setStep(hasAnswered ? 'done' : 'none');
  };
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
              <Button kind="filled" onClick={() => setStep(0)}>
                {say('howWasIt:start')}
              </Button>
              <Button onClick={() => setStep('none')}>{say('howWasIt:skip')}</Button>
            </div>
          </>
        )}
        {typeof step === 'number' && statement !== undefined && (
          <>
            <p>{say('howWasIt:numbered', { number: step + 1, count: statements.length })}</p>
            <h1 class="survey__statement">{say(`howWasIt:${who}.${statement}`)}</h1>
            <FaceButtons texts={texts} chosen={answers[statement]} onFace={answer} />
            <div class="button-row">
              <Button
                before={<Picture name="signal-not-this" size={40} />}
                onClick={() => answer(null)}
              >
                {say('howWasIt:skip')}
              </Button>
              <Button kind="quiet" onClick={() => setStep(step === 0 ? 'start' : step - 1)}>
                {say('howWasIt:back')}
              </Button>
              <Button
                kind="quiet"
                onClick={() => {
                  setAnswers(noAnswers);
                  setStep('none');
                }}
              >
                {say('howWasIt:stop')}
              </Button>
            </div>
          </>
        )}
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
