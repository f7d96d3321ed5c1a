/** First step of **Skydda uppgifterna**: the short name in clear, and the password twice. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { looksAlike } from '../../tellApart.ts';
import { OrganisationNotice } from './OrganisationNotice.tsx';
import type { ToldOrganisation } from './ProtectView.tsx';

export type PasswordVerdict = 'good' | 'tooShort' | 'tooCommon';

export interface PasswordStepProps {
  readonly organisation: () => Promise<ToldOrganisation | null>;
  /** Short names that others on the device have. */
  readonly takenNames: readonly string[];
  readonly judge: (password: string) => Promise<PasswordVerdict>;
  readonly suggest: () => Promise<string>;
  /** Resolves when the vault is on disk; gives words for a person when it could not be made. */
  readonly onChosen: (choice: { shortName: string; password: string }) => Promise<string | null>;
}

interface Errors {
  readonly shortName?: string;
  readonly password?: string;
  readonly again?: string;
  readonly whole?: string;
}

export function PasswordStep(props: PasswordStepProps): JSX.Element {
  const t = useT();
  const [shortName, setShortName] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [suggestion, setSuggestion] = useState<string | null>(null);
  const [errors, setErrors] = useState<Errors>({});
  const [busy, setBusy] = useState(false);
  const [good, setGood] = useState(false);
  const { organisation } = props;
  /** What the server says about a recovery key: asked at once, and waited for before the vault is made. */
  const answer = useRef<Promise<ToldOrganisation | null> | null>(null);
  const [told, setTold] = useState<ToldOrganisation | null>(null);
  const toldNow = useRef(false);
  useEffect(() => {
    toldNow.current = told !== null;
  }, [told]);
  useEffect(() => {
    answer.current = organisation();
    void answer.current.then(setTold);
  }, [organisation]);

  /** What is being written anew is not called wrong any more. */
  const mended = (field: keyof Errors): void => setErrors(({ [field]: _, ...rest }) => rest);

  const judge = async (): Promise<void> => setGood((await props.judge(password)) === 'good');

  const submit = async (): Promise<void> => {
    const name = shortName.trim();
    const taken = props.takenNames.some((other) => looksAlike(other, name));
    const verdict = await props.judge(password);
    const found: Errors = {
      ...(name === '' && { shortName: t('vault:protect.errors.shortNameMissing') }),
      ...(taken && { shortName: t('vault:protect.errors.shortNameTaken') }),
      ...(verdict !== 'good' && { password: t(`vault:protect.errors.${verdict}`) }),
      ...(verdict === 'good' &&
        again !== password && { again: t('vault:protect.errors.different') }),
    };
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const wasTold = toldNow.current;
    // It came after the press: the person reads it first.
    if ((await answer.current) !== null && !wasTold) {
      setBusy(false);
      return;
    }
    const trouble = await props.onChosen({ shortName: name, password });
    if (trouble !== null) {
      setBusy(false);
      setErrors({ whole: trouble });
    }
  };

  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit();
      }}
    >
      <p class="lead">{t('vault:protect.lead')}</p>
      {errors.whole !== undefined && <Notice kind="error">{errors.whole}</Notice>}
      <Field
        label={t('vault:protect.shortName')}
        hint={t('vault:protect.shortNameHint')}
        value={shortName}
        onInput={(value) => {
          setShortName(value);
          mended('shortName');
        }}
        error={errors.shortName}
        maxLength={20}
      />
      <Field
        kind="password"
        label={t('vault:protect.password')}
        hint={t('vault:protect.passwordHint')}
        value={password}
        onInput={(value) => {
          setPassword(value);
          setGood(false);
          mended('password');
        }}
        onBlur={() => void judge()}
        error={errors.password}
        status={good ? t('vault:protect.enough') : undefined}
      />
      <div class="button-row">
        <Button onClick={() => void props.suggest().then(setSuggestion)}>
          {t('vault:protect.suggest')}
        </Button>
        {suggestion !== null && (
          <>
            <output class="welcome__suggestion">
              {t('vault:protect.suggested', { words: suggestion })}
            </output>
            <Button
              onClick={() => {
                setPassword(suggestion);
                setGood(true);
                mended('password');
              }}
            >
              {t('vault:protect.useSuggestion')}
            </Button>
          </>
        )}
      </div>
      <Field
        kind="password"
        label={t('vault:protect.again')}
        value={again}
        onInput={(value) => {
          setAgain(value);
          mended('again');
        }}
        error={errors.again}
      />
      {told !== null && <OrganisationNotice {...told} kind="setUp" />}
      <Button kind="filled" size="large" type="submit" busy={busy}>
        {t('vault:protect.continue')}
      </Button>
      {busy && (
        <p role="status" class="soft">
          {t('vault:protect.working')}
        </p>
      )}
      <p class="soft foot-note">{t('vault:protect.foot')}</p>
    </form>
  );
}
