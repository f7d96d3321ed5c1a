/** What a backup asks of the rows on this device: to read them all as they stand at one moment, and to add what is missing. */
import type { Bytes } from '../shared/bytes.ts';
import type { Result } from '../shared/result.ts';
import type { AccessRow, StoreError, VaultRow } from '../vault/vaultStore.ts';
import type { JournalError } from './journalPort.ts';
import type { HeadRow, SealedRow } from './schema.ts';

/** Vaults, what they keep for themselves, and which cases they can open. */
export interface KeyRows {
  readonly vaults: readonly VaultRow[];
  readonly sealed: readonly SealedRow[];
  readonly access: readonly AccessRow[];
}

export interface BackupRecord {
  readonly device: string;
  readonly seq: number;
  readonly bytes: Bytes;
}

export type BackupHead = Omit<HeadRow, 'caseId'>;

/** One case: all of it, or what one piece of a file holds of it. */
export interface CaseRows {
  readonly caseId: string;
  readonly records: readonly BackupRecord[];
  readonly heads: readonly BackupHead[];
  readonly card: Bytes | null;
}

export interface DeviceRows {
  readonly keys: KeyRows;
  readonly cases: readonly CaseRows[];
}

export interface AddedCase {
  /**
   * `new`: it was not here. `joined`: it was, and what it lacked was added. `same`: nothing was lacking. `other`: it was
   * written anew here, or there, since the backup (removal); it is left as it is here.
   */
  readonly outcome: 'new' | 'joined' | 'same' | 'other';
  /** How many records were added. */
  readonly records: number;
}

/** Never takes away or replaces anything. Every write is one durable transaction. */
export interface BackupStore {
  readAll(): Promise<Result<DeviceRows, StoreError>>;
  /**
   * Adds vaults that are not here, with their values. `usable`: of those asked for, the ones that now are here; another
   * vault under the same id is none of them.
   */
  addVaults(
    rows: Omit<KeyRows, 'access'>,
  ): Promise<Result<{ readonly added: number; readonly usable: readonly string[] }, StoreError>>;
  /** Adds a case, or what it lacks, with the keys to it of vaults that are here. */
  addCase(rows: CaseRows, access: readonly AccessRow[]): Promise<Result<AddedCase, JournalError>>;
}
