import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { setPlanField } from '../../plan/commands/wholePlan.ts';
import type { BackupStore } from '../../storage/backupPort.ts';
import { createStorage } from '../../storage/createStorage.ts';
import type { Storage } from '../../storage/storage.ts';
import { memoryMarker } from '../../storage/vaultMarker.ts';
import { createVault } from '../../vault/createVault.ts';
import { reserveCodeGroups } from '../../vault/reserveCode.ts';
import { secretOf } from '../../vault/secret.ts';
import { testVaultDeps, unwrap } from '../../vault/testing.ts';
import { unlockWithPassword } from '../../vault/unlock.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import type { CaseDeps } from '../caseDeps.ts';
import { createCase } from '../createCase.ts';
import { type OpenCase, openCase } from '../openCase.ts';
import { createTestTimers } from '../testTimers.ts';
import type { BackupDeps } from './createBackup.ts';

/** A device for tests of backup and restore: a real database in memory, and cases in it. */
export interface BackupDevice {
  readonly storage: Storage;
  readonly deps: BackupDeps & ReturnType<typeof testVaultDeps>;
  readonly caseDeps: CaseDeps;
  readonly store: BackupStore;
  readonly addVault: (shortName: string) => Promise<{ session: VaultSession; code: string }>;
  readonly unlock: (vaultId: string) => Promise<VaultSession>;
  /** A case about this person, with one longer text. */
  readonly addCase: (session: VaultSession, name: string, words?: string) => Promise<OpenCase>;
  readonly open: (session: VaultSession, caseId: string) => Promise<OpenCase>;
  /** What a person reads of it. */
  readonly read: (session: VaultSession, caseId: string) => Promise<CaseWords>;
}

export interface CaseWords {
  readonly name: string | null;
  readonly important: string;
  readonly gaps: number;
  readonly setAside: number;
}

export const vaultPassword = secretOf('lingon tunnbröd kåta fjällvind');
export const filePassword = secretOf('sommarhage trasmatta kaffe brygga');

export const createBackupDevice = async (): Promise<BackupDevice> => {
  const time = createTestTimers();
  const storage = createStorage({
    name: `backup-${Math.random()}`,
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    marker: memoryMarker(),
    lock: { hold: async (_id, _wait, work) => ({ ok: true, value: await work() }) },
  });
  const deps = testVaultDeps(storage.vaults);
  const caseDeps: CaseDeps = {
    clock: deps.clock,
    random: deps.random,
    timers: time.timers,
    journal: storage.journal,
    locks: null,
    author: () => ({ name: 'Karin', function: 'samordnare', unit: 'Åby' }),
  };
  const store = await storage.backup();
  if (store === null) throw new Error('no backup');
  const open = async (session: VaultSession, caseId: string): Promise<OpenCase> =>
    unwrap(await openCase(caseDeps, session, caseId, { log: false }));
  return {
    storage,
    deps,
    caseDeps,
    store,
    addVault: async (shortName) => {
      const made = unwrap(await createVault(deps, { shortName, password: vaultPassword }));
      return { session: made.session, code: reserveCodeGroups(made.reserveCode).join(' ') };
    },
    unlock: async (vaultId) => unwrap(await unlockWithPassword(deps, vaultId, vaultPassword)),
    addCase: async (session, name, words = '') => {
      const opened = unwrap(
        await createCase(caseDeps, session, (doc, ctx) =>
          setPlanField(doc, ctx, { field: 'name', value: name }),
        ),
      );
      if (words !== '') {
        opened
          .workspace()
          .typing({ item: 'plan', field: 'important' })
          .splice({ index: 0, remove: 0, insert: words });
        unwrap(await opened.workspace().flush());
      }
      return opened;
    },
    open,
    read: async (session, caseId) => {
      const opened = await open(session, caseId);
      const { state } = opened.workspace();
      await opened.close();
      return {
        name: state.plan.name.value,
        important: state.plan.important.text,
        gaps: state.missingRecords.length,
        setAside: state.setAsideRecords.length,
      };
    },
  };
};
