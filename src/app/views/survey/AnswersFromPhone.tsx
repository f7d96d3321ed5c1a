/**
 * That answers have come from the individual's own phone: what they say is never shown (field.md 24). A person decides
 * whether they are counted, for whoever has the link could have sent them.
 */
import type { JSX } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { dateOfInstant } from '../../../i18n/localDate.ts';
import { useT } from '../../../i18n/useT.ts';
import type { AnsweredMessage } from '../../../shared/signalMessage.ts';
import { digitsToAnswers } from '../../../shared/surveyAnswers.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { SessionContext } from '../../SessionContext.ts';
import { addAnswers, hasAnswersFrom } from '../../session/surveySums.ts';
import { useShares } from '../../shares/SharesContext.ts';

type Outcome = 'counted' | 'left' | 'failed';

export function AnswersFromPhone({ name }: { readonly name: string }): JSX.Element | null {
  const t = useT();
  const survey = useShares()?.survey ?? null;
  const session = useContext(SessionContext);
  const [waiting, setWaiting] = useState<readonly AnsweredMessage[]>([]);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  useEffect(() => {
    if (survey === null) return undefined;
    const look = (): void => {
      const come = survey.waiting();
      setWaiting(come);
      const vault = session?.get().vault ?? null;
      if (vault === null) return;
      // The phone had not heard that they are counted already.
      for (const { from } of come)
        void hasAnswersFrom(vault, from).then((isIn) => isIn && survey.settle(from, true));
    };
    look();
    return survey.subscribe(look);
  }, [survey, session]);

  const [first] = waiting;
  const leave = ({ from }: AnsweredMessage): void => {
    survey?.settle(from, false);
    setOutcome('left');
  };
  const count = async (message: AnsweredMessage): Promise<void> => {
    const { who, answers, from } = message;
    const vault = session?.get().vault ?? null;
    const given = digitsToAnswers(answers);
    // There is nothing in them to count.
    if (given === null) return leave(message);
    if (session === null || vault === null || survey === null) return;
    const today = dateOfInstant(session.deps.clock.now());
    const done = await addAnswers(vault, who, given, today, from);
    setOutcome(done.ok ? 'counted' : 'failed');
    if (done.ok) survey.settle(from, true);
  };
  if (first === undefined && outcome === null) return null;
  return (
    <>
      {first !== undefined && (
        <Notice
          kind="info"
          live
          title={t('after:ask.phone.came', { name })}
          actions={
            <>
              <Button kind="filled" onClick={() => void count(first)}>
                {t('after:ask.phone.count')}
              </Button>
              <Button onClick={() => leave(first)}>{t('after:ask.phone.leave')}</Button>
            </>
          }
        >
          {t('after:ask.phone.line')}
        </Notice>
      )}
      <p role="status">{outcome !== null && t(`after:ask.phone.${outcome}`, { name })}</p>
    </>
  );
}
