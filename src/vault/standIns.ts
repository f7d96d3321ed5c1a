/**
 * Taking over when somebody is away (docs/decisions/0050): the owner of a case seals its root to one colleague on this
 * device. The colleague does not have the case until they take it over, which the caller logs in the case first. That is
 * a rule of the program: whoever unlocks the colleague's vault has the key that opens the box (docs/threat-model.md).
 */
import type { Result } from '../shared/result.ts';
import type { CaseKeys } from './caseKeys.ts';
import type { SealError, VaultError } from './errors.ts';

export interface StandIns {
  /**
   * Who may take the case over from this vault; null takes the choice back. One at a time, in one durable write. `label`
   * is all that the colleague reads before; null says nothing. The caller logs it.
   */
  chooseStandIn(
    caseId: string,
    to: { readonly vaultId: string; readonly label: string | null } | null,
  ): Promise<Result<void, VaultError | SealError | { readonly kind: 'alreadyHas' }>>;
  /** The vault id of who was chosen and does not have the case already. */
  standInOf(caseId: string): Promise<Result<string | null, VaultError>>;
  /** Cases that this vault may take over and does not have. */
  standingInFor(): Promise<Result<readonly OfferedCase[], VaultError>>;
  /** Opens the case in memory only. It is this vault's when `finish` says ok: log it in the case before. */
  beginTakeOver(offered: {
    readonly caseId: string;
    readonly from: string;
  }): Promise<Result<TakeOver, VaultError>>;
  /** Cases that others have taken over from this vault and that it has not been told of. */
  takenOver(): Promise<Result<readonly TakenOver[], VaultError>>;
  /** The owner has been told. */
  forgetTakenOver(taken: Pick<TakenOver, 'caseId' | 'by'>): Promise<Result<void, VaultError>>;
}

export interface OfferedCase {
  readonly caseId: string;
  /** Vault id of the owner. */
  readonly from: string;
  readonly label: string | null;
}

export interface TakeOver {
  readonly keys: CaseKeys;
  /** The case is this vault's from now on, the choice is used up, and `told` waits for the owner: one durable write. */
  readonly finish: (told: unknown) => Promise<Result<void, VaultError | SealError>>;
}

export interface TakenOver {
  readonly caseId: string;
  /** Vault id of the colleague. */
  readonly by: string;
  /** What `finish` was given; null when it cannot be read. */
  readonly told: unknown;
}
