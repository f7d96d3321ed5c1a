/** Makes the file under a password of its own, reads it back, and lets the person save it where it is safe. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import type { BackupTrouble, BackupWork, SavedFile } from '../../backupWork.ts';
import { NewPasswordFields, useNewPassword } from '../password/NewPassword.tsx';
import type { PasswordVerdict } from '../welcome/PasswordStep.tsx';
import { Progress } from './Progress.tsx';
import { useGoing } from './useGoing.ts';

export interface MakeBackupProps {
  readonly make: BackupWork['make'];
  readonly judge: (password: string) => Promise<PasswordVerdict>;
  /** The file was handed to the person. */
  readonly onSaved: (made: SavedFile) => void;
  readonly onClose: () => void;
}

export function MakeBackup(props: MakeBackupProps): JSX.Element {
  const t = useT();
  const fresh = useNewPassword(props.judge);
  const [trouble, setTrouble] = useState<BackupTrouble | null>(null);
  const [made, setMade] = useState<SavedFile | null>(null);
  const going = useGoing();

  const submit = async (): Promise<void> => {
    setTrouble(null);
    if (!(await fresh.check())) return;
    const done = await going.run((how) => props.make(fresh.password, how));
    if (done.ok) setMade(done.value);
    else if (done.error === null) props.onClose();
    else setTrouble(done.error);
  };

  if (made !== null) return <SaveFile made={made} {...props} />;
  if (going.part !== null) {
    return <Progress label={t('backup:making')} part={going.part} onStop={going.stop} />;
  }
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {trouble !== null && <Notice kind="error">{t(`backup:errors.${trouble}`)}</Notice>}
      <NewPasswordFields
        of={fresh}
        label={t('backup:password')}
        hint={t('backup:passwordHint')}
        againLabel={t('backup:again')}
      />
      <div class="button-row">
        <Button kind="filled" type="submit">
          {t('backup:start')}
        </Button>
        <Button onClick={props.onClose}>{t('backup:cancel')}</Button>
      </div>
    </form>
  );
}

function SaveFile({
  made,
  onSaved,
  onClose,
}: Pick<MakeBackupProps, 'onSaved' | 'onClose'> & { readonly made: SavedFile }): JSX.Element {
  const t = useT();
  const [href, setHref] = useState<string | null>(null);
  useEffect(() => {
    const url = URL.createObjectURL(made.file);
    setHref(url);
    return () => URL.revokeObjectURL(url);
  }, [made]);
  const file = new File([made.file], made.name, { type: made.file.type });
  const canShare = navigator.canShare?.({ files: [file] }) === true;
  return (
    <div class="form">
      <p role="status">
        {t('backup:whole', {
          plans: t('backup:plans', { count: made.cases }),
          notes: t('backup:notes', { count: made.records }),
        })}
      </p>
      {made.leftOut > 0 && (
        <Notice kind="info">{t('backup:leftOut', { count: made.leftOut })}</Notice>
      )}
      <p>{t('backup:saveHint')}</p>
      <div class="button-row">
        {href !== null && (
          <a
            class="button button--filled"
            href={href}
            download={made.name}
            onClick={() => onSaved(made)}
          >
            <span class="button__words">{t('backup:saveFile')}</span>
          </a>
        )}
        {canShare && (
          <Button
            onClick={() => {
              // A person who changes their mind there is no error.
              void navigator.share({ files: [file] }).then(
                () => onSaved(made),
                () => undefined,
              );
            }}
          >
            {t('backup:share')}
          </Button>
        )}
        <Button onClick={onClose}>{t('backup:done')}</Button>
      </div>
    </div>
  );
}
