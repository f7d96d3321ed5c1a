/** Reads a backup as the program does, on an empty device in memory: all that the one plan in it holds. */
import { readFile } from 'node:fs/promises';
import { openBackup } from '../../src/cases/backup/openBackup.ts';
import { restoreBackup } from '../../src/cases/backup/restoreBackup.ts';
import { createBackupDevice } from '../../src/cases/backup/testBackup.ts';
import type { CaseState } from '../../src/meeting/workspace.ts';
import { secretOf } from '../../src/vault/secret.ts';
import { unwrap } from '../../src/vault/testing.ts';
import { unlockWithPassword } from '../../src/vault/unlock.ts';
import { karin } from '../app.ts';
import { filePassword } from './saveBackup.ts';

export const readBackup = async (path: string): Promise<CaseState> => {
  const device = await createBackupDevice();
  const file = new Blob([await readFile(path)]);
  const backup = unwrap(await openBackup(device.deps, file, secretOf(filePassword)));
  unwrap(await restoreBackup(device.store, backup, null));
  const [vault] = backup.vaults;
  if (vault === undefined) throw new Error('No vault in the file.');
  const password = secretOf(karin.password);
  const session = unwrap(await unlockWithPassword(device.deps, vault.vaultId, password));
  const [caseId, ...others] = unwrap(await session.listCases());
  if (caseId === undefined || others.length > 0) throw new Error('Not one plan in the file.');
  const opened = await device.open(session, caseId);
  const { state } = opened.workspace();
  await opened.close();
  return state;
};
