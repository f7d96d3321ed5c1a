/**
 * What a vault asks of a passkey (WebAuthn with the PRF extension): the same 32 bytes for the same question, after the
 * person has shown a face, a finger or the screen's code. `browserPasskeys.ts` answers in a browser; tests make their own.
 */
import type { Bytes } from '../shared/bytes.ts';
import type { Result } from '../shared/result.ts';

export type PasskeyTrouble =
  /** This browser or this address cannot. */
  | { readonly kind: 'unsupported' }
  /** Broken off, too late, or the passkey is gone from the device: browsers do not tell these apart, on purpose. */
  | { readonly kind: 'cancelled' }
  /** The authenticator gives no secret (no PRF): it cannot open a vault. */
  | { readonly kind: 'noPrf' }
  | { readonly kind: 'passkeyFailed' };

export interface MadePasskey {
  readonly credentialId: Bytes;
  /** 32 bytes; null where it is given only when asked a second time. */
  readonly secret: Bytes | null;
}

export interface PasskeyPort {
  /** Whether this browser can, as far as it tells without asking the person. */
  canUse(): Promise<boolean>;
  /** `label` is shown by the device's own settings and may be copied to the maker's cloud: never a person's name. */
  create(input: {
    readonly label: string;
    readonly salt: Bytes;
  }): Promise<Result<MadePasskey, PasskeyTrouble>>;
  ask(input: {
    readonly credentialId: Bytes;
    readonly salt: Bytes;
  }): Promise<Result<Bytes, PasskeyTrouble>>;
  /** Tells the device that the passkey is of no more use, where the browser has a way. Never fails. */
  forget(credentialId: Bytes): Promise<void>;
}

export interface PasskeyDep {
  readonly passkeys: PasskeyPort;
}
