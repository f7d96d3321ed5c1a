/**
 * What was answered on this phone, on its way to the one who led the meeting. In memory alone: as long as the page is open
 * it is said again until the leader's device has it, and then now and then until a person has decided.
 */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Following } from '../../cases/shares/followShare.ts';
import { createId } from '../../shared/ids.ts';
import type { AnsweredMessage } from '../../shared/signalMessage.ts';
import { type Answers, answersToDigits } from '../../shared/surveyAnswers.ts';

/** `waiting`: not with the leader's device yet. `counted`, `refused`: what a person there has decided. */
export type AnswersStep = 'waiting' | 'sent' | 'counted' | 'refused';

export interface PhoneAnswers {
  /** Null before anything was answered. */
  readonly step: AnswersStep | null;
  readonly send: (meeting: string, who: AnsweredMessage['who'], answers: Answers) => void;
}

/** How often it is said again. */
const againMs = { waiting: 8_000, sent: 60_000 } as const;

const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
const stepFor = { sent: 'sent', seen: 'counted', gone: 'refused' } as const;

export const usePhoneAnswers = (following: Following): PhoneAnswers => {
  const [message, setMessage] = useState<AnsweredMessage | null>(null);
  const [step, setStep] = useState<AnswersStep | null>(null);

  useEffect(
    () =>
      following.onSignal((heard) => {
        if (heard.is === 'raised' || heard.from !== message?.from) return;
        const next = stepFor[heard.is];
        // What comes late does not take back what was decided.
        setStep((now) => (now === 'counted' || now === 'refused' ? now : next));
      }),
    [following, message],
  );
  useEffect(() => {
    if (message === null || (step !== 'waiting' && step !== 'sent')) return undefined;
    if (step === 'waiting') void following.say(message);
    const again = setInterval(() => void following.say(message), againMs[step]);
    return () => clearInterval(again);
  }, [following, message, step]);

  const send = useCallback<PhoneAnswers['send']>((meeting, who, answers) => {
    setMessage({
      is: 'answered',
      meeting,
      from: createId({ random }),
      number: 1,
      at: Date.now(),
      who,
      answers: answersToDigits(answers),
    });
    setStep('waiting');
  }, []);
  return { step, send };
};
