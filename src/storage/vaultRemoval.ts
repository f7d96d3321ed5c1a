/** Taking a vault away: its keys first, then what nobody can open without them. Loaded when it is asked for. */
import { ok } from '../shared/result.ts';
import { standInPrefix } from '../vault/standInNames.ts';
import type { VaultStore } from '../vault/vaultStore.ts';
import type { Connection } from './connection.ts';
import type { VaultStoreDeps } from './dexieVaultStore.ts';
import { markOverwrite } from './overwriteRows.ts';
import { removeNamed } from './removeNamed.ts';
import type { SipDatabase } from './schema.ts';
import { markWiped } from './wipedMark.ts';

export const dexieVaultRemoval = (
  { run }: Connection,
  { marker, overwriter }: VaultStoreDeps,
): Pick<VaultStore, 'destroyKeys' | 'destroyRest'> => ({
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
    if (left.value === 0) await marker.clear();
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
