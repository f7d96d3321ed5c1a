/**
 * The SQLite file of the store: how it is opened, and its tables.
 *
 * What came from outside lies in two tables only, `channels` and `blobs`, in cells of fixed sizes. They are never
 * removed, but overwritten where they lie and used again. SQLite moves cells between pages when rows are removed or grow,
 * and may leave the old ones in the empty part of a page; of these nothing is ever left. All other tables hold small
 * numbers that say nothing, and tombstones, which stay.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openWalSync, type SyncFile, type WalSync } from './walSync.ts';

/** Each is run once, in order. A later one is added below, never changed. */
const migrations: readonly string[] = [
  `
  -- id, publicKey, readTokenHash, snapshotId (32 each), opener (16); all zeros where the place is free.
  CREATE TABLE channels (n INTEGER PRIMARY KEY, head BLOB NOT NULL);
  -- use: 1 log, 2 share, 0 gone and being wiped, NULL free. marks: the first four bytes of what is looked for.
  CREATE TABLE states (
    n INTEGER PRIMARY KEY, use INTEGER, id_mark INTEGER, opener_mark INTEGER,
    opened_on INTEGER NOT NULL, used_on INTEGER NOT NULL, last INTEGER NOT NULL, bytes INTEGER NOT NULL
  );
  CREATE INDEX states_id ON states (id_mark) WHERE use > 0;
  CREATE INDEX states_opener ON states (opener_mark) WHERE use > 0;
  CREATE INDEX states_used ON states (used_on) WHERE use > 0;
  CREATE INDEX states_wiped ON states (n) WHERE use = 0;
  CREATE INDEX states_free ON states (n) WHERE use IS NULL;
  -- A record's id and sealed bytes; both zeros where the place is free.
  CREATE TABLE blobs (slot INTEGER PRIMARY KEY, id BLOB NOT NULL, bytes BLOB NOT NULL);
  CREATE TABLE free_slots (size INTEGER, slot INTEGER, PRIMARY KEY (size, slot)) WITHOUT ROWID;
  -- kind: 1 record, 2 snapshot, 3 projection. size 0: replaced and deleted, only the id is known.
  CREATE TABLE items (
    channel INTEGER, cursor INTEGER, mark INTEGER NOT NULL, kind INTEGER NOT NULL,
    size INTEGER NOT NULL, slot INTEGER NOT NULL, replaced_on INTEGER, PRIMARY KEY (channel, cursor)
  ) WITHOUT ROWID;
  CREATE INDEX items_replaced ON items (replaced_on) WHERE replaced_on IS NOT NULL;
  -- why: 1 ended, 2 aged.
  CREATE TABLE tombstones (channel_id BLOB PRIMARY KEY, why INTEGER NOT NULL, gone_on INTEGER NOT NULL) WITHOUT ROWID;
  `,
  // key: 16 bytes of a hash of the code.
  `
  CREATE TABLE invites (
    n INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, label TEXT NOT NULL, channels INTEGER NOT NULL,
    bytes INTEGER NOT NULL, made_on INTEGER NOT NULL, is_revoked INTEGER NOT NULL
  );
  `,
];

const schemaOf = (db: DatabaseSync): number => {
  const row = db.prepare('PRAGMA user_version').get();
  return Number(row?.['user_version'] ?? 0);
};

const migrate = (db: DatabaseSync): void => {
  if (schemaOf(db) > migrations.length)
    throw new Error('The data was written by a newer version of this program. Start that one.');
  for (let done = schemaOf(db); done < migrations.length; done = schemaOf(db)) {
    db.exec('BEGIN IMMEDIATE');
    try {
      // Another that started at the same time may have been here before.
      if (schemaOf(db) === done) {
        db.exec(migrations[done] ?? '');
        db.exec(`PRAGMA user_version = ${done + 1}`);
      }
      db.exec('COMMIT');
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  }
};

export const databaseFile = (folder: string): string => join(folder, 'sync.sqlite');

export interface OwnDatabase {
  /** What is committed is on disk only after `wal.sync()`. */
  readonly db: DatabaseSync;
  readonly wal: WalSync;
  readonly close: () => Promise<void>;
}

/**
 * Makes the folder where it is missing. Throws when another process has it: two would not hear of each other's records.
 * The lock is the system's: it is gone with the process, however that ended.
 */
export const openOwnDatabase = (folder: string, syncFile?: SyncFile): OwnDatabase => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(folder, 'in-use.sqlite'));
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new Error('Another server uses this data folder. Stop it, or set another SIP_DATA.');
  }
  try {
    const db = openToWrite(folder);
    // Commits do not wait for the disk themselves. Checkpoints do, before they overwrite anything.
    db.exec('PRAGMA synchronous = NORMAL');
    const wal = openWalSync(`${databaseFile(folder)}-wal`, syncFile);
    return {
      db,
      wal,
      close: async () => {
        await wal.close();
        db.close();
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw error;
  }
};

const openToWrite = (folder: string): DatabaseSync => {
  const db = new DatabaseSync(databaseFile(folder), { timeout: 5_000 });
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
    db.exec(
      'PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -65536; PRAGMA trusted_schema = OFF',
    );
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** For what only reads and writes tables that the server does not remember, also while one has the folder. */
export const openBeside = (folder: string): DatabaseSync => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return openToWrite(folder);
};

/** To read what is there, also while a server writes. Throws where there is nothing. */
export const openToRead = (folder: string): DatabaseSync => {
  const db = new DatabaseSync(databaseFile(folder), { readOnly: true, timeout: 5_000 });
  if (schemaOf(db) !== migrations.length) {
    db.close();
    throw new Error('The data has another version than this program. Start the server once first.');
  }
  return db;
};
