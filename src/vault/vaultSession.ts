/** An unlocked vault: what the rest of the program may ask of it. No key ever leaves it. */
import type { Bytes } from '../shared/bytes.ts';
import type { Result } from '../shared/result.ts';
import type { CaseKeys } from './caseKeys.ts';
import type { SealError, VaultError } from './errors.ts';
import type { RootWork } from './rootWork.ts';
import type { StandIns } from './standIns.ts';
import type { AccessRow, SealedRow } from './vaultStore.ts';

export interface GivenCase {
  readonly caseId: string;
  /** Vault id of the colleague who gave it. */
  readonly from: string;
}

export interface RenewedRoot {
  readonly keys: CaseKeys;
  readonly access: readonly AccessRow[];
  readonly standIns: readonly SealedRow[];
}

export interface VaultSession extends StandIns, RootWork {
  readonly vaultId: string;
  readonly shortName: string;
  /** To be given a case. */
  readonly publicKey: Bytes;
  /** A new random root, epoch 1; its access row is on disk when this says ok. */
  createCase(): Promise<Result<CaseKeys, VaultError>>;
  openCase(caseId: string): Promise<Result<CaseKeys, VaultError>>;
  /** Cases that this vault can open. */
  listCases(): Promise<Result<readonly string[], VaultError>>;
  /** Many cards at once, without opening the cases. `card` is null where it does not open: rebuild it. */
  openCards(
    rows: readonly { readonly caseId: string; readonly bytes: Bytes }[],
  ): Promise<Result<readonly { readonly caseId: string; readonly card: unknown }[], VaultError>>;
  /** A sealed JSON value of this vault, such as `person` (Mina uppgifter); null when it was never written. */
  readValue(name: string): Promise<Result<unknown, VaultError>>;
  /** Durable when it says ok. `name` stands in clear: never anything about a person. */
  writeValue(name: string, value: unknown): Promise<Result<void, VaultError | SealError>>;
  /** As `writeValue`, but only sealed: to be written together with something else. */
  sealValue(name: string, value: unknown): Promise<Result<SealedRow, VaultError | SealError>>;
  /** Of this vault's own sealed values, the names that begin so. */
  valueNames(prefix: string): Promise<Result<readonly string[], VaultError>>;
  /** Gone when it says ok. */
  forgetValue(name: string): Promise<Result<void, VaultError>>;
  /** Seals the case's root to a colleague on this device, who has it from the next unlock. The caller logs it. */
  giveCase(
    caseId: string,
    to: { readonly vaultId: string },
  ): Promise<Result<void, VaultError | { readonly kind: 'alreadyHas' }>>;
  /** Takes in what colleagues have given since last time. Call it after unlocking; the caller logs each. */
  acceptGiven(): Promise<Result<readonly GivenCase[], VaultError>>;
  /**
   * Takes from a backup the keys of cases whose own keys here can no longer be read; one that can is never replaced.
   * Gives how many.
   */
  mendAccess(rows: readonly AccessRow[]): Promise<Result<number, VaultError>>;
  /** A new device id in a case: after two records with one device and `seq`, or a restore. Open the case again. */
  renewDevice(caseId: string): Promise<Result<CaseKeys, VaultError>>;
  /** A new device id in every case: what is on disk may have come back from a copy. */
  renewAllDevices(): Promise<Result<void, VaultError>>;
  /**
   * A new root in a new epoch for a case whose journal is written anew (removal). Nothing is on disk yet: the access
   * rows, this vault's own and a gift to each colleague on the device who had the case, and what was sealed to chosen
   * stand-ins, go in one transaction with the new journal. Until then the old keys hold.
   */
  renewRoot(caseId: string): Promise<Result<RenewedRoot, VaultError>>;
  /** Forgets every key. What is open must have been written first. */
  lock(): void;
}
