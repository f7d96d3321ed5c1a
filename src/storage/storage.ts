/** All that is kept on this device, put together. */
import type { Result } from '../shared/result.ts';
import type { StoreError, VaultStore } from '../vault/vaultStore.ts';
import type { BackupStore } from './backupPort.ts';
import type { CaseRemoval } from './caseRemoval.ts';
import type { Trouble } from './connection.ts';
import type { JournalPort } from './journalPort.ts';

export interface Storage {
  readonly vaults: VaultStore;
  readonly journal: JournalPort;
  readonly removal: CaseRemoval;
  /** Reads all and adds what is missing; its code is loaded when it is first asked for. Null: it could not be had. */
  backup(): Promise<BackupStore | null>;
  /** Opens the database and tells apart what can be wrong with it. Safe to call again. */
  open(): Promise<Result<void, StoreError>>;
  /**
   * Called when the browser has closed the database, when it does not answer, or a newer window waits for this one to
   * close; null when what was told is over.
   */
  onTrouble(listener: (trouble: Trouble | null) => void): () => void;
  /** After `vanished`, when a person has read what happened and begins anew. */
  beginAnew(): Promise<Result<void, StoreError>>;
  close(): void;
}
