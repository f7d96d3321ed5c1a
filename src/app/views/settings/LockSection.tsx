import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { NewPasswordFields, useNewPassword } from '../password/NewPassword.tsx';
import { PasswordNowForm } from '../password/PasswordNowForm.tsx';
import { ReserveCodeStep } from '../welcome/ReserveCodeStep.tsx';
import type { SettingsViewProps } from './SettingsView.tsx';

export type LockSectionProps = Pick<
  SettingsViewProps,
  'idleMinutes' | 'onIdleMinutes' | 'judge' | 'onChangePassword' | 'onNewReserveCode' | 'shortName'
>;

const choices = [5, 10, 20] as const;

/** When it locks by itself, another password, a new reserve code. */
export function LockSection(props: LockSectionProps): JSX.Element {
  const t = useT();
  const [open, setOpen] = useState<'password' | 'code' | null>(null);
  const [done, setDone] = useState<string | null>(null);
  return (
    <section class="section" aria-label={t('settings:lockTitle')}>
      <h2>{t('settings:lockTitle')}</h2>
      <ChipGroup
        label={t('settings:idle')}
        hint={t('settings:idleHint')}
        value={String(props.idleMinutes)}
        options={choices.map((minutes) => ({
          value: String(minutes),
          label: t('settings:idleMinutes', { count: minutes }),
        }))}
        onChange={(minutes: string) => props.onIdleMinutes(Number(minutes))}
      />
      <div class="button-row">
        <Button onClick={() => setOpen('password')}>{t('settings:changePassword')}</Button>
        <Button onClick={() => setOpen('code')}>{t('settings:newReserve')}</Button>
        <Button kind="quiet" href="/hjalp/plattan-borta">
          {t('help:gone.title')}
        </Button>
      </div>
      <p role="status">{done}</p>
      {open === 'password' && (
        <PasswordForm
          {...props}
          onClose={(changed) => {
            setOpen(null);
            setDone(changed ? t('settings:passwordChanged') : null);
          }}
        />
      )}
      {open === 'code' && (
        <CodeForm
          {...props}
          onClose={(changed) => {
            setOpen(null);
            setDone(changed ? t('settings:newReserveDone') : null);
          }}
        />
      )}
    </section>
  );
}

type FormProps = LockSectionProps & { readonly onClose: (changed: boolean) => void };

function PasswordForm({ judge, onChangePassword, onClose }: FormProps): JSX.Element {
  const t = useT();
  const [old, setOld] = useState('');
  const [oldError, setOldError] = useState<string | null>(null);
  const fresh = useNewPassword(judge);
  const [busy, setBusy] = useState(false);

  const submit = async (): Promise<void> => {
    setOldError(null);
    if (!(await fresh.check())) return;
    setBusy(true);
    const trouble = await onChangePassword(old, fresh.password);
    setBusy(false);
    if (trouble === null) onClose(true);
    else setOldError(trouble);
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
        kind="password"
        label={t('settings:oldPassword')}
        value={old}
        onInput={setOld}
        error={oldError}
      />
      <NewPasswordFields
        of={fresh}
        label={t('settings:newPassword')}
        hint={t('vault:protect.passwordHint')}
        againLabel={t('settings:again')}
      />
      <div class="button-row">
        <Button kind="filled" type="submit" busy={busy}>
          {t('settings:save')}
        </Button>
        <Button onClick={() => onClose(false)}>{t('settings:cancel')}</Button>
      </div>
    </form>
  );
}

function CodeForm({ onNewReserveCode, shortName, onClose }: FormProps): JSX.Element {
  const t = useT();
  const [groups, setGroups] = useState<readonly string[] | null>(null);

  if (groups !== null) {
    return <ReserveCodeStep groups={groups} shortName={shortName} onSaved={() => onClose(true)} />;
  }
  return (
    <PasswordNowForm
      label={t('settings:newReserve')}
      onPassword={async (password) => {
        const made = await onNewReserveCode(password);
        if ('trouble' in made) return made.trouble;
        setGroups(made.groups);
        return null;
      }}
      onCancel={() => onClose(false)}
    >
      <p>{t('settings:newReserveHint')}</p>
    </PasswordNowForm>
  );
}
