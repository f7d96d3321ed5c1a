/**
 * What the rest of the program asks of the network: opaque bytes to a server and back. Nothing here is needed to work; what
 * is not sent stays on the device and waits. Requests are never repeated by themselves: who asks keeps what they ask for,
 * and asks the same again when the connection is there.
 */
import type {
  EndMessage,
  OpenMessage,
  PublishMessage,
  SnapshotMessage,
} from '../protocol/wire/clientMessage.ts';
import type { WireError } from '../protocol/wire/errors.ts';
import type { PageItem } from '../protocol/wire/serverMessage.ts';
import type { Bytes } from '../shared/bytes.ts';
import type { Instant } from '../shared/deps.ts';
import type { Result } from '../shared/result.ts';

export type SyncFailure =
  /** The server says why not; `errorDeeds` says what to do. */
  | { readonly kind: 'refused'; readonly error: WireError }
  /** No connection, or it broke before the answer: it may have been done. The same again does no harm. */
  | { readonly kind: 'notReached' };

/** `catchingUp`: connected, and not all that is followed has come yet. `live`: what the server has is here. */
export type SyncPhase = 'offline' | 'connecting' | 'catchingUp' | 'live' | 'backingOff';

/** Why the last try came to nothing. */
export type SyncTrouble =
  /** No answer at that address, or the connection broke. */
  | 'unreachable'
  /** Connected, and then nothing was heard. */
  | 'silent'
  /** The server speaks no version that this program does: a newer program is needed, here or there. */
  | 'unknownVersion';

export interface SyncStatus {
  readonly phase: SyncPhase;
  /** This device's clock minus the server's, in milliseconds; null until a server was heard. */
  readonly skewMs: number | null;
  /** Whether the clocks differ so much that a person should know (over two minutes). */
  readonly isSkewed: boolean;
  /** When the next try comes by itself, while `backingOff`. */
  readonly nextTryAt: Instant | null;
  readonly trouble: SyncTrouble | null;
}

export interface ChannelToRead {
  /** base64url of 32 bytes, as in `CaseKeys`. */
  readonly channelId: string;
  readonly readToken: Bytes;
  /** What comes after it is wanted; 0 is from the beginning. */
  readonly cursor: number;
}

export interface ChannelPage {
  /** The cursor after which it begins. */
  readonly from: number;
  /** The cursor to keep once all its items are durably here. */
  readonly next: number;
  /** The last cursor that the channel has given out. */
  readonly end: number;
  readonly more: boolean;
  /** Record id of the present snapshot: the parent that a new one names. */
  readonly snapshotId: Bytes | null;
  readonly items: readonly PageItem[];
}

export interface FollowListener {
  /**
   * One at a time, in order, each beginning where the one before ended. Answer true once it is durably here, and only then
   * does the cursor move on; after false the same comes again later.
   */
  readonly onPage: (page: ChannelPage) => Promise<boolean>;
  /** All that the server had is here, as far as `end`. Told again after every new connection. */
  readonly onCaughtUp?: (end: number) => void;
  /** The connection broke: what the server has meanwhile is not known until `onCaughtUp`. */
  readonly onLost?: () => void;
  /** The channel is there no more. Nothing follows. */
  readonly onGone: (why: 'ended' | 'aged') => void;
  /** It cannot be followed (`noChannel`, `badToken`, …). Nothing follows until it is followed anew. */
  readonly onRefused: (error: WireError) => void;
  readonly onSignal?: (signal: Bytes) => void;
}

/** A message without the number that the connection gives it. */
type Unsent<M> = Omit<M, 'request'>;

export interface SyncPort {
  /** What signatures name: the host that is dialled. */
  readonly serverName: string;
  readonly status: () => SyncStatus;
  /** Told at every change of `status`. */
  readonly subscribe: (listener: () => void) => () => void;
  /** A person asks for it now. */
  readonly tryNow: () => void;
  /** Idempotent. Ready made by `signOpen` in the vault. */
  readonly open: (message: Unsent<OpenMessage>) => Promise<Result<null, SyncFailure>>;
  /** Answered when the records are on the server's disk; the same frame may be sent again. */
  readonly append: (frame: Bytes) => Promise<Result<{ readonly cursor: number }, SyncFailure>>;
  readonly read: (
    channel: ChannelToRead & { readonly maxBytes: number },
  ) => Promise<Result<ChannelPage, SyncFailure>>;
  /** Goes on through every new connection until it is stopped. A channel is followed once at a time. */
  readonly follow: (channel: ChannelToRead, listener: FollowListener) => () => void;
  readonly snapshot: (
    message: Unsent<SnapshotMessage>,
  ) => Promise<Result<{ readonly cursor: number }, SyncFailure>>;
  readonly publish: (
    message: Unsent<PublishMessage>,
  ) => Promise<Result<{ readonly number: number }, SyncFailure>>;
  /** To all others who follow the channel now. Kept nowhere. */
  readonly signal: (
    channel: Omit<ChannelToRead, 'cursor'>,
    signal: Bytes,
  ) => Promise<Result<null, SyncFailure>>;
  /** Final deletion. Idempotent. */
  readonly end: (message: Unsent<EndMessage>) => Promise<Result<null, SyncFailure>>;
}

/** A connection that was begun; it ends with `stop`. */
export interface ConnectedPort extends SyncPort {
  readonly stop: () => void;
}
