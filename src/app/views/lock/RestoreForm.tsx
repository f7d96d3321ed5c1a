/** The way in when the password is forgotten: the reserve code, and a new password at once. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import type { UnlockTrouble } from './LockView.tsx';

export interface RestoreFormProps {
  readonly restore: (code: string, newPassword: string) => Promise<UnlockTrouble | null>;
  readonly judge: (password: string) => Promise<'good' | 'tooShort' | 'tooCommon'>;
  readonly onBack: () => void;
}

export function RestoreForm({ restore, judge, onBack }: RestoreFormProps): JSX.Element {
  const t = useT();
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [codeError, setCodeError] = useState<string | null>(null);
  const [passwordError, setPasswordError] = useState<string | null>(null);
  const [againError, setAgainError] = useState<string | null>(null);
  const [isWrong, setIsWrong] = useState(false);
  const [busy, setBusy] = useState(false);

  const submit = async (): Promise<void> => {
    setCodeError(null);
    const verdict = await judge(password);
    setPasswordError(verdict === 'good' ? null : t(`vault:protect.errors.${verdict}`));
    const different = verdict === 'good' && password !== again;
    setAgainError(different ? t('vault:protect.errors.different') : null);
    if (verdict !== 'good' || different) return;
    setBusy(true);
    const trouble = await restore(code, password);
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
      <Field
        kind="password"
        label={t('vault:lock.newPassword')}
        hint={t('vault:protect.passwordHint')}
        value={password}
        onInput={setPassword}
        error={passwordError}
      />
      <Field
        kind="password"
        label={t('vault:protect.again')}
        value={again}
        onInput={setAgain}
        error={againError}
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
