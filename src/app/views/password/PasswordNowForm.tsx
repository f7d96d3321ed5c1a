/** Asks for the password that is now, before what needs it is done; what went wrong is said beside the field. */
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Field } from '../../../ui/Field/Field.tsx';

export interface PasswordNowFormProps {
  /** On the button that does it. */
  readonly label: string;
  /** Gives words for a person when it could not be done. */
  readonly onPassword: (password: string) => Promise<string | null>;
  readonly onCancel: () => void;
  readonly children?: ComponentChildren;
}

export function PasswordNowForm(props: PasswordNowFormProps): JSX.Element {
  const t = useT();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  return (
    <form
      class="form"
      onSubmit={async (event) => {
        event.preventDefault();
        if (busy) return;
        setBusy(true);
        const trouble = await props.onPassword(password);
        setBusy(false);
        if (trouble !== null) setError(trouble);
      }}
    >
      {props.children}
      <Field
        kind="password"
        label={t('settings:oldPassword')}
        value={password}
        onInput={setPassword}
        error={error}
      />
      <div class="button-row">
        <Button kind="filled" type="submit" busy={busy}>
          {props.label}
        </Button>
        <Button onClick={props.onCancel}>{t('settings:cancel')}</Button>
      </div>
    </form>
  );
}
