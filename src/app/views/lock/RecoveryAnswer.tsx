/** The answer, pasted or from a file, and the new password. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { FieldFrame } from '../../../ui/Field/FieldFrame.tsx';
import { NewPasswordFields, useNewPassword } from '../password/NewPassword.tsx';
import type { RecoveryProblem, RecoveryStepsProps } from './RecoverySteps.tsx';

export interface RecoveryAnswerProps {
  readonly judge: RecoveryStepsProps['judge'];
  /** Null when it opened. */
  readonly recover: (answer: string, newPassword: string) => Promise<RecoveryProblem | null>;
}

/** An answer is less than 300 characters; a letter around it may be longer. */
const longestFile = 100_000;

export function RecoveryAnswer({ judge, recover }: RecoveryAnswerProps): JSX.Element {
  const t = useT();
  const [answer, setAnswer] = useState('');
  const [answerError, setAnswerError] = useState<string | null>(null);
  const fresh = useNewPassword(judge);
  const [busy, setBusy] = useState(false);

  const submit = async (): Promise<void> => {
    const isEmpty = answer.trim() === '';
    setAnswerError(isEmpty ? t('vault:recovery.errors.empty') : null);
    if (!(await fresh.check()) || isEmpty) return;
    setBusy(true);
    const problem = await recover(answer, fresh.password);
    if (problem === null) return;
    setBusy(false);
    setAnswerError(t(`vault:recovery.errors.${problem}`));
  };

  return (
    <form
      class="form recovery__step"
      aria-label={t('vault:recovery.answerTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit();
      }}
    >
      <h3>{t('vault:recovery.answerTitle')}</h3>
      <Field
        label={t('vault:recovery.answer')}
        hint={t('vault:recovery.answerHint')}
        value={answer}
        onInput={setAnswer}
        multiline
        rows={4}
        error={answerError}
        class="recovery__text"
      />
      <FieldFrame id="recovery-file" label={t('vault:recovery.answerFile')}>
        <input
          id="recovery-file"
          class="file-input"
          type="file"
          autoComplete="off"
          onChange={async ({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file === undefined) return;
            const text = file.size > longestFile ? null : await file.text().catch(() => null);
            if (text === null) setAnswerError(t('vault:recovery.errors.other'));
            else setAnswer(text);
          }}
        />
      </FieldFrame>
      <NewPasswordFields
        of={fresh}
        label={t('vault:lock.newPassword')}
        hint={t('vault:protect.passwordHint')}
        againLabel={t('vault:protect.again')}
      />
      <Button kind="filled" size="large" type="submit" busy={busy}>
        {busy ? t('vault:lock.unlocking') : t('vault:lock.unlock')}
      </Button>
    </form>
  );
}
