/** What the server answers and tells. `request` is that of what it answers, or 0 where it tells by itself. */
import type { Bytes } from '../../shared/bytes.ts';
import type { WireError } from './errors.ts';
import {
  bytesOf,
  bytesUpTo,
  flag,
  hashOrNull,
  listOf,
  oneOf,
  struct,
  text,
  u32,
  u64,
} from './fields.ts';
import { versionList } from './versionList.ts';
import { hashBytes, maxPageItems, maxServerMessageBytes, sealedSignalBytes } from './wireLimits.ts';

interface Answer {
  readonly request: number;
}

interface Told {
  readonly request: 0;
}

/** What the server holds; none is higher than wireLimits.ts. */
export interface ServerLimits {
  readonly frameBytes: number;
  readonly frameRecords: number;
  readonly pageBytes: number;
  /** Channels that one connection may follow. */
  readonly followed: number;
  readonly signalGapMs: number;
}

/** The first thing sent, in the shape of version 1 for ever. */
export interface WelcomeMessage extends Told {
  readonly is: 'welcome';
  /** Milliseconds since 1970 by the server's clock. */
  readonly serverTime: number;
  /** What people call it. */
  readonly name: string;
  readonly limits: ServerLimits;
  readonly served: readonly number[];
}

/** `record` and `snapshot`: sealed record. `projection`: the whole publication (publication.ts). */
export type ItemKind = 'record' | 'snapshot' | 'projection';

export interface PageItem {
  readonly cursor: number;
  readonly kind: ItemKind;
  readonly bytes: Bytes;
}

interface Page {
  readonly channelId: Bytes;
  /** The cursor after which it begins. */
  readonly from: number;
  /** Where the next one goes on. */
  readonly next: number;
  /** The last cursor that the channel has given out. */
  readonly end: number;
  /** Whether there is more after `next`. */
  readonly more: boolean;
  /** Record id of the present snapshot. */
  readonly snapshotId: Bytes | null;
  readonly items: readonly PageItem[];
}

export interface PageMessage extends Answer, Page {
  readonly is: 'page';
}

/** New in a followed channel. */
export interface PushMessage extends Told, Page {
  readonly is: 'push';
}

export interface AppendedMessage extends Answer {
  readonly is: 'appended';
  /** The highest cursor of the records of the frame. They are on disk. */
  readonly cursor: number;
}

export interface SnapshottedMessage extends Answer {
  readonly is: 'snapshotted';
  readonly cursor: number;
}

export interface PublishedMessage extends Answer {
  readonly is: 'published';
  readonly number: number;
}

/** Done, and nothing more to say. */
export interface DoneMessage extends Answer {
  readonly is: 'opened' | 'unfollowed' | 'signalled' | 'ended';
}

export interface PongMessage extends Answer {
  readonly is: 'pong';
  readonly serverTime: number;
}

export interface ErrorMessage extends Answer {
  readonly is: 'error';
  readonly error: WireError;
}

/** A followed channel is there no more. */
export interface GoneMessage extends Told {
  readonly is: 'gone';
  readonly channelId: Bytes;
  readonly why: 'ended' | 'aged';
}

/** A signal in a followed channel. */
export interface SignalledOnMessage extends Told {
  readonly is: 'signal';
  readonly channelId: Bytes;
  readonly signal: Bytes;
}

export type ServerMessage =
  | WelcomeMessage
  | DoneMessage
  | AppendedMessage
  | PageMessage
  | PushMessage
  | SnapshottedMessage
  | PublishedMessage
  | PongMessage
  | ErrorMessage
  | GoneMessage
  | SignalledOnMessage;

type BodyOf<M extends ServerMessage> = Omit<M, 'is' | 'request'>;

const hash = bytesOf(hashBytes);

const limits = struct<ServerLimits>({
  frameBytes: u32,
  frameRecords: u32,
  pageBytes: u32,
  followed: u32,
  signalGapMs: u32,
});

export const welcomeFields = struct<BodyOf<WelcomeMessage>>({
  serverTime: u64,
  name: text,
  limits,
  served: versionList,
});

const item = struct<PageItem>({
  cursor: u64,
  kind: oneOf(['record', 'snapshot', 'projection']),
  bytes: bytesUpTo(4, maxServerMessageBytes),
});

export const pageFields = struct<Page>({
  channelId: hash,
  from: u64,
  next: u64,
  end: u64,
  more: flag,
  snapshotId: hashOrNull,
  items: listOf(item, { countBytes: 2, least: 0, most: maxPageItems }),
});

export const cursorFields = struct<BodyOf<AppendedMessage>>({ cursor: u64 });
export const numberFields = struct<BodyOf<PublishedMessage>>({ number: u64 });
export const timeFields = struct<BodyOf<PongMessage>>({ serverTime: u64 });
export const goneFields = struct<BodyOf<GoneMessage>>({
  channelId: hash,
  why: oneOf(['ended', 'aged']),
});
export const signalledOnFields = struct<BodyOf<SignalledOnMessage>>({
  channelId: hash,
  signal: bytesOf(sealedSignalBytes),
});
