/** Case by case: names are shown for the vault's own password only, and only as long as this stands here. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { NamedCase } from '../../../cases/backup/backupNames.ts';
import type { OpenedBackup } from '../../../cases/backup/openBackup.ts';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { CheckRow } from '../../../ui/CheckRow/CheckRow.tsx';
import { Choice } from '../../../ui/Choice/Choice.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import type { BackupTrouble, BackupWork } from '../../backupWork.ts';

export interface ChoosePlansProps {
  readonly backup: OpenedBackup;
  readonly names: BackupWork['names'];
  readonly onChosen: (caseIds: ReadonlySet<string>) => void;
  readonly onBack: () => void;
  /** Where no vault is open that locks by itself: calls when nobody has been here for long. Gives the way to stop. */
  readonly whenLeftAlone?: ((leave: () => void) => () => void) | undefined;
}

export function ChoosePlans(props: ChoosePlansProps): JSX.Element {
  const { backup, names, onChosen, onBack, whenLeftAlone } = props;
  const t = useT();
  const [vaultId, setVaultId] = useState(backup.vaults[0]?.vaultId ?? '');
  const [password, setPassword] = useState('');
  const [trouble, setTrouble] = useState<BackupTrouble | null>(null);
  const [busy, setBusy] = useState(false);
  const [cases, setCases] = useState<readonly NamedCase[] | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [none, setNone] = useState(false);
  const owner = backup.vaults.find((vault) => vault.vaultId === vaultId);
  const hasNames = cases !== null;
  useEffect(
    () =>
      hasNames
        ? whenLeftAlone?.(() => {
            setCases(null);
            setChosen(new Set());
          })
        : undefined,
    [hasNames, whenLeftAlone],
  );

  const show = async (): Promise<void> => {
    setBusy(true);
    const read = await names(backup, vaultId, password);
    setBusy(false);
    setPassword('');
    if (read.ok) setCases(read.value);
    setTrouble(read.ok ? null : read.error);
  };

  if (cases === null) {
    return (
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void show();
        }}
      >
        {backup.vaults.length > 1 && (
          <Choice
            legend={t('backup:choose.whose')}
            value={vaultId}
            onChange={setVaultId}
            options={backup.vaults.map((vault) => ({
              value: vault.vaultId,
              label: vault.shortName,
            }))}
          />
        )}
        <Field
          kind="password"
          label={t('backup:choose.password', { name: owner?.shortName ?? '' })}
          value={password}
          onInput={setPassword}
          error={trouble === null ? null : t(`backup:errors.${trouble}`)}
        />
        <div class="button-row">
          <Button kind="filled" type="submit" busy={busy}>
            {t('backup:choose.show')}
          </Button>
          <Button onClick={onBack}>{t('backup:back')}</Button>
        </div>
      </form>
    );
  }
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        setNone(chosen.size === 0);
        if (chosen.size > 0) onChosen(chosen);
      }}
    >
      <fieldset class="form">
        <legend>{t('backup:choose.which')}</legend>
        {cases.map(({ caseId, name }) => (
          <CheckRow
            key={caseId}
            label={name || t('backup:choose.nameless')}
            checked={chosen.has(caseId)}
            onChange={(checked) => {
              const next = new Set(chosen);
              if (checked) next.add(caseId);
              else next.delete(caseId);
              setChosen(next);
            }}
          />
        ))}
      </fieldset>
      {none && <p role="alert">{t('backup:errors.noneChosen')}</p>}
      <div class="button-row">
        <Button kind="filled" type="submit">
          {t('backup:choose.chosen')}
        </Button>
        <Button onClick={onBack}>{t('backup:back')}</Button>
      </div>
    </form>
  );
}
