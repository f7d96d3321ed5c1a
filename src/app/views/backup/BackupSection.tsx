/** **Inställningar → Säkerhetskopia**: when the last one was made, and the two ways on. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { createBackupWork, type SavedFile } from '../../backupWork.ts';
import { judge } from '../../judge.ts';
import { useSession } from '../../SessionContext.ts';
import type { LastBackup } from '../../session/lastBackup.ts';
import { lastCopyOf } from '../../session/restoredCopy.ts';
import { addToVaultLog } from '../../session/vaultLog.ts';
import { MakeBackup } from './MakeBackup.tsx';
import { RestoreSteps } from './RestoreSteps.tsx';

export function BackupSection(): JSX.Element {
  const t = useT();
  const session = useSession();
  const [work] = useState(() => createBackupWork(session));
  const [open, setOpen] = useState<'make' | 'fetch' | null>(null);
  const section = useRef<HTMLElement>(null);
  // Who was sent here from a reminder need not look for it.
  useEffect(() => {
    if (location.hash === '#sakerhetskopia') section.current?.scrollIntoView();
  }, []);
  const [last, setLast] = useState<LastBackup | null | 'unknown'>('unknown');
  useEffect(() => {
    const { vault } = session.get();
    if (vault !== null) void lastCopyOf(vault).then(setLast);
  }, [session]);

  const saved = (made: SavedFile): void => {
    const next = { at: made.at, plans: made.cases, notes: made.records };
    setLast(next);
    const { vault } = session.get();
    if (vault === null) return;
    void vault.writeValue('backup', next);
    void addToVaultLog(vault, { at: made.at, what: 'backup' });
  };
  return (
    <section class="section" aria-label={t('backup:title')} ref={section}>
      <h2>{t('backup:title')}</h2>
      <p>{t('backup:line')}</p>
      {last !== 'unknown' && open !== 'make' && (
        <p>
          {last === null
            ? t('backup:never')
            : t('backup:last', {
                date: t.formats.date(last.at),
                what: t('backup:plans', { count: last.plans }),
              })}
        </p>
      )}
      {open === null && (
        <div class="button-row">
          <Button onClick={() => setOpen('make')}>{t('backup:make')}</Button>
          <Button onClick={() => setOpen('fetch')}>{t('backup:fetch')}</Button>
        </div>
      )}
      {open === 'make' && (
        <MakeBackup make={work.make} judge={judge} onSaved={saved} onClose={() => setOpen(null)} />
      )}
      {open === 'fetch' && (
        <RestoreSteps work={work} onCancel={() => setOpen(null)} onDone={() => setOpen(null)} />
      )}
    </section>
  );
}
