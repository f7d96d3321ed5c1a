/** **Hämta från en säkerhetskopia**: the file and its password, what is in it, what to bring back, and what came. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OpenedBackup } from '../../../cases/backup/openBackup.ts';
import type { RestoreReport } from '../../../cases/backup/restoreBackup.ts';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { FieldFrame } from '../../../ui/Field/FieldFrame.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import type { BackupTrouble, BackupWork } from '../../backupWork.ts';
import { BackupContents } from './BackupContents.tsx';
import { ChoosePlans, type ChoosePlansProps } from './ChoosePlans.tsx';
import { Progress } from './Progress.tsx';
import { RestoreResult } from './RestoreResult.tsx';
import { useGoing } from './useGoing.ts';

export interface RestoreStepsProps {
  readonly work: Pick<BackupWork, 'open' | 'names' | 'restore'>;
  readonly onCancel: () => void;
  /** The person has read what came. */
  readonly onDone: () => void;
  readonly whenLeftAlone?: ChoosePlansProps['whenLeftAlone'];
}

export function RestoreSteps({
  work,
  onCancel,
  onDone,
  whenLeftAlone,
}: RestoreStepsProps): JSX.Element {
  const t = useT();
  const [backup, setBackup] = useState<OpenedBackup | null>(null);
  /** Kept after a wrong password: only the password is typed again. */
  const [file, setFile] = useState<File | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [report, setReport] = useState<RestoreReport | null>(null);
  const [trouble, setTrouble] = useState<BackupTrouble | null>(null);
  const going = useGoing();

  if (report !== null) return <RestoreResult report={report} onDone={onDone} />;
  if (going.part !== null) {
    const label = t(backup === null ? 'backup:open.reading' : 'backup:restore.going');
    return <Progress label={label} part={going.part} onStop={going.stop} />;
  }
  if (backup === null) {
    return (
      <FileForm
        trouble={trouble}
        chosen={file}
        onCancel={onCancel}
        onRead={async (next, password) => {
          setFile(next);
          const opened = await going.run((how) => work.open(next, password, how));
          if (opened.ok) setBackup(opened.value);
          setTrouble(opened.ok ? null : opened.error);
        }}
      />
    );
  }

  const restore = async (caseIds: ReadonlySet<string> | null): Promise<void> => {
    setTrouble(null);
    const done = await going.run((how) => work.restore(backup, caseIds, how));
    if (done.ok) setReport(done.value);
    else setTrouble(done.error);
  };
  return (
    <div class="form">
      {trouble !== null && <Notice kind="error">{t(`backup:errors.${trouble}`)}</Notice>}
      <BackupContents backup={backup} />
      {choosing ? (
        <ChoosePlans
          backup={backup}
          names={work.names}
          onChosen={(caseIds) => void restore(caseIds)}
          onBack={() => setChoosing(false)}
          whenLeftAlone={whenLeftAlone}
        />
      ) : (
        <div class="button-row">
          <Button kind="filled" onClick={() => void restore(null)}>
            {t('backup:choose.all')}
          </Button>
          <Button onClick={() => setChoosing(true)}>{t('backup:choose.some')}</Button>
          <Button onClick={onCancel}>{t('backup:cancel')}</Button>
        </div>
      )}
    </div>
  );
}

interface FileFormProps {
  readonly chosen: File | null;
  readonly trouble: BackupTrouble | null;
  readonly onRead: (file: File, password: string) => Promise<void>;
  readonly onCancel: () => void;
}

function FileForm({ chosen, trouble, onRead, onCancel }: FileFormProps): JSX.Element {
  const t = useT();
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const [unwritten, setUnwritten] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        const file = input.current?.files?.[0] ?? chosen ?? undefined;
        const isEmpty = password.trim() === '';
        setMissing(file === undefined);
        setUnwritten(isEmpty);
        if (file !== undefined && !isEmpty) void onRead(file, password);
      }}
    >
      <p>{t('backup:open.lead')}</p>
      {trouble !== null && <Notice kind="error">{t(`backup:errors.${trouble}`)}</Notice>}
      <FieldFrame
        id="backup-file"
        label={t('backup:open.file')}
        hint={chosen === null ? undefined : t('backup:open.chosen', { name: chosen.name })}
        error={missing ? t('backup:errors.noFile') : null}
      >
        {/* Any file may be chosen: an iPad lets nobody choose a kind that it does not know. */}
        <input
          id="backup-file"
          class="file-input"
          type="file"
          autoComplete="off"
          aria-invalid={missing || undefined}
          aria-describedby={missing ? 'backup-file-error' : undefined}
          ref={input}
        />
      </FieldFrame>
      <Field
        kind="password"
        label={t('backup:password')}
        value={password}
        onInput={setPassword}
        error={unwritten ? t('backup:errors.noPassword') : null}
      />
      <div class="button-row">
        <Button kind="filled" type="submit">
          {t('backup:open.read')}
        </Button>
        <Button onClick={onCancel}>{t('backup:cancel')}</Button>
      </div>
    </form>
  );
}
