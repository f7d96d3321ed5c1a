/**
 * What a vault asks of whoever keeps its rows. `storage/` answers; the vault knows no database.
 * In clear stand only random ids, the short name that the owner chose, public keys, salts and counts.
 */
import type { Bytes } from '../shared/bytes.ts';
import type { Instant } from '../shared/deps.ts';
import type { Result } from '../shared/result.ts';

export type StoreError =
  /** The disk or the quota is full. Nothing was written. */
  | { readonly kind: 'quota' }
  /** The browser closed the database. Nothing is lost; the page must be opened again. */
  | { readonly kind: 'closed' }
  /** The database does not answer. What was begun may still be written; ask again. */
  | { readonly kind: 'slow' }
  /** Another window holds an older version open. */
  | { readonly kind: 'blocked' }
  /** A vault has been here, and the database came back empty. Never to be shown as "no plans". */
  | { readonly kind: 'vanished' }
  /** Written by a newer version of the program. */
  | { readonly kind: 'newerVersion' }
  /** The browser offers no database here (private window, blocked storage). */
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'failed'; readonly name: string };

/** The vault key, wrapped by a password. The parameters stand beside the salt: raised, never lowered. */
export interface PasswordWrap {
  readonly salt: Bytes;
  readonly memoryKiB: number;
  readonly iterations: number;
  readonly parallelism: number;
  /** nonce ‖ AES-256-GCM. */
  readonly wrapped: Bytes;
}

/** The vault key, wrapped by the reserve code: 128 random bits need no slow derivation. */
export interface ReserveWrap {
  readonly salt: Bytes;
  readonly wrapped: Bytes;
}

/** The vault key, sealed to an organisation's public recovery key. */
export interface RecoveryWrap {
  readonly publicKey: Bytes;
  readonly box: Bytes;
}

/** The vault key, wrapped by what a passkey gives (WebAuthn PRF). Stands beside the others, never instead of them. */
export interface PasskeyWrap {
  /** Names the passkey to the browser. Random, says nothing about a person. */
  readonly credentialId: Bytes;
  /** What the passkey is asked: 32 random bytes, for this vault and this passkey alone. */
  readonly salt: Bytes;
  readonly wrapped: Bytes;
  readonly addedAt: Instant;
}

/** A question to an organisation's recovery key that waits for its answer (docs/recovery.md). */
export interface AskedRecovery {
  /** X25519, made on this device for this one question: the answer is sealed to it. */
  readonly publicKey: Bytes;
  /** AES-256-GCM, not extractable: it never leaves this browser, so the answer opens nothing elsewhere. */
  readonly lock: CryptoKey;
  /** The private half, sealed by `lock`. */
  readonly sealed: Bytes;
}

export interface VaultRow {
  readonly vaultId: string;
  /** The one personal word in clear: chosen by its owner, a letter will do. */
  readonly shortName: string;
  /** X25519: to be given a case. */
  readonly publicKey: Bytes;
  readonly password: PasswordWrap;
  readonly reserve: ReserveWrap;
  readonly recovery?: RecoveryWrap;
  readonly passkey?: PasskeyWrap;
  readonly asked?: AskedRecovery;
  /** When it was last opened: tells two vaults with one short name apart. */
  readonly openedAt?: Instant;
  /** Wrong tries since the last right one, and when the last began. */
  readonly attempts: { readonly failed: number; readonly lastAt: Instant };
}

/** That a vault can open a case. */
export interface AccessRow {
  readonly vaultId: string;
  readonly caseId: string;
  readonly epoch: number;
  /** `own`: root and device id under this vault's key. `given`: the root sealed to this vault, not yet taken in. */
  readonly state: 'own' | 'given';
  readonly sealed: Bytes;
  /** Who gave it: a vault id. */
  readonly from?: string;
  /** Came from a backup file: the device id inside may be in use elsewhere, and is renewed before anything is written. */
  readonly restored?: true;
  /** Of what another device has: not all of it has come yet, so it is not to be shown as whole. */
  readonly coming?: true;
  /** No case: a channel that carries the roots of cases between devices. */
  readonly ring?: true;
}

/** What stands on an access row beside its keys, and stays when the row is written anew. */
export const marksOf = ({
  coming,
  ring,
}: Pick<AccessRow, 'coming' | 'ring'>): Pick<AccessRow, 'coming' | 'ring'> => ({
  ...(coming === true && { coming }),
  ...(ring === true && { ring }),
});

/** The same row, of which all has come. */
export const marksGone = ({ coming: _coming, ...row }: AccessRow): AccessRow => row;

/** A row that came from a backup and was never opened since may open nothing: what is given takes its place. */
export const hasAlready = (row: AccessRow | null): boolean => row !== null && row.restored !== true;

/** A value of a vault as it lies. `name` stands in clear. */
export interface SealedRow {
  readonly vaultId: string;
  readonly name: string;
  readonly bytes: Bytes;
}

/** All of it or nothing. */
export interface SealedChange {
  readonly remove?: readonly Pick<SealedRow, 'vaultId' | 'name'>[];
  readonly put?: readonly SealedRow[];
  readonly access?: readonly AccessRow[];
}

/** Every write is durable when its promise says ok. */
export interface VaultStore {
  listVaults(): Promise<Result<readonly VaultRow[], StoreError>>;
  getVault(vaultId: string): Promise<Result<VaultRow | null, StoreError>>;
  addVault(row: VaultRow): Promise<Result<void, StoreError>>;
  /** Reads and writes in one transaction; null when there is no such vault. */
  updateVault(
    vaultId: string,
    change: (row: VaultRow) => VaultRow,
  ): Promise<Result<VaultRow | null, StoreError>>;
  listAccess(vaultId: string): Promise<Result<readonly AccessRow[], StoreError>>;
  /** Everybody on this device who can open the case. */
  listCaseAccess(caseId: string): Promise<Result<readonly AccessRow[], StoreError>>;
  getAccess(vaultId: string, caseId: string): Promise<Result<AccessRow | null, StoreError>>;
  putAccess(rows: readonly AccessRow[]): Promise<Result<void, StoreError>>;
  getSealed(vaultId: string, name: string): Promise<Result<Bytes | null, StoreError>>;
  putSealed(vaultId: string, name: string, bytes: Bytes): Promise<Result<void, StoreError>>;
  /** Of every vault on the device, those whose name begins so. */
  listSealed(prefix: string): Promise<Result<readonly SealedRow[], StoreError>>;
  /** Removes first, then writes, in one transaction. */
  changeSealed(change: SealedChange): Promise<Result<void, StoreError>>;
  /**
   * The vault row, its access rows and its choices of stand-ins: after this nobody can open anything with this vault,
   * or because of it.
   */
  destroyKeys(vaultId: string): Promise<Result<void, StoreError>>;
  /** Sealed values, and every case that no other vault has access to. */
  destroyRest(vaultId: string): Promise<Result<void, StoreError>>;
}
