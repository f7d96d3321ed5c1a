/** The rows of vaults on disk. Every write is one durable transaction. */
import { err, ok } from '../shared/result.ts';
import { standInPrefix } from '../vault/standInNames.ts';
import type { VaultStore } from '../vault/vaultStore.ts';
import type { Connection } from './connection.ts';
import { markOverwrite, type Overwriter } from './overwriter.ts';
import type { SipDatabase } from './schema.ts';
import type { VaultMarker } from './vaultMarker.ts';
import { markWiped, unmarkWiped } from './wipedMark.ts';

export const dexieVaultStore = (
  { run }: Connection,
  { marker, overwriter }: { readonly marker: VaultMarker; readonly overwriter: Overwriter },
): VaultStore => ({
  listVaults: async () => {
    const vaults = await run((db) => db.vaults.toArray());
    // Emptied under an open window: never to be shown as "no plans".
    return vaults.ok && vaults.value.length === 0 && marker.isSet()
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
    marker.set();
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

  destroyKeys: async (vaultId) => {
    const left = await run((db) =>
      db.transaction('rw', [db.vaults, db.access, db.sealed, db.meetingSnapshots], async () => {
        await db.vaults.delete(vaultId);
        await db.access.where({ vaultId }).delete();
        await removeNamed(db, vaultId, standInPrefix);
        const vaults = await db.vaults.count();
        if (vaults === 0) await markWiped(db);
        await markOverwrite(db);
        return vaults;
      }),
    );
    if (!left.ok) return left;
    if (left.value === 0) marker.clear();
    return ok(undefined);
  },

  destroyRest: async (vaultId) => {
    const destroyed = await run(
      (db) =>
        db.transaction(
          'rw',
          [db.access, db.sealed, db.records, db.heads, db.cards, db.meetingSnapshots],
          async () => {
            await db.sealed.where({ vaultId }).delete();
            // Not the index's own unique keys: WebKit opens no such cursor where rows have just been taken away.
            const access = await db.access.toCollection().primaryKeys();
            const kept = new Set(access.map(([, caseId]) => caseId));
            await deleteCasesOutside(db, kept);
            await markOverwrite(db);
          },
        ),
      'long',
    );
    if (destroyed.ok) overwriter.soon();
    return destroyed;
  },
});

/** What the key of a vault is wrapped in: a way that is replaced shall open nothing any more. */
const ways = ['password', 'reserve', 'passkey', 'recovery'] as const;

/** The values of a vault whose name begins so. */
export const removeNamed = async (
  db: Pick<SipDatabase, 'sealed'>,
  vaultId: string,
  prefix: string,
): Promise<void> => {
  await db.sealed
    .where({ vaultId })
    .filter(({ name }) => name.startsWith(prefix))
    .delete();
};

const deleteCasesOutside = async (db: SipDatabase, kept: ReadonlySet<unknown>): Promise<void> => {
  const lost = <Key>(keys: readonly Key[], caseOf: (key: Key) => string): Key[] =>
    keys.filter((key) => !kept.has(caseOf(key)));
  await db.records.bulkDelete(lost(await db.records.toCollection().primaryKeys(), ([id]) => id));
  await db.heads.bulkDelete(lost(await db.heads.toCollection().primaryKeys(), ([id]) => id));
  await db.cards.bulkDelete(lost(await db.cards.toCollection().primaryKeys(), (id) => id));
  await db.meetingSnapshots.bulkDelete(
    lost(await db.meetingSnapshots.toCollection().primaryKeys(), (id) => id),
  );
};
