import type { JSX } from 'preact';
import type { OpenedBackup } from '../../../cases/backup/openBackup.ts';
import { useT } from '../../../i18n/useT.ts';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';
import { MissingLines } from './MissingLines.tsx';

/** What is in an opened file: when it was made, how much, whose, and whether it is whole. No names of plans. */
export function BackupContents({ backup }: { readonly backup: OpenedBackup }): JSX.Element {
  const t = useT();
  const { at, cases, vaults, lost } = backup;
  const counts = {
    plans: t('backup:plans', { count: cases.length }),
    notes: t('backup:notes', { count: cases.reduce((sum, { records }) => sum + records, 0) }),
  };
  return (
    <>
      <p role="status">
        {at === null
          ? t('backup:open.madeUnknown', counts)
          : t('backup:open.made', { date: t.formats.dateTime(at), ...counts })}
      </p>
      {backup.whole ? (
        <p>{t('backup:open.isWhole')}</p>
      ) : (
        <Notice kind="attention">
          {t('backup:open.notWhole')}
          <MissingLines
            cases={lost.cases}
            notes={cases.reduce((sum, { missing }) => sum + (missing ?? 0), 0)}
          />
        </Notice>
      )}
      <RuledList label={t('backup:open.owners')}>
        {vaults.map(({ vaultId, shortName }) => (
          <RuledRow key={vaultId}>
            {t('backup:open.owner', {
              name: shortName,
              plans: t('backup:plans', {
                count: cases.filter(({ vaultIds }) => vaultIds.includes(vaultId)).length,
              }),
            })}
          </RuledRow>
        ))}
      </RuledList>
      <p class="soft">{t('backup:open.here')}</p>
    </>
  );
}
