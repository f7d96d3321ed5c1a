/** The way in when the password is forgotten: the reserve code, and a new password at once. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { NewPasswordFields, useNewPassword } from '../password/NewPassword.tsx';
import type { PasswordVerdict } from '../welcome/PasswordStep.tsx';
import type { UnlockTrouble } from './LockView.tsx';

export interface RestoreFormProps {
  readonly restore: (code: string, newPassword: string) => Promise<UnlockTrouble | null>;
  readonly judge: (password: string) => Promise<PasswordVerdict>;
  readonly onBack: () => void;
}

export function RestoreForm({ restore, judge, onBack }: RestoreFormProps): JSX.Element {
  const t = useT();
  const [code, setCode] = useState('');
  const fresh = useNewPassword(judge);
  const [codeError, setCodeError] = useState<string | null>(null);
  const [isWrong, setIsWrong] = useState(false);
  const [busy, setBusy] = useState(false);

  const submit = async (): Promise<void> => {
    setCodeError(null);
    if (!(await fresh.check())) return;
    setBusy(true);
    const trouble = await restore(code, fresh.password);
    if (trouble === null) return;
    setBusy(false);
    setIsWrong(trouble.kind === 'wrong');
    setCodeError(trouble.kind === 'other' ? trouble.words : t('vault:lock.reserveWrong'));
  };

  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit();
      }}
    >
      <Field
        label={t('vault:lock.reserveCode')}
        hint={t('vault:lock.reserveHint')}
        value={code}
        onInput={setCode}
        error={codeError}
      />
      <NewPasswordFields
        of={fresh}
        label={t('vault:lock.newPassword')}
        hint={t('vault:protect.passwordHint')}
        againLabel={t('vault:protect.again')}
      />
      <Button kind="filled" size="large" type="submit" busy={busy}>
        {t('vault:lock.unlock')}
      </Button>
      {isWrong && (
        <Button kind="quiet" href="/hjalp/glomt-reservkoden">
          {t('help:code.title')}
        </Button>
      )}
      <p class="soft">{t('vault:lock.newCodeNote')}</p>
      <Button kind="quiet" onClick={onBack}>
        {t('vault:lock.withPassword')}
      </Button>
    </form>
  );
}
