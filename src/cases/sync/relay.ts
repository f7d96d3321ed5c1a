/**
 * A server as the engine sees it: channels of sealed records, reached by whoever holds their keys. What is sent and how it
 * is signed stands in `relayOverPort.ts`; tests have one in memory.
 */
import type { Bytes } from '../../shared/bytes.ts';
import type { Result } from '../../shared/result.ts';
import type { CaseKeys } from '../../vault/caseKeys.ts';

export interface Relay {
  readonly link: (keys: CaseKeys) => ChannelLink;
  /** Final deletion, as `farewell.ts` packed it. The keys of the channel may be gone by then. */
  readonly end: (signed: Bytes) => Promise<Result<void, RelayError>>;
}

export interface ChannelLink {
  readonly open: () => Promise<Result<void, RelayError>>;
  /** Ok: every record of it is on the server's disk. The highest cursor of them. */
  readonly append: (frame: OutgoingFrame) => Promise<Result<number, RelayError>>;
  readonly read: (cursor: number) => Promise<Result<ChannelPage, RelayError>>;
  /** Pages from `cursor` on, then what is new, until it is stopped or `onStopped` says why it stopped. */
  readonly follow: (
    cursor: number,
    on: {
      /** Answers whether it is durably here; one that is not comes again. */
      readonly page: (page: ChannelPage) => Promise<boolean>;
      readonly stopped: (why: RelayError) => void;
      /** Sent to all who follow, and kept nowhere. */
      readonly signal?: (sealed: Bytes) => void;
    },
  ) => () => void;
  /** To all who follow the channel now. */
  readonly signal: (sealed: Bytes) => Promise<Result<void, RelayError>>;
  /** A record that takes the place of others. `parent`: id of the present one. Its cursor. */
  readonly snapshot: (snapshot: OutgoingSnapshot) => Promise<Result<number, RelayError>>;
}

export interface OutgoingFrame {
  /** 16 random bytes, fixed before it is sent for the first time. */
  readonly frameId: Bytes;
  /** 1 to 64 sealed records of one device. */
  readonly records: readonly Bytes[];
}

export interface OutgoingSnapshot {
  readonly parent: Bytes | null;
  readonly replaces: readonly Bytes[];
  readonly record: Bytes;
}

export interface ChannelPage {
  readonly from: number;
  readonly next: number;
  /** The last cursor of the channel. */
  readonly end: number;
  readonly more: boolean;
  readonly snapshotId: Bytes | null;
  readonly records: readonly Bytes[];
  /** Of each record, its place in the channel. */
  readonly cursors: readonly number[];
}

/** Told apart by what must be done. */
export type RelayError =
  /** No internet, or the server does not answer. Tried again by itself. */
  | { readonly kind: 'offline' }
  | { readonly kind: 'wait'; readonly ms: number }
  /** What may be kept there is used up: by this channel, or with this invitation or sign-in. */
  | { readonly kind: 'full'; readonly ms: number }
  | { readonly kind: 'noChannel' }
  /** Ended for good, by somebody who had the keys. */
  | { readonly kind: 'ended' }
  /** The server has cleared away what was too old for it. */
  | { readonly kind: 'aged' }
  | { readonly kind: 'staleParent'; readonly parent: Bytes | null }
  /** An invitation or a sign-in is needed, and there is none here. */
  | { readonly kind: 'mayNotOpen' }
  /** The invitation or sign-in that is here is not taken: wrong, revoked, or over. */
  | { readonly kind: 'notAccepted' }
  /** The program is too old for the server, or the other way round. */
  | { readonly kind: 'update' }
  /** It will never be taken as it is. */
  | { readonly kind: 'refused'; readonly code: string }
  /** The vault was locked. */
  | { readonly kind: 'locked' };

/** Limits of a frame (docs/sync-protocol.md 6). */
export const mostRecords = 64;
export const mostFrameBytes = 1_048_576 - 4_096;
