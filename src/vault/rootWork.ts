/**
 * Roots of cases on their way between devices (docs/sync-protocol.md, *Rings*). A **ring** is a channel that carries roots:
 * between one's own devices, or to one colleague who writes. A root leaves this folder only sealed: under the ring's
 * content key, or to the public key of the vault that is to have it.
 */
import type { Bytes } from '../shared/bytes.ts';
import type { Result } from '../shared/result.ts';
import type { CaseKeys } from './caseKeys.ts';
import type { VaultError } from './errors.ts';
import type { AccessRow } from './vaultStore.ts';

export interface RootWork {
  /** A new ring with a root of its own, on disk when this says ok. */
  createRing(): Promise<Result<CaseKeys, VaultError>>;
  /** What of this vault's has roots here, rings among them. */
  listRoots(): Promise<Result<readonly RootHere[], VaultError>>;
  /** The root of a case or of another ring, as it may lie in the ring. */
  sealRoot(ring: CaseKeys, caseId: string): Promise<Result<Bytes, VaultError>>;
  /** What `sealRoot` made. Nothing is on disk yet. */
  openRoot(ring: CaseKeys, sealed: Bytes): Promise<Result<ComingRoot, VaultError>>;
  /** The root of a case or of a ring, to one vault alone: its `publicKey`. */
  boxRoot(caseId: string, publicKey: Bytes): Promise<Result<Bytes, VaultError>>;
  /** What `boxRoot` made for this vault. Nothing is on disk yet. */
  openBoxedRoot(box: Bytes): Promise<Result<ComingRoot, VaultError>>;
  /** The vault has it from now on; marked as coming until `rootArrived`. On disk when this says ok. */
  keepRoot(coming: ComingRoot): Promise<Result<void, VaultError>>;
  /** All of it has come. */
  rootArrived(caseId: string): Promise<Result<void, VaultError>>;
}

export interface RootHere {
  readonly caseId: string;
  readonly epoch: number;
  readonly isRing: boolean;
  readonly isComing: boolean;
}

export interface ComingRoot {
  readonly keys: CaseKeys;
  readonly isRing: boolean;
  readonly access: AccessRow;
  /** To each colleague on this device who has the case under an older root. */
  readonly gifts: readonly AccessRow[];
}
