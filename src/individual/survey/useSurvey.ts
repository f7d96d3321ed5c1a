/** The six statements, one at a time: where one is, and what was answered so far. In memory alone. */
import { useState } from 'preact/hooks';
import {
  type Answers,
  type Face,
  hasAnswered,
  noAnswers,
  type Statement,
  statements,
} from '../../shared/surveyAnswers.ts';

export interface Survey {
  /** `none`: nothing was answered. */
  readonly step: 'start' | number | 'done' | 'none';
  /** Null before and after. */
  readonly statement: Statement | null;
  readonly answers: Answers;
  readonly begin: () => void;
  /** Null: **Jag vill inte svara**. */
  readonly answer: (face: Face | null) => void;
  readonly back: () => void;
  /** Nothing of it is kept. */
  readonly stop: () => void;
}

/** @param onAnswers told once, when something was answered */
export const useSurvey = (onAnswers: (answers: Answers) => void): Survey => {
  const [step, setStep] = useState<Survey['step']>('start');
  const [answers, setAnswers] = useState(noAnswers);
  const statement = typeof step === 'number' ? (statements[step] ?? null) : null;

  const finish = (now: Answers): void => {
    if (hasAnswered(now)) onAnswers(now);
    setAnswers(noAnswers);
    setStep(hasAnswered(now) ? 'done' : 'none');
  };
  return {
    step,
    statement,
    answers,
    begin: () => setStep(0),
    answer: (face) => {
      if (typeof step !== 'number' || statement === null) return;
      const now = { ...answers, [statement]: face };
      setAnswers(now);
      if (step + 1 < statements.length) setStep(step + 1);
      else finish(now);
    },
    back: () => {
      if (typeof step === 'number') setStep(step === 0 ? 'start' : step - 1);
    },
    stop: () => {
      setAnswers(noAnswers);
      setStep('none');
    },
  };
};
