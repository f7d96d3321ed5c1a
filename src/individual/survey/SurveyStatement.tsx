/** One statement with its five faces, and the way not to answer it. */
import type { JSX } from 'preact';
import type { Texts } from '../../i18n/textsOf.ts';
import { type Answerer, statements } from '../../shared/surveyAnswers.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Picture } from '../../ui/Picture/Picture.tsx';
import { FaceButtons } from './FaceButtons.tsx';
import type { Survey } from './useSurvey.ts';

export interface SurveyStatementProps {
  readonly texts: Texts<'howWasIt'>;
  readonly who: Answerer;
  readonly survey: Survey;
}

export function SurveyStatement({ texts, who, survey }: SurveyStatementProps): JSX.Element | null {
  const { t: say } = texts;
  const { step, statement, answers } = survey;
  if (typeof step !== 'number' || statement === null) return null;
  return (
    <>
      <p>{say('howWasIt:numbered', { number: step + 1, count: statements.length })}</p>
      <h1 class="survey__statement">{say(`howWasIt:${who}.${statement}`)}</h1>
      <FaceButtons texts={texts} chosen={answers[statement]} onFace={survey.answer} />
      <div class="button-row">
        <Button
          before={<Picture name="signal-not-this" size={40} />}
          onClick={() => survey.answer(null)}
        >
          {say('howWasIt:skip')}
        </Button>
        <Button kind="quiet" onClick={survey.back}>
          {say('howWasIt:back')}
        </Button>
        <Button kind="quiet" onClick={survey.stop}>
          {say('howWasIt:stop')}
        </Button>
      </div>
    </>
  );
}
