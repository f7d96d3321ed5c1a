/** What the views of **Säkerhetskopia** ask for, joined to this window's session. Loaded with them, never before. */
import { type NamedCase, readBackupNames } from '../cases/backup/backupNames.ts';
import { backupFileName, createBackup, type MadeBackup } from '../cases/backup/createBackup.ts';
import { type OpenedBackup, openBackup } from '../cases/backup/openBackup.ts';
import type { Going } from '../cases/backup/readPieces.ts';
import { type RestoreReport, restoreBackup } from '../cases/backup/restoreBackup.ts';
import { dateOfInstant } from '../i18n/localDate.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { secretOf } from '../vault/secret.ts';
import { noteRestoredCopy } from './session/restoredCopy.ts';
import type { AppSession } from './session/sessionTypes.ts';
import { addToVaultLog } from './session/vaultLog.ts';
import { vaultDepsOf } from './vaultDeps.ts';

/** The end of a key under `backup:errors`. */
export type BackupTrouble =
  | 'empty'
  | 'notABackup'
  | 'newerVersion'
  | 'damaged'
  | 'tooLarge'
  | 'unreadable'
  | 'wrongPassword'
  | 'wrongVault'
  | 'missingCrypto'
  | 'notMade'
  | 'quotaMade'
  | 'restore'
  | 'quota'
  | 'busy';

/** Null: a person broke it off. */
type Done<T> = Result<T, BackupTrouble | null>;

export interface SavedFile extends MadeBackup {
  readonly name: string;
}

export interface BackupWork {
  readonly make: (password: string, going: Going) => Promise<Done<SavedFile>>;
  readonly open: (file: File, password: string, going: Going) => Promise<Done<OpenedBackup>>;
  readonly names: (
    backup: OpenedBackup,
    vaultId: string,
    password: string,
  ) => Promise<Done<readonly NamedCase[]>>;
  readonly restore: (
    backup: OpenedBackup,
    caseIds: ReadonlySet<string> | null,
    going: Going,
  ) => Promise<Done<RestoreReport>>;
}

export const createBackupWork = (session: AppSession): BackupWork => {
  const { deps } = session;
  const vaultDeps = vaultDepsOf(deps);
  return {
    make: async (password, going) => {
      // What is being written in a case comes along.
      if (!(await session.keepOpen(null))) return err('notMade');
      const store = await deps.storage.backup();
      if (store === null) return err('notMade');
      const made = await createBackup(vaultDeps, store, secretOf(password), going);
      if (made.ok) return ok({ ...made.value, name: backupFileName(dateOfInstant(made.value.at)) });
      if (made.error.kind === 'aborted') return err(null);
      return err(made.error.kind === 'quota' ? 'quotaMade' : 'notMade');
    },
    open: async (file, password, going) => {
      const opened = await openBackup(deps, file, secretOf(password), going);
      if (opened.ok) return opened;
      return err(opened.error.kind === 'aborted' ? null : opened.error.kind);
    },
    names: async (backup, vaultId, password) => {
      const names = await readBackupNames(vaultDeps, backup, vaultId, secretOf(password));
      return names.ok ? names : err('wrongVault');
    },
    restore: async (backup, caseIds, going) => {
      if (!(await session.keepOpen(null))) return err('restore');
      const store = await deps.storage.backup();
      if (store === null) return err('restore');
      const done = await restoreBackup(store, backup, caseIds, going);
      if (
        done.ok &&
        !done.value.aborted &&
        caseIds === null &&
        backup.whole &&
        backup.at !== null
      ) {
        const notes = backup.cases.reduce((sum, { records }) => sum + records, 0);
        noteRestoredCopy(
          backup.vaults.map(({ vaultId }) => vaultId),
          { at: backup.at, plans: backup.cases.length, notes },
        );
      }
      // Where nobody has unlocked, what came is read by the person first; then **Låst** is next.
      if (session.get().phase === 'unlocked') await session.vaultsChanged();
      const { vault } = session.get();
      if (done.ok && vault !== null) {
        await vault.mendAccess(backup.keys.access);
        await addToVaultLog(vault, { at: deps.clock.now(), what: 'restored' });
      }
      if (done.ok) return done;
      const { kind } = done.error;
      return err(kind === 'quota' || kind === 'busy' ? kind : 'restore');
    },
  };
};
