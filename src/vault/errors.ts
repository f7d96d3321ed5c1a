/** What can go wrong with a vault, grouped by what a person can do about it. */

import type { EnvelopeError } from '../protocol/envelope.ts';
import type { DecodeError, EncodeError } from '../protocol/record.ts';
import type { StoreError } from './vaultStore.ts';

/** The browser lacks something that the vault cannot do without: another browser or a newer one is needed. */
export interface MissingCrypto {
  readonly kind: 'missingCrypto';
  readonly what: 'subtle' | 'Ed25519' | 'X25519' | 'argon2';
}

/** The vault has been locked; nothing can be sealed or opened. */
export interface VaultLocked {
  readonly kind: 'locked';
}

export type VaultError =
  | StoreError
  | MissingCrypto
  | VaultLocked
  /** No such vault or case here. */
  | { readonly kind: 'missing' }
  /** What is on disk does not open with the right key. */
  | { readonly kind: 'damaged' };

/** The password was tried and is wrong. `waitMs`: how long until the next try is taken. */
export interface WrongPassword {
  readonly kind: 'wrongPassword';
  readonly waitMs: number;
}

/** Too many wrong tries: nothing was tried now. */
export interface MustWait {
  readonly kind: 'wait';
  readonly waitMs: number;
}

export type UnlockError = VaultError | WrongPassword | MustWait;

export type SealError = EncodeError | VaultLocked;

/** Why what came is not opened. */
export type SealedError =
  | EnvelopeError
  | VaultLocked
  | { readonly kind: 'otherChannel' }
  | { readonly kind: 'otherEpoch'; readonly epoch: number }
  /** Wrong key, or a bit has changed. */
  | { readonly kind: 'cannotOpen' };

/** Why a record is set aside. It is kept and told, never dropped. */
export type OpenError = SealedError | { readonly kind: 'badBody'; readonly error: DecodeError };

/** Why nothing is signed: the vault is locked, or these keys only follow, or what is to be signed does not hold. */
export type SignError =
  | VaultLocked
  | { readonly kind: 'mayNotWrite' }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'tooLarge' };
