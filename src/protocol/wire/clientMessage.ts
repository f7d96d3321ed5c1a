/** What a client asks of the server. `request` is its own number for it, 1 or higher; the answer carries the same. */
import type { Bytes } from '../../shared/bytes.ts';
import { maxReplaced } from '../limits.ts';
import {
  bytesOf,
  bytesOfSteps,
  bytesUpTo,
  type Field,
  hashOrNull,
  listOf,
  oneOf,
  restUpTo,
  struct,
  u32,
  u64,
} from './fields.ts';
import {
  hashBytes,
  maxCredentialBytes,
  maxFrameBytes,
  publicKeyBytes,
  readTokenBytes,
  sealedProjectionSteps,
  sealedRecordSteps,
  sealedSignalBytes,
  signatureBytes,
} from './wireLimits.ts';

/** `log`: records that are all kept. `share`: one projection, the newest. */
export type ChannelUse = 'log' | 'share';

interface Asked {
  readonly request: number;
}

interface ChannelRead {
  /** 32 bytes. */
  readonly channelId: Bytes;
  /** 32 bytes. The server keeps its hash alone. */
  readonly readToken: Bytes;
}

export interface OpenMessage extends Asked {
  readonly is: 'open';
  readonly publicKey: Bytes;
  /** SHA-256 of the read token. */
  readonly readTokenHash: Bytes;
  readonly use: ChannelUse;
  /** An invitation or a proof of having signed in; empty where anybody may open. */
  readonly credential: Bytes;
  readonly signature: Bytes;
}

export interface AppendMessage extends Asked {
  readonly is: 'append';
  /** As `frame.ts` writes it, with its signature. */
  readonly frame: Bytes;
}

export interface ReadMessage extends Asked, ChannelRead {
  readonly is: 'read';
  /** What comes after it is wanted; 0 is from the beginning. */
  readonly cursor: number;
  readonly maxBytes: number;
}

export interface FollowMessage extends Asked, ChannelRead {
  readonly is: 'follow';
  readonly cursor: number;
}

export interface UnfollowMessage extends Asked {
  readonly is: 'unfollow';
  readonly channelId: Bytes;
}

export interface SnapshotMessage extends Asked {
  readonly is: 'snapshot';
  readonly publicKey: Bytes;
  /** Record id of the snapshot that is there now; null when there is none. */
  readonly parent: Bytes | null;
  /** Ids of the records that it replaces. */
  readonly replaces: readonly Bytes[];
  readonly record: Bytes;
  readonly signature: Bytes;
}

export interface PublishMessage extends Asked {
  readonly is: 'publish';
  readonly publicKey: Bytes;
  /** 1, 2, 3 … of that share; some may be left out. */
  readonly number: number;
  readonly projection: Bytes;
  readonly signature: Bytes;
}

export interface SignalMessage extends Asked, ChannelRead {
  readonly is: 'signal';
  /** 321 bytes. */
  readonly signal: Bytes;
}

export interface EndMessage extends Asked {
  readonly is: 'end';
  readonly publicKey: Bytes;
  readonly signature: Bytes;
}

/** Is the server there? Answered with its time. */
export interface PingMessage extends Asked {
  readonly is: 'ping';
}

export type ClientMessage =
  | OpenMessage
  | AppendMessage
  | ReadMessage
  | FollowMessage
  | UnfollowMessage
  | SnapshotMessage
  | PublishMessage
  | SignalMessage
  | EndMessage
  | PingMessage;

type BodyOf<M extends ClientMessage> = Omit<M, 'is' | 'request'>;
type UnsignedOf<M extends ClientMessage> = Omit<M, 'is' | 'request' | 'signature'>;

const publicKey = bytesOf(publicKeyBytes);
const hash = bytesOf(hashBytes);
const readToken = bytesOf(readTokenBytes);
export const signature = bytesOf(signatureBytes);

export const openFields: Field<UnsignedOf<OpenMessage>> = struct<UnsignedOf<OpenMessage>>({
  publicKey,
  readTokenHash: hash,
  use: oneOf(['log', 'share']),
  credential: bytesUpTo(2, maxCredentialBytes),
});

export const snapshotFields = struct<UnsignedOf<SnapshotMessage>>({
  publicKey,
  parent: hashOrNull,
  replaces: listOf(hash, { countBytes: 2, least: 0, most: maxReplaced }),
  record: bytesOfSteps(sealedRecordSteps),
});

export const publishFields = struct<UnsignedOf<PublishMessage>>({
  publicKey,
  number: u64,
  projection: bytesOfSteps(sealedProjectionSteps),
});

export const endFields = struct<UnsignedOf<EndMessage>>({ publicKey });

export const appendFields = struct<BodyOf<AppendMessage>>({ frame: restUpTo(maxFrameBytes) });

export const readFields = struct<BodyOf<ReadMessage>>({
  channelId: hash,
  readToken,
  cursor: u64,
  maxBytes: u32,
});

export const followFields = struct<BodyOf<FollowMessage>>({
  channelId: hash,
  readToken,
  cursor: u64,
});

export const unfollowFields = struct<BodyOf<UnfollowMessage>>({ channelId: hash });

export const signalFields = struct<BodyOf<SignalMessage>>({
  channelId: hash,
  readToken,
  signal: bytesOf(sealedSignalBytes),
});
