/**
 * **Ta hjälp av organisationens nyckel**: the question goes out, the answer comes in, and a new password and reserve
 * code take the place of those that were lost. The question waits on the disk, so one may leave and come back.
 */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import type { AskedQuestion } from '../../../vault/recovery.ts';
import { ReserveCodeStep } from '../welcome/ReserveCodeStep.tsx';
import '../welcome/welcome.css';
import { RecoveryAnswer } from './RecoveryAnswer.tsx';
import { RecoveryQuestion } from './RecoveryQuestion.tsx';

/** The end of a key under `vault:recovery.errors`. */
export type RecoveryProblem = 'other' | 'damaged' | 'notForHere' | 'key' | 'store';

export interface RecoveryStepsProps {
  readonly shortName: string;
  /** The question that waits, or a new one. */
  readonly ask: (anew: boolean) => Promise<AskedQuestion | RecoveryProblem>;
  /** The groups of the new reserve code when it is open. */
  readonly recover: (
    answer: string,
    newPassword: string,
  ) => Promise<readonly string[] | RecoveryProblem>;
  readonly judge: (password: string) => Promise<'good' | 'tooShort' | 'tooCommon'>;
  /** The person has kept the new code: in. */
  readonly onEnter: () => void;
  readonly onBack: () => void;
}

export function RecoverySteps(props: RecoveryStepsProps): JSX.Element | null {
  const t = useT();
  const [question, setQuestion] = useState<AskedQuestion | RecoveryProblem | null>(null);
  const [groups, setGroups] = useState<readonly string[] | null>(null);
  const { ask } = props;
  useEffect(() => {
    void ask(false).then(setQuestion);
  }, [ask]);

  if (groups !== null) {
    return (
      <>
        <h3>{t('vault:reserve.title')}</h3>
        <p role="status">{t('vault:recovery.opened')}</p>
        <ReserveCodeStep groups={groups} shortName={props.shortName} onSaved={props.onEnter} />
      </>
    );
  }
  if (question === null) return null;
  if (typeof question === 'string') {
    return (
      <Notice
        kind="error"
        actions={<Button onClick={props.onBack}>{t('vault:lock.withPassword')}</Button>}
      >
        {t(`vault:recovery.errors.${question}`)}
      </Notice>
    );
  }
  return (
    <div class="form">
      <p>{t('vault:recovery.lead')}</p>
      <RecoveryQuestion question={question} onAnew={async () => setQuestion(await ask(true))} />
      <RecoveryAnswer
        judge={props.judge}
        recover={async (answer, password) => {
          const opened = await props.recover(answer, password);
          if (typeof opened === 'string') return opened;
          setGroups(opened);
          return null;
        }}
      />
      <Button kind="quiet" onClick={props.onBack}>
        {t('vault:lock.withPassword')}
      </Button>
    </div>
  );
}
