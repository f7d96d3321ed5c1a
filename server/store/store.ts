/**
 * What a store must do: keep channels and their sealed records, and forget them for good.
 *
 * All that changes goes in groups: `commit` takes many writes, makes them durable in ONE transaction, and only then answers
 * each of them. `groupCommit.ts` makes the groups. One suite (`storeSuite.ts`) is run on every store.
 *
 * No time of day is kept, only days (`dayOf`), and those of a channel only: when somebody wrote is nobody's business.
 */
import { hash } from 'node:crypto';

/** `log`: records of those who write. `share`: one projection, of which the newest replaces the older. */
export type ChannelUse = 'log' | 'share';

/** Whole days since 1970-01-01, UTC. */
export type Day = number;

export const dayOf = (ms: number): Day => Math.floor(ms / 86_400_000);

/** How many days the records that a snapshot replaced stay. */
export const replacedDays = 7;

export const openerBytes = 16;

/** So that a store never holds what somebody is called. */
export const openerKey = (name: string): Uint8Array =>
  new Uint8Array(hash('sha256', `sip/opener/${name}`, 'buffer').subarray(0, openerBytes));

export interface NewChannel {
  /** SHA-256 of the public key. */
  readonly id: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly readTokenHash: Uint8Array;
  readonly use: ChannelUse;
  /** Who opened it: 16 bytes that the policy makes out of what it knows them by (`openerKey`). Counted in `usage`. */
  readonly opener: Uint8Array;
}

export interface Channel extends NewChannel {
  readonly openedOn: Day;
  readonly usedOn: Day;
  /** Highest cursor; 0 where nothing was written. In a share the number of what is published. */
  readonly end: number;
  /** Id of the present snapshot. */
  readonly snapshotId: Uint8Array | null;
  /** Bytes of what is kept: records and snapshot, or the projection. */
  readonly bytes: number;
}

/** Why a channel is gone: someone who held its key ended it, or nobody had used it for as long as retention says. */
export type GoneWhy = 'ended' | 'aged';

export type Found =
  | { readonly is: 'channel'; readonly channel: Channel }
  | { readonly is: 'gone'; readonly why: GoneWhy }
  | { readonly is: 'none' };

export interface NewRecord {
  /** SHA-256 of the bytes. */
  readonly id: Uint8Array;
  readonly bytes: Uint8Array;
}

export type ItemKind = 'record' | 'snapshot' | 'projection';

export interface Item {
  /** 1, 2, 3 … within the channel, in the order of commits; of a projection its number. */
  readonly cursor: number;
  readonly kind: ItemKind;
  readonly bytes: Uint8Array;
}

export type Write =
  /** The same key and hash again is no error. */
  | { readonly is: 'open'; readonly channel: NewChannel; readonly today: Day }
  /** What the channel has is not stored twice, also where it was replaced and deleted since. */
  | {
      readonly is: 'append';
      readonly channelId: Uint8Array;
      readonly records: readonly NewRecord[];
      readonly today: Day;
    }
  /** `parent`: id of the present snapshot, null where there is none. Ids in `replaces` that the channel lacks are passed over. */
  | {
      readonly is: 'snapshot';
      readonly channelId: Uint8Array;
      readonly parent: Uint8Array | null;
      readonly replaces: readonly Uint8Array[];
      readonly record: NewRecord;
      readonly today: Day;
    }
  /** The same number with the same bytes again is no error. */
  | {
      readonly is: 'publish';
      readonly channelId: Uint8Array;
      readonly number: number;
      readonly bytes: Uint8Array;
      readonly today: Day;
    }
  /** Leaves a tombstone, also where no such channel was: its open may still be under way. */
  | { readonly is: 'end'; readonly channelId: Uint8Array; readonly today: Day }
  /** Somebody read it: it is in use. */
  | { readonly is: 'touch'; readonly channelId: Uint8Array; readonly today: Day };

export type Outcome =
  /** `isNew` false: nothing was changed. */
  | { readonly is: 'opened'; readonly end: number; readonly isNew: boolean }
  /**
   * `cursor`: the highest of the frame's records, new or not. `fresh`: the new ones, in order; followers get them.
   * `snapshotId`: of the present snapshot.
   */
  | {
      readonly is: 'appended' | 'snapshotted';
      readonly cursor: number;
      readonly fresh: readonly Item[];
      readonly snapshotId: Uint8Array | null;
    }
  | { readonly is: 'published'; readonly number: number; readonly fresh: readonly Item[] }
  | { readonly is: 'ended'; readonly isNew: boolean }
  | { readonly is: 'touched' }
  | Refusal;

export type Refusal =
  | { readonly is: 'refused'; readonly why: 'noChannel' | GoneWhy }
  /** Open: the channel has another token hash or use. */
  | { readonly is: 'refused'; readonly why: 'conflict' }
  /** A share takes no records, a log no projection. */
  | { readonly is: 'refused'; readonly why: 'wrongUse' }
  | {
      readonly is: 'refused';
      readonly why: 'staleParent';
      readonly snapshotId: Uint8Array | null;
    }
  | { readonly is: 'refused'; readonly why: 'oldNumber'; readonly number: number };

export interface Page {
  /** Rising cursors, all above the one asked from. */
  readonly items: readonly Item[];
  /** Where to read on from. Equals `end` when nothing more is there, also where the last were deleted. */
  readonly next: number;
  readonly end: number;
  readonly snapshotId: Uint8Array | null;
}

export interface Usage {
  readonly channels: number;
  readonly bytes: number;
}

/** What other processes on the same store did, for those who follow. A store of one process never tells anything. */
export type Told =
  | { readonly is: 'grew'; readonly channelId: Uint8Array }
  | { readonly is: 'gone'; readonly channelId: Uint8Array; readonly why: GoneWhy }
  | { readonly is: 'signal'; readonly channelId: Uint8Array; readonly bytes: Uint8Array }
  /** Something may have been missed (a connection was lost): look at every channel that is followed. */
  | { readonly is: 'missed' };

export interface Tombstone {
  readonly channelId: Uint8Array;
  readonly why: GoneWhy;
  readonly on: Day;
}

/** Never the code, only a hash of it. */
export interface Invite {
  /** 16 bytes of a hash of the code: also the opener of every channel that is opened with it. */
  readonly key: Uint8Array;
  /** To whom it was given, in the words of who gave it. */
  readonly label: string;
  /** How many channels, and how many bytes in them together. */
  readonly channels: number;
  readonly bytes: number;
  readonly madeOn: Day;
  /** No new channels; what is there goes on. */
  readonly isRevoked: boolean;
}

/** A backup is tombstones, then invitations, then each channel with its rows (`server/store/backupFile.ts`). */
export type BackupRow =
  | { readonly is: 'tombstone'; readonly tombstone: Tombstone }
  | { readonly is: 'invite'; readonly invite: Invite }
  | { readonly is: 'channel'; readonly channel: Channel }
  /** `bytes` null: replaced and deleted, only known not to be taken again. `replacedOn` null: not replaced. */
  | {
      readonly is: 'record';
      readonly channelId: Uint8Array;
      readonly cursor: number;
      readonly id: Uint8Array;
      readonly kind: 'record' | 'snapshot';
      readonly replacedOn: Day | null;
      readonly bytes: Uint8Array | null;
    }
  | {
      readonly is: 'projection';
      readonly channelId: Uint8Array;
      readonly number: number;
      readonly bytes: Uint8Array;
    };

export interface Store {
  /** How many commits are well under way at once. They take effect, and are answered, in the order of the calls. */
  readonly commitsAtOnce: number;
  /**
   * Makes all of them durable in one transaction, in this order, then answers each in its place. A refused write changes
   * nothing and stops no other. Rejects when nothing of the group was kept (a full disk).
   */
  commit(writes: readonly Write[]): Promise<readonly Outcome[]>;
  find(channelId: Uint8Array): Promise<Found>;
  /** What `find` gave or would have given within the last second: for a first look, before a write that looks again. */
  look(channelId: Uint8Array): Found | Promise<Found>;
  /**
   * What lies after cursor `from`, at most `maxBytes` of items and `maxItems` of them, but at least one. Null where
   * there is no such channel. In a share: the projection, if its number is above `from`.
   */
  read(
    channelId: Uint8Array,
    from: number,
    maxBytes: number,
    maxItems: number,
  ): Promise<Page | null>;
  /** What an opener's channels hold together. May be some seconds old. */
  usage(opener: Uint8Array): Promise<Usage>;
  total(): Promise<Usage>;
  /**
   * Deletes what snapshots replaced `replacedDays` ago or earlier, and, where `retentionDays` is set, every channel that
   * nobody has used for longer (a tombstone `aged` stays). Gives the ids of those channels.
   */
  prune(today: Day, retentionDays: number | null): Promise<readonly Uint8Array[]>;
  /** After it no file of the store holds a byte of what was deleted before it, but tombstones and known ids. */
  scrub(): Promise<void>;
  /** Hears of what other processes did, until the returned function is called. */
  watch(listener: (told: Told) => void): () => void;
  /** Carries a signal to the other processes. It is kept nowhere. */
  relay(channelId: Uint8Array, bytes: Uint8Array): Promise<void>;
  /** All that is there, tombstones first, as of one moment. */
  dump(): AsyncIterable<BackupRow>;
  /**
   * Takes in rows of `dump`, in their order, in durable steps. A channel that the store has a tombstone of, or already
   * has, is passed over with all its rows; so is an invitation that it has.
   */
  load(rows: AsyncIterable<BackupRow>): Promise<void>;
  /** Rejects when the store could not take a write now. */
  check(): Promise<void>;
  /** After the commits under way. */
  close(): Promise<void>;
}
