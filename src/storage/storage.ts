/** All that is kept on this device, put together. */
import type { Result } from '../shared/result.ts';
import type { StoreError, VaultStore } from '../vault/vaultStore.ts';
import type { JournalPort } from './journalPort.ts';

export interface StorageRoom {
  /** Bytes used and allowed, where the browser tells. */
  readonly used: number | null;
  readonly allowed: number | null;
  /** True when the browser has promised not to clear it; null when it does not say. */
  readonly persisted: boolean | null;
}

export interface Storage {
  readonly vaults: VaultStore;
  readonly journal: JournalPort;
  /** Opens the database and tells apart what can be wrong with it. Safe to call again. */
  open(): Promise<Result<void, StoreError>>;
  /** Called when the browser has closed the database, or a newer window waits for this one to close. */
  onTrouble(listener: (error: StoreError | { readonly kind: 'newerWaits' }) => void): () => void;
  /** Asks the browser not to clear what is kept here. */
  askToKeep(): Promise<StorageRoom>;
  room(): Promise<StorageRoom>;
  close(): void;
}
