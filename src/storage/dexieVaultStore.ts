/** The rows of vaults on disk. Every write is one durable transaction. */
import { late } from '../shared/late.ts';
import { err, ok } from '../shared/result.ts';
import type { VaultStore } from '../vault/vaultStore.ts';
import type { Connection } from './connection.ts';
import { markOverwrite } from './overwriteRows.ts';
import type { Overwriter } from './overwriter.ts';
import type { VaultMarker } from './vaultMarker.ts';
import { unmarkWiped } from './wipedMark.ts';

export interface VaultStoreDeps {
  readonly marker: VaultMarker;
  readonly overwriter: Overwriter;
}

export const dexieVaultStore = (
  connection: Connection,
  { marker, overwriter }: VaultStoreDeps,
): VaultStore => {
  const { run } = connection;
  const removal = late(async () =>
    (await import('./vaultRemoval.ts')).dexieVaultRemoval(connection, { marker, overwriter }),
  );
  return {
    listVaults: async () => {
      const vaults = await run((db) => db.vaults.toArray());
      // Emptied under an open window: never to be shown as "no plans".
      return vaults.ok && vaults.value.length === 0 && (await marker.isSet())
        ? err({ kind: 'vanished' })
        : vaults;
    },

    getVault: (vaultId) => run(async (db) => (await db.vaults.get(vaultId)) ?? null),

    addVault: async (row) => {
      const added = await run((db) =>
        db.transaction('rw', db.vaults, db.sealed, async () => {
          await db.vaults.add(row);
          await unmarkWiped(db);
        }),
      );
      if (!added.ok) return added;
      await marker.set();
      return ok(undefined);
    },

    updateVault: async (vaultId, change) => {
      let isReplaced = false;
      const updated = await run((db) =>
        db.transaction('rw', db.vaults, db.meetingSnapshots, async () => {
          const row = await db.vaults.get(vaultId);
          if (row === undefined) return null;
          const changed = change(row);
          isReplaced = ways.some((way) => row[way] !== undefined && row[way] !== changed[way]);
          if (changed !== row) await db.vaults.put(changed);
          if (isReplaced) await markOverwrite(db);
          return changed;
        }),
      );
      if (updated.ok && isReplaced) overwriter.soon();
      return updated;
    },

    listAccess: (vaultId) => run((db) => db.access.where({ vaultId }).toArray()),

    listCaseAccess: (caseId) => run((db) => db.access.where({ caseId }).toArray()),

    getAccess: (vaultId, caseId) =>
      run(async (db) => (await db.access.get([vaultId, caseId])) ?? null),

    putAccess: (rows) =>
      run(async (db) => {
        await db.access.bulkPut([...rows]);
      }),

    getSealed: (vaultId, name) =>
      run(async (db) => (await db.sealed.get([vaultId, name]))?.bytes ?? null),

    putSealed: (vaultId, name, bytes) =>
      run(async (db) => {
        await db.sealed.put({ vaultId, name, bytes });
      }),

    listSealed: (prefix) =>
      // A vault has a handful of values: no index is worth its place.
      run((db) => db.sealed.filter(({ name }) => name.startsWith(prefix)).toArray()),

    changeSealed: async ({ remove = [], put = [], access = [] }) => {
      const changed = await run((db) =>
        db.transaction('rw', db.sealed, db.access, db.meetingSnapshots, async () => {
          await db.sealed.bulkDelete(
            remove.map(({ vaultId, name }): [string, string] => [vaultId, name]),
          );
          await db.sealed.bulkPut([...put]);
          await db.access.bulkPut([...access]);
          if (remove.length > 0) await markOverwrite(db);
        }),
      );
      if (changed.ok && remove.length > 0) overwriter.soon();
      return changed;
    },

    destroyKeys: (vaultId) => removal((loaded) => loaded.destroyKeys(vaultId)),
    destroyRest: (vaultId) => removal((loaded) => loaded.destroyRest(vaultId)),
  };
};

/** What the key of a vault is wrapped in: a way that is replaced shall open nothing any more. */
const ways = ['password', 'reserve', 'passkey', 'recovery'] as const;
