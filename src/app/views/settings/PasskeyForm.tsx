/** Adding or replacing: the password first, then the tablet asks. What opened before opens until the new one is on disk. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { CheckRow } from '../../../ui/CheckRow/CheckRow.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import type { PasskeyInMaking } from '../../../vault/passkeys.ts';
import type { PasskeyWork } from '../../lockWork.ts';
import { type PasskeyProblem, passkeyWords } from '../../passkeyWords.ts';

export interface PasskeyFormProps {
  readonly work: Pick<PasskeyWork, 'check' | 'make' | 'keep'>;
  readonly shared: boolean;
  readonly onClose: (kept: boolean) => void;
}

export function PasskeyForm({ work, shared, onClose }: PasskeyFormProps): JSX.Element {
  const t = useT();
  const [password, setPassword] = useState('');
  const [step, setStep] = useState<'password' | 'device' | 'again'>('password');
  const [alone, setAlone] = useState(false);
  const [errors, setErrors] = useState<{ alone?: string; password?: string }>({});
  const [problem, setProblem] = useState<PasskeyProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const making = useRef<PasskeyInMaking | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(
    () => () => {
      void making.current?.abandon();
    },
    [],
  );

  const checkPassword = async (): Promise<void> => {
    setErrors(alone ? {} : { alone: t('vault:passkey.mustBeAlone') });
    if (!alone) return;
    setBusy(true);
    const wrong = await work.check(password);
    setBusy(false);
    if (wrong === null) setStep('device');
    else setErrors({ password: t(wrong === 'wrong' ? 'vault:lock.wrong' : 'errors:vault.other') });
  };

  const keep = async (): Promise<void> => {
    if (making.current === null) return;
    const met = await work.keep(making.current, password);
    setBusy(false);
    setProblem(met);
    if (met !== null) return;
    making.current = null;
    onClose(true);
  };

  const askDevice = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    if (making.current === null) {
      const made = await work.make();
      if (typeof made === 'string') {
        setBusy(false);
        setProblem(made);
        return;
      }
      making.current = made;
      if (!made.isReady()) {
        setBusy(false);
        setStep('again');
        return;
      }
    } else if (!making.current.isReady()) {
      const asked = await making.current.ask();
      if (!asked.ok) {
        setBusy(false);
        setProblem(asked.error.kind === 'passkeyFailed' ? 'other' : asked.error.kind);
        return;
      }
    }
    await keep();
  };

  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void (step === 'password' ? checkPassword() : askDevice());
      }}
    >
      <h3 ref={heading} tabIndex={-1}>
        {t('vault:passkey.who')}
      </h3>
      {step === 'password' && (
        <>
          <Notice kind="attention" live={false}>
            {t('vault:passkey.warning')} {shared && t('vault:passkey.warningShared')}
          </Notice>
          <CheckRow label={t('vault:passkey.alone')} checked={alone} onChange={setAlone} />
          <p class="field__error" role="alert">
            {alone ? '' : errors.alone}
          </p>
          <Field
            kind="password"
            label={t('settings:oldPassword')}
            value={password}
            onInput={setPassword}
            error={errors.password}
          />
        </>
      )}
      {step !== 'password' && (
        <p role="status">{t(step === 'device' ? 'vault:passkey.next' : 'vault:passkey.again')}</p>
      )}
      {problem !== null && <Notice kind="error">{t(passkeyWords.add[problem])}</Notice>}
      <div class="button-row">
        <Button kind="filled" type="submit" busy={busy}>
          {busy && step !== 'password'
            ? t('vault:passkey.waiting')
            : t(step === 'password' ? 'vault:protect.continue' : 'vault:passkey.show')}
        </Button>
        <Button onClick={() => onClose(false)}>{t('settings:cancel')}</Button>
      </div>
    </form>
  );
}
