import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createId } from '../shared/ids.ts';
import { err, ok } from '../shared/result.ts';
import type { CaseRemoval } from '../storage/caseRemoval.ts';
import { createStorage } from '../storage/createStorage.ts';
import type { JournalPort } from '../storage/journalPort.ts';
import { createMemory, memoryJournal } from '../storage/memoryJournal.ts';
import { memoryMarker } from '../storage/vaultMarker.ts';
import type { CaseKeys } from '../vault/caseKeys.ts';
import { createVault } from '../vault/createVault.ts';
import { memoryVaultStore } from '../vault/memoryVaultStore.ts';
import { secretOf } from '../vault/secret.ts';
import { realRandom, testVaultDeps, unwrap } from '../vault/testing.ts';
import { unlockWithPassword } from '../vault/unlock.ts';
import type { VaultSession } from '../vault/vaultSession.ts';
import type { VaultStore } from '../vault/vaultStore.ts';

/**
 * Devices for tests of many writers: each with a vault of its own and a journal of its own, all with the keys of one case,
 * given from the first to the others by the vault itself. Nothing but bytes goes between them. For tests only.
 */
export interface TestDevices {
  /** The keys of one case on every device; made anew when somebody changed them. */
  readonly begin: () => Promise<readonly DeviceKeys[]>;
}

export interface DeviceKeys {
  readonly session: VaultSession;
  readonly caseId: string;
  readonly store: VaultStore;
  /** The keys of the newest epoch, from the first device. */
  readonly pair: () => Promise<void>;
  /** As the keys would be on a copy of the device. */
  readonly copy: () => Promise<DeviceKeys>;
}

/** Where one device keeps its journal; each window opens it anew. */
export interface DeviceDisk {
  readonly open: () => Promise<{
    readonly journal: JournalPort;
    readonly removal: Pick<CaseRemoval, 'rewriteCase'>;
    readonly close: () => void;
  }>;
  /** The same rows on another disk: a device that was copied. */
  readonly copy: (caseId: string) => Promise<DeviceDisk>;
}

const password = secretOf('lingon tunnbröd kåta fjällvind');

export const createTestDevices = async (count: number): Promise<TestDevices> => {
  const vaults = await Promise.all(
    Array.from({ length: count }, async (_, place) => {
      const store = memoryVaultStore();
      const made = await createVault(testVaultDeps(store), { shortName: `${place}`, password });
      return { store, session: unwrap(made).session };
    }),
  );
  const [first] = vaults;
  if (first === undefined) throw new Error('No device.');
  for (const { store, session } of vaults.slice(1)) {
    const row = unwrap(await store.getVault(session.vaultId));
    if (row !== null) unwrap(await first.store.addVault(row));
  }

  const fetchGift = async ({ store, session }: typeof first, caseId: string): Promise<void> => {
    if (store === first.store) return;
    const gift = unwrap(await first.store.getAccess(session.vaultId, caseId));
    if (gift === null) return;
    unwrap(await store.putAccess([gift]));
    unwrap(await session.acceptGiven());
  };

  let ready: readonly DeviceKeys[] | null = null;

  const keysOf = (vault: typeof first, caseId: string): DeviceKeys => {
    let keys: CaseKeys | null = null;
    const forget = (): void => {
      keys = null;
      ready = null;
    };
    // Deriving keys takes longer than most schedules: kept until they are changed.
    const session: VaultSession = {
      ...vault.session,
      openCase: async (id) => {
        if (keys !== null) return ok(keys);
        const opened = await vault.session.openCase(id);
        if (opened.ok) keys = opened.value;
        return opened;
      },
      renewDevice: (id) => {
        forget();
        return vault.session.renewDevice(id);
      },
      renewRoot: (id) => {
        forget();
        return vault.session.renewRoot(id);
      },
    };
    return {
      session,
      caseId,
      store: vault.store,
      pair: () => {
        forget();
        return fetchGift(vault, caseId);
      },
      copy: async () => {
        const { vaultId } = vault.session;
        const store = memoryVaultStore();
        const row = unwrap(await vault.store.getVault(vaultId));
        const access = unwrap(await vault.store.getAccess(vaultId, caseId));
        if (row !== null) unwrap(await store.addVault(row));
        if (access !== null) unwrap(await store.putAccess([access]));
        const opened = await unlockWithPassword(testVaultDeps(store), vaultId, password);
        return keysOf({ store, session: unwrap(opened) }, caseId);
      },
    };
  };

  const make = async (): Promise<readonly DeviceKeys[]> => {
    const { caseId } = unwrap(await first.session.createCase());
    const made: DeviceKeys[] = [];
    for (const vault of vaults) {
      const { vaultId } = vault.session;
      if (vault !== first) unwrap(await first.session.giveCase(caseId, { vaultId }));
      await fetchGift(vault, caseId);
      made.push(keysOf(vault, caseId));
    }
    return made;
  };

  return {
    begin: async () => {
      ready ??= await make();
      return ready;
    },
  };
};

export const memoryDisk = (store: VaultStore, memory = createMemory()): DeviceDisk => ({
  open: async () => {
    const journal = memoryJournal(memory);
    return {
      journal,
      removal: {
        rewriteCase: async (caseId, since, prepare) => {
          const kept = memory.cases.get(caseId);
          const state = unwrap(await journal.readSince(caseId, since));
          const prepared = await prepare(state);
          if (!prepared.ok) return err(prepared.error);
          if (kept === undefined || kept.last !== state.last) return err({ kind: 'busy' });
          const { rows, card, access } = prepared.value;
          unwrap(await store.putAccess(access));
          Object.assign(kept, {
            rows: rows.map((row, place) => ({ ...row, caseId, n: state.last + 1 + place })),
            heads: Object.fromEntries(rows.map(({ device, seq, id }) => [device, { seq, id }])),
            card,
            last: state.last + rows.length,
          });
          return ok(undefined);
        },
      },
      close: () => undefined,
    };
  },
  copy: async (caseId) => {
    const copied = createMemory();
    const kept = memory.cases.get(caseId);
    if (kept !== undefined) copied.cases.set(caseId, { ...kept, queue: Promise.resolve() });
    return memoryDisk(store, copied);
  },
});

/** The program's own storage on a database in memory. */
export const databaseDisk = (store: VaultStore): DeviceDisk => {
  const own = {
    name: `devices-${createId({ random: realRandom })}`,
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    marker: memoryMarker(),
  };
  const open: DeviceDisk['open'] = async () => {
    const storage = createStorage(own);
    unwrap(await storage.open());
    // A database without a vault is swept when it is opened.
    for (const row of unwrap(await store.listVaults())) {
      if (unwrap(await storage.vaults.getVault(row.vaultId)) === null) {
        unwrap(await storage.vaults.addVault(row));
      }
    }
    return {
      journal: storage.journal,
      removal: {
        rewriteCase: async (caseId, since, prepare) => {
          const written = await storage.removal.rewriteCase(caseId, since, prepare);
          if (!written.ok) return written;
          // Access rows lie in this database, and the sessions of the test in another place.
          for (const vaultId of unwrap(await storage.vaults.listCaseAccess(caseId))) {
            unwrap(await store.putAccess([vaultId]));
          }
          return written;
        },
      },
      close: storage.close,
    };
  };
  return {
    open,
    copy: async (caseId) => {
      const [from, to] = [await open(), databaseDisk(store)];
      const state = unwrap(await from.journal.readSince(caseId, 0));
      from.close();
      const target = await to.open();
      unwrap(
        await target.journal.append<never>(caseId, 0, async () =>
          ok({ rows: [], received: { rows: state.rows, heads: state.heads } }),
        ),
      );
      target.close();
      return to;
    },
  };
};
