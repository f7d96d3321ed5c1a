import type { Result } from '../../shared/result.ts';
import type { ShareMessage, SignalMessage } from '../../shared/signalMessage.ts';

/**
 * What shares ask of keys and network, and nothing more. `createShareTransport` (wireShares.ts) makes one of the vault's
 * share keys and the sync port; a test makes one in memory.
 */
export type ShareFault =
  /** No internet, or no server there: later, of itself. */
  | 'offline'
  /** The channel was ended for good, or is gone by age. */
  | 'ended'
  | 'aged'
  /** Nothing of it is with the server. */
  | 'noChannel'
  /** An invitation or a sign-in is needed: a person is asked. */
  | 'mayNotOpen'
  /** The one that is here is not taken: wrong, revoked, or over. */
  | 'notAccepted'
  /** What may be kept at the server is used up. */
  | 'full'
  /** More than fits in what a share may hold (32 kB). */
  | 'tooLarge'
  /** The keys cannot be read, or the server does not take it: never the same again. */
  | 'refused';

/** `present`: the number of what stands there now. */
export interface OldNumber {
  readonly oldNumber: number;
}

export interface ShareTransport {
  readonly isOnline: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
  /** New keys: what writers keep, and what stands after # in the link of the one who follows. */
  readonly createKeys: () => Promise<Result<{ readonly secret: string }, ShareFault>>;
  readonly fragmentOf: (secret: string) => Promise<Result<string, ShareFault>>;
  /** Durable with the server when it says ok. Opens the channel where there is none yet. */
  readonly publish: (
    secret: string,
    number: number,
    state: unknown,
  ) => Promise<Result<void, ShareFault | OldNumber>>;
  /** Final: nothing is served from when it says ok. */
  readonly end: (secret: string) => Promise<Result<void, ShareFault>>;
  /** Signals of the one who follows, and the number of what is published there, as long as it is not stopped. */
  readonly hear: (
    secret: string,
    onSignal: (message: ShareMessage) => void,
    onNumber: (number: number) => void,
  ) => () => void;
  /** To the one who follows. Lost where there is no contact: a signal is never kept. */
  readonly tell: (secret: string, message: SignalMessage) => Promise<void>;
}
