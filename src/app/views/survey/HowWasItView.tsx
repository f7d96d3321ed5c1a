/**
 * **Hur var mötet?** (field.md 24): six statements and five faces, on the tablet held by the person themselves, one at a
 * time. Nothing else can be reached from it; taken back by holding. What is answered is added to the sums and forgotten.
 */
import type { JSX } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type LanguageCode, languageAttributes, languageNamed } from '../../../i18n/languages.ts';
import { useT } from '../../../i18n/useT.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { LanguageChips } from '../../../individual/LanguageChips.tsx';
import { ReadAloudIn } from '../../../individual/ReadAloudIn.tsx';
import { useStay } from '../../../individual/useStay.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { HoldButton } from '../../../ui/HoldButton/HoldButton.tsx';
import { SeenScreenContext } from '../../SeenScreenContext.ts';
import { type Answerer, type Answers, answerers, statements } from '../../session/surveySums.ts';
import { type Face, FaceButtons } from './FaceButtons.tsx';
import './survey.css';

export interface HowWasItViewProps {
  /** Adds what was answered to the sums. Left out in practice, where nothing is kept. */
  readonly onAnswers?: (who: Answerer, answers: Answers) => void;
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

export function HowWasItView({ onAnswers, onBack }: HowWasItViewProps): JSX.Element | null {
  const t = useT();
  const { state } = useWorkspace();
  const seenScreen = useContext(SeenScreenContext);
  const content = useRef<HTMLElement>(null);
  const [chosen, setChosen] = useState<LanguageCode | null>(null);
  const [who, setWho] = useState<Answerer>('individual');
  const [step, setStep] = useState<Step>('start');
  const [answers, setAnswers] = useState(noAnswers);
  // Nobody goes back from here, and a reload rests until the tablet is taken back.
  useStay(() => undefined);
  useLayoutEffect(() => seenScreen?.stands('own'), [seenScreen]);

  const language = chosen ?? languageNamed(state.plan.language.value ?? '') ?? 'sv';
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
    if (hasAnswered) onAnswers?.(who, now);
    setAnswers(noAnswers);
    setStep(hasAnswered ? 'done' : 'none');
  };
  const takeBack = (): void => {
    seenScreen?.onlyMe();
    onBack();
  };

  return (
    <main
      class="survey"
      aria-label={say('howWasIt:title')}
      data-surface="individual"
      {...languageAttributes(texts.language)}
    >
      <header class="survey__top">
        <LanguageChips
          label={say('howWasIt:title')}
          value={language}
          onChange={setChosen}
          few={step !== 'start'}
        />
        <ReadAloudIn of={content} language={texts.language} place={String(step)} />
      </header>
      <section class="survey__content" ref={content} aria-live="polite">
        {step === 'start' && (
          <>
            <h1>{say('howWasIt:title')}</h1>
            <p>{say('howWasIt:lead')}</p>
            <p>{say('howWasIt:private')}</p>
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
              <Button onClick={() => answer(null)}>{say('howWasIt:skip')}</Button>
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
          </>
        )}
      </section>
      <div class="survey__back" lang="sv" dir="ltr">
        <HoldButton label={t('meeting:screen.takeBack')} onHeld={takeBack} />
      </div>
    </main>
  );
}
