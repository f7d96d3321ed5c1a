/**
 * Reads all rows for a backup in one transaction, and adds those of a backup to what is here. A case that is here is
 * joined as a set of records; one whose journal was written anew since (removal) is left alone, so that nothing that was
 * taken away comes back by itself (docs/decisions/0040).
 */
import { Dexie } from 'dexie';
import { associatedBytes } from '../protocol/limits.ts';
import { type Bytes, bytesEqual } from '../shared/bytes.ts';
import { err, type Result } from '../shared/result.ts';
import { portableVault } from '../vault/portableVault.ts';
import type { AccessRow } from '../vault/vaultStore.ts';
import type {
  AddedCase,
  BackupHead,
  BackupRecord,
  BackupStore,
  CaseRows,
  DeviceRows,
} from './backupPort.ts';
import type { Connection } from './connection.ts';
import type { JournalDeps } from './dexieJournal.ts';
import type { JournalError, JournalRow } from './journalPort.ts';
import type { SipDatabase } from './schema.ts';
import type { VaultMarker } from './vaultMarker.ts';
import { unmarkWiped } from './wipedMark.ts';

export const dexieBackup = (
  { run }: Connection,
  { lock, grown, lockWaitMs, marker }: JournalDeps & { readonly marker: VaultMarker },
): BackupStore => ({
  readAll: () => run((db) => db.transaction('r', tables(db), () => readAll(db)), 'long'),

  addVaults: async ({ vaults, sealed }) => {
    const added = await run((db) =>
      db.transaction('rw', db.vaults, db.sealed, async () => {
        const here = new Map((await db.vaults.toArray()).map((row) => [row.vaultId, row]));
        const fresh = vaults.filter(({ vaultId }) => !here.has(vaultId));
        const ids = new Set(fresh.map(({ vaultId }) => vaultId));
        await db.vaults.bulkAdd(fresh);
        if (fresh.length > 0) await unmarkWiped(db);
        await db.sealed.bulkPut(sealed.filter(({ vaultId }) => ids.has(vaultId)));
        const usable = vaults.filter(({ vaultId, publicKey }) =>
          bytesEqual(here.get(vaultId)?.publicKey ?? publicKey, publicKey),
        );
        return { added: fresh.length, usable: usable.map(({ vaultId }) => vaultId) };
      }),
    );
    if (added.ok && added.value.added > 0) await marker.set();
    return added;
  },

  addCase: async (rows, access): Promise<Result<AddedCase, JournalError>> => {
    const held = await lock.hold(rows.caseId, lockWaitMs, () =>
      run((db) => db.transaction('rw', tables(db), () => addCase(db, rows, access)), 'long'),
    );
    if (!held.ok) return held;
    if (!held.value.ok) return err(held.value.error);
    if (held.value.value.records > 0) grown.tell(rows.caseId);
    return held.value;
  },
});

const tables = (db: SipDatabase) => [
  db.vaults,
  db.access,
  db.sealed,
  db.records,
  db.heads,
  db.cards,
];

const readAll = async (db: SipDatabase): Promise<DeviceRows> => {
  const [vaults, sealed, access, records, heads, cards] = await Promise.all([
    db.vaults.toArray(),
    db.sealed.toArray(),
    db.access.toArray(),
    db.records.orderBy('[caseId+n]').toArray(),
    db.heads.toArray(),
    db.cards.toArray(),
  ]);
  const recordsOf = byCase(records);
  const headsOf = byCase(heads);
  const cardOf = new Map(cards.map(({ caseId, bytes }) => [caseId, bytes]));
  return {
    keys: { vaults: vaults.map(portableVault), sealed, access },
    // A case in which nothing was ever written was never begun.
    cases: [...recordsOf].map(([caseId, rows]) => ({
      caseId,
      records: rows.map(({ device, seq, bytes }) => ({ device, seq, bytes })),
      heads: (headsOf.get(caseId) ?? []).map(({ device, seq, id }) => ({ device, seq, id })),
      card: cardOf.get(caseId) ?? null,
    })),
  };
};

const addCase = async (
  db: SipDatabase,
  { caseId, records, heads, card }: CaseRows,
  access: readonly AccessRow[],
): Promise<AddedCase> => {
  const here = await db.records
    .where('[caseId+n]')
    .between([caseId, 0], [caseId, Dexie.maxKey])
    .toArray();
  const theirs = records.at(-1);
  const ours = here.at(-1);
  if (theirs === undefined) return { outcome: 'other', records: 0 };
  if (ours !== undefined && !sameChannel(ours.bytes, theirs.bytes)) {
    return { outcome: 'other', records: 0 };
  }
  const keys = await lackingAccess(db, caseId, access);
  if (keys === null) return { outcome: 'other', records: 0 };

  const lacking = lackingRecords(here, records);
  const first = (ours?.n ?? 0) + 1;
  await db.access.bulkPut(keys);
  await db.records.bulkAdd(
    lacking.map((record, place) => ({ caseId, n: first + place, ...record })),
  );
  await raiseHeads(db, caseId, heads);
  // A card that is here speaks of what is here; after records were added it is made anew from the journal.
  if (ours === undefined && card !== null) await db.cards.put({ caseId, bytes: card });
  if (ours !== undefined && lacking.length > 0) await db.cards.delete(caseId);
  if (ours === undefined) return { outcome: 'new', records: lacking.length };
  return {
    outcome: lacking.length > 0 || keys.length > 0 ? 'joined' : 'same',
    records: lacking.length,
  };
};

/** The keys that vaults here do not have yet; null when one here has keys of another epoch. */
const lackingAccess = async (
  db: SipDatabase,
  caseId: string,
  access: readonly AccessRow[],
): Promise<AccessRow[] | null> => {
  const vaults = new Set(await db.vaults.toCollection().primaryKeys());
  const having = await db.access.where({ caseId }).toArray();
  const theirs = access.filter((row) => row.caseId === caseId);
  if (having.some(({ epoch }) => theirs.some((row) => row.epoch !== epoch))) return null;
  const have = new Set(having.map(({ vaultId }) => vaultId));
  return theirs
    .filter(({ vaultId }) => vaults.has(vaultId) && !have.has(vaultId))
    .map((row) => ({ ...row, restored: true }));
};

/** No device writes as many: who says so would take the numbers from those who write on. */
const highestSeq = 2 ** 32;

/** A number that a device has once given is never given again: the higher head holds. */
const raiseHeads = async (
  db: SipDatabase,
  caseId: string,
  heads: readonly BackupHead[],
): Promise<void> => {
  const known = new Map(
    (await db.heads.where({ caseId }).toArray()).map(({ device, seq }) => [device, seq]),
  );
  await db.heads.bulkPut(
    heads
      .filter(({ device, seq }) => seq <= highestSeq && seq > (known.get(device) ?? 0))
      .map((head) => ({ caseId, ...head })),
  );
};

const byCase = <Row extends { readonly caseId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.caseId);
    if (group === undefined) groups.set(row.caseId, [row]);
    else group.push(row);
  }
  return groups;
};

/** Version, channel and epoch stand first in every sealed record. */
const sameChannel = (one: Bytes, other: Bytes): boolean =>
  bytesEqual(one.subarray(0, associatedBytes), other.subarray(0, associatedBytes));

/** One set by device, number and bytes; two records under one number are both kept, as anywhere. */
const lackingRecords = (
  here: readonly JournalRow[],
  records: readonly BackupRecord[],
): readonly BackupRecord[] => {
  const place = ({ device, seq }: BackupRecord): string => `${device} ${seq}`;
  const known = new Map<string, Bytes[]>();
  const isNew = (record: BackupRecord): boolean => {
    const there = known.get(place(record)) ?? [];
    if (there.some((bytes) => bytesEqual(bytes, record.bytes))) return false;
    known.set(place(record), [...there, record.bytes]);
    return true;
  };
  here.forEach(isNew);
  return records.filter(isNew);
};
