/** A password written twice: what is too weak, or not the same the second time, is said beside its field. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Field } from '../../../ui/Field/Field.tsx';
import type { PasswordVerdict } from '../welcome/PasswordStep.tsx';

export interface NewPassword {
  readonly password: string;
  readonly again: string;
  readonly errors: { readonly password?: string; readonly again?: string };
  readonly setPassword: (password: string) => void;
  readonly setAgain: (again: string) => void;
  /** Whether it can be taken. If not, the fields say why. */
  readonly check: () => Promise<boolean>;
}

export const useNewPassword = (
  judge: (password: string) => Promise<PasswordVerdict>,
): NewPassword => {
  const t = useT();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [errors, setErrors] = useState<NewPassword['errors']>({});
  return {
    password,
    again,
    errors,
    setPassword,
    setAgain,
    check: async () => {
      const verdict = await judge(password);
      const isSame = password === again;
      if (verdict !== 'good') setErrors({ password: t(`vault:protect.errors.${verdict}`) });
      else setErrors(isSame ? {} : { again: t('vault:protect.errors.different') });
      return verdict === 'good' && isSame;
    },
  };
};

export interface NewPasswordFieldsProps {
  readonly of: NewPassword;
  readonly label: string;
  readonly hint: string;
  readonly againLabel: string;
}

export function NewPasswordFields(props: NewPasswordFieldsProps): JSX.Element {
  const { password, again, errors, setPassword, setAgain } = props.of;
  return (
    <>
      <Field
        kind="password"
        label={props.label}
        hint={props.hint}
        value={password}
        onInput={setPassword}
        error={errors.password}
      />
      <Field
        kind="password"
        label={props.againLabel}
        value={again}
        onInput={setAgain}
        error={errors.again}
      />
    </>
  );
}
