/**
 * The database on the device, version 1 (docs/decisions/0001-one-journal-per-device.md).
 * In clear stand random ids, numbers, public keys, salts and the short name of a vault; all else is sealed.
 * A change adds a version below and a fixture beside `fixtures/database-1.json`; an old version is never edited.
 */
import { Dexie, type Table } from 'dexie';
import type { Bytes } from '../shared/bytes.ts';
import type { AccessRow, VaultRow } from '../vault/vaultStore.ts';
import type { JournalRow } from './journalPort.ts';

export const databaseName = 'sip';
export const schemaVersion = 1;

export interface SealedRow {
  readonly vaultId: string;
  readonly name: string;
  readonly bytes: Bytes;
}

export interface HeadRow {
  readonly caseId: string;
  readonly device: string;
  readonly seq: number;
  readonly id: string;
}

export interface CaseBytesRow {
  readonly caseId: string;
  readonly bytes: Bytes;
}

export interface SipDatabase extends Dexie {
  readonly vaults: Table<VaultRow, string>;
  readonly access: Table<AccessRow, [string, string]>;
  readonly sealed: Table<SealedRow, [string, string]>;
  readonly records: Table<JournalRow, [string, number]>;
  readonly heads: Table<HeadRow, [string, string]>;
  readonly cards: Table<CaseBytesRow, string>;
  readonly meetingSnapshots: Table<CaseBytesRow, string>;
}

export interface IndexedDbDep {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof globalThis.IDBKeyRange;
}

/** Not yet opened. Every transaction is durable on disk before it is said to be done, unless told otherwise. */
export const createDatabase = (
  deps: IndexedDbDep,
  name: string,
  durability: 'strict' | 'relaxed' = 'strict',
): SipDatabase => {
  const db = new Dexie(name, {
    autoOpen: false,
    chromeTransactionDurability: durability,
    indexedDB: deps.indexedDB,
    IDBKeyRange: deps.IDBKeyRange,
  }) as SipDatabase;
  db.version(schemaVersion).stores({
    vaults: 'vaultId',
    access: '[vaultId+caseId], vaultId, caseId',
    sealed: '[vaultId+name], vaultId',
    records: '[caseId+n]',
    heads: '[caseId+device], caseId',
    cards: 'caseId',
    // Holds no snapshots: a meeting is read from its facts (docs/decisions/0032). Only `overwrite.ts` writes here.
    meetingSnapshots: 'caseId',
  });
  return db;
};
