/** What the session of a window is and does, for all who ask it; `appSession.ts` makes one. */
import type { Author } from '../../plan/model.ts';
import type { Instant } from '../../shared/deps.ts';
import type { Result } from '../../shared/result.ts';
import type { Trouble } from '../../storage/connection.ts';
import type { VaultError } from '../../vault/errors.ts';
import type { LockReason } from '../../vault/vaultMachine.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import type { StoreError } from '../../vault/vaultStore.ts';
import type { AppDeps } from '../deps.ts';
import type { AppSync } from './appSync.ts';
import type { OrganisationDetails, PersonDetails } from './details.ts';
import type { OpenSlot } from './openSlot.ts';

export interface VaultName {
  readonly vaultId: string;
  readonly shortName: string;
}

/** What **Låst** knows of a vault. */
export interface LockedVault extends VaultName {
  /** It can be opened by a face, a finger or the screen's code. */
  readonly hasPasskey: boolean;
  /** It is sealed to an organisation's recovery key. */
  readonly hasRecovery: boolean;
  readonly openedAt: Instant | null;
}

export type SessionPhase = 'starting' | 'trouble' | 'absent' | 'locked' | 'unlocked';

export interface SessionState {
  readonly phase: SessionPhase;
  readonly trouble: StoreError | null;
  /** The storage got into trouble while the program was open: told on every screen until it is over. */
  readonly storageTrouble: Trouble | null;
  readonly vaults: readonly LockedVault[];
  readonly lastVaultId: string | null;
  readonly vault: VaultSession | null;
  readonly person: PersonDetails;
  readonly organisation: OrganisationDetails;
  /** Minutes without a touch before it locks. */
  readonly idleMinutes: number;
  /** Locking was broken off: what is open could not be written, and the keys are kept. */
  readonly unsavedAtLock: boolean;
}

export interface AppSession {
  readonly deps: AppDeps;
  readonly get: () => SessionState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Opens the storage and looks for vaults. */
  readonly start: () => Promise<void>;
  /** After **trouble**: a person has read what happened and begins anew. */
  readonly beginAnew: () => Promise<void>;
  /** After `storageTrouble`: opens the storage again and writes what waits. */
  readonly openStorageAgain: () => Promise<void>;
  readonly vaultCreated: (vault: VaultSession) => Promise<void>;
  /** `freely`: nothing is guessed (a passkey, an answer), so it does not wait after wrong passwords. */
  readonly unlocking: (
    vaultId: string,
    attempt: () => Promise<Result<VaultSession, UnlockTrouble>>,
    freely?: boolean,
  ) => Promise<UnlockTrouble | null>;
  readonly saveDetails: (
    person: PersonDetails,
    organisation: OrganisationDetails,
  ) => Promise<Result<void, VaultError | { readonly kind: string }>>;
  readonly setIdleMinutes: (minutes: number) => Promise<void>;
  readonly author: () => Author;
  /** Writes what is open first; when that fails it says so and keeps the keys. Asked for, in every window of the vault. */
  readonly lock: (reason: LockReason) => Promise<void>;
  /** Vaults came from a backup (where there was none, **Låst** is next), or the ways into one changed. */
  readonly vaultsChanged: () => Promise<void>;
  /** The vault of this window is gone. */
  readonly vaultDestroyed: () => Promise<void>;
  /** What opened the vault before does not any more: windows that have it open from then ask again. */
  readonly lockElsewhere: (vaultId: string) => void;
  readonly openedCase: OpenSlot['opened'];
  readonly openedForGood: OpenSlot['openedForGood'];
  readonly keepOpen: OpenSlot['keepOpen'];
  readonly onRenewed: OpenSlot['onRenewed'];
  /** Of the vault that is open. */
  readonly sync: AppSync;
}

export interface UnlockTrouble {
  readonly kind: string;
  readonly waitMs?: number;
}
