/**
 * What a group of writes does to what is there: pure. `commitGroup.ts` reads `Present` under lock before it, and writes
 * `Changes` after it.
 */
import { bytesEqual } from '../../../src/shared/bytes.ts';
import { keyOf } from '../keyOf.ts';
import type { Channel, Day, Found, Item, NewRecord, Outcome, Refusal, Write } from '../store.ts';

/** What is there of the channels that a group touches. Keys are `keyOf`. */
export interface Present {
  readonly found: ReadonlyMap<string, Found>;
  /** Cursors of records that the channel knows, by `recordKey`. */
  readonly known: ReadonlyMap<string, number>;
  readonly published: ReadonlyMap<string, Published>;
}

/** What a share's channel has published; the number is the channel's `end`. */
interface Published {
  readonly hash: Uint8Array;
}

export const recordKey = (channelId: Uint8Array, id: Uint8Array): string =>
  keyOf(channelId) + keyOf(id);

export interface NewRow {
  readonly channelId: Uint8Array;
  readonly cursor: number;
  readonly id: Uint8Array;
  readonly kind: 'record' | 'snapshot';
  readonly bytes: Uint8Array;
}

export interface Replaced {
  readonly channelId: Uint8Array;
  readonly id: Uint8Array;
  readonly on: Day;
}

interface Projection {
  readonly channelId: Uint8Array;
  readonly number: number;
  readonly bytes: Uint8Array;
}

export interface Changes {
  /** As they are after the group: those that it opened, and those that were there. */
  readonly opened: readonly Channel[];
  readonly changed: readonly Channel[];
  readonly rows: readonly NewRow[];
  readonly replaced: readonly Replaced[];
  readonly projections: readonly Projection[];
  /** Something was there before, and must be scrubbed. */
  readonly isProjectionReplaced: boolean;
  readonly ended: readonly { readonly channelId: Uint8Array; readonly on: Day }[];
  /** Channels that others must hear of. */
  readonly grown: readonly Uint8Array[];
}

export interface Applied {
  readonly outcomes: readonly Outcome[];
  readonly changes: Changes;
}

const refused = <Why extends 'noChannel' | 'ended' | 'aged' | 'conflict' | 'wrongUse'>(
  why: Why,
): Refusal => ({ is: 'refused', why });

const isSame = (a: Uint8Array | null, b: Uint8Array | null): boolean =>
  a === null || b === null ? a === b : bytesEqual(a, b);

const keepOnly = <T extends { readonly channelId: Uint8Array }>(
  list: readonly T[],
  without: Uint8Array,
): T[] => list.filter((each) => !bytesEqual(each.channelId, without));

/** @param hash SHA-256 */
export const applyWrites = (
  writes: readonly Write[],
  present: Present,
  hash: (bytes: Uint8Array) => Uint8Array,
): Applied => {
  const found = new Map(present.found);
  const known = new Map(present.known);
  const published = new Map(present.published);
  const opened = new Map<string, Channel>();
  const changed = new Map<string, Channel>();
  let rows: NewRow[] = [];
  let replaced: Replaced[] = [];
  let projections: Projection[] = [];
  let isProjectionReplaced = false;
  const ended = new Map<string, { channelId: Uint8Array; on: Day }>();
  const grown = new Map<string, Uint8Array>();

  const look = (channelId: Uint8Array): Found => found.get(keyOf(channelId)) ?? { is: 'none' };

  const put = (channel: Channel): void => {
    const key = keyOf(channel.id);
    const isNew = look(channel.id).is === 'none' || opened.has(key);
    found.set(key, { is: 'channel', channel });
    (isNew ? opened : changed).set(key, channel);
  };

  /** The channel, or why not. */
  const ofUse = (channelId: Uint8Array, use: Channel['use']): Channel | Refusal => {
    const there = look(channelId);
    if (there.is === 'none') return refused('noChannel');
    if (there.is === 'gone') return refused(there.why);
    return there.channel.use === use ? there.channel : refused('wrongUse');
  };

  const open = ({ channel, today }: Write & { is: 'open' }): Outcome => {
    const there = look(channel.id);
    if (there.is === 'gone') return refused(there.why);
    if (there.is === 'none') {
      put({ ...channel, openedOn: today, usedOn: today, end: 0, snapshotId: null, bytes: 0 });
      return { is: 'opened', end: 0, isNew: true };
    }
    const isConflict =
      there.channel.use !== channel.use ||
      !bytesEqual(there.channel.readTokenHash, channel.readTokenHash);
    if (isConflict) return refused('conflict');
    return { is: 'opened', end: there.channel.end, isNew: false };
  };

  const take = (channel: Channel, record: NewRecord, kind: NewRow['kind']): Channel => {
    const cursor = channel.end + 1;
    rows.push({ channelId: channel.id, cursor, id: record.id, kind, bytes: record.bytes });
    known.set(recordKey(channel.id, record.id), cursor);
    grown.set(keyOf(channel.id), channel.id);
    return { ...channel, end: cursor, bytes: channel.bytes + record.bytes.length };
  };

  const append = ({ channelId, records, today }: Write & { is: 'append' }): Outcome => {
    const there = ofUse(channelId, 'log');
    if ('is' in there) return there;
    let channel: Channel = there;
    let highest = 0;
    const fresh: Item[] = [];
    for (const record of records) {
      const before = known.get(recordKey(channelId, record.id));
      if (before === undefined) {
        channel = take(channel, record, 'record');
        fresh.push({ cursor: channel.end, kind: 'record', bytes: record.bytes });
      }
      highest = Math.max(highest, before ?? channel.end);
    }
    if (fresh.length > 0) put({ ...channel, usedOn: Math.max(channel.usedOn, today) });
    return { is: 'appended', cursor: highest, fresh, snapshotId: channel.snapshotId };
  };

  const snapshot = (write: Write & { is: 'snapshot' }): Outcome => {
    const there = ofUse(write.channelId, 'log');
    if ('is' in there) return there;
    const before = known.get(recordKey(write.channelId, write.record.id));
    const { snapshotId } = there;
    if (before !== undefined) return { is: 'snapshotted', cursor: before, fresh: [], snapshotId };
    if (!isSame(snapshotId, write.parent)) return { is: 'refused', why: 'staleParent', snapshotId };
    const channel = take(there, write.record, 'snapshot');
    const usedOn = Math.max(there.usedOn, write.today);
    put({ ...channel, snapshotId: write.record.id, usedOn });
    for (const id of write.replaces)
      replaced.push({ channelId: write.channelId, id, on: write.today });
    const item: Item = { cursor: channel.end, kind: 'snapshot', bytes: write.record.bytes };
    const { id } = write.record;
    return { is: 'snapshotted', cursor: channel.end, fresh: [item], snapshotId: id };
  };

  const publish = ({ channelId, number, bytes, today }: Write & { is: 'publish' }): Outcome => {
    const there = ofUse(channelId, 'share');
    if ('is' in there) return there;
    const key = keyOf(channelId);
    const before = published.get(key);
    const own = { hash: hash(bytes) };
    if (number <= there.end) {
      return number === there.end && before !== undefined && bytesEqual(before.hash, own.hash)
        ? { is: 'published', number, fresh: [] }
        : { is: 'refused', why: 'oldNumber', number: there.end };
    }
    published.set(key, own);
    projections = keepOnly(projections, channelId);
    projections.push({ channelId, number, bytes });
    isProjectionReplaced ||= present.published.has(key);
    grown.set(key, channelId);
    put({
      ...there,
      end: number,
      usedOn: Math.max(there.usedOn, today),
      bytes: bytes.length,
    });
    return { is: 'published', number, fresh: [{ cursor: number, kind: 'projection', bytes }] };
  };

  const end = ({ channelId, today }: Write & { is: 'end' }): Outcome => {
    const key = keyOf(channelId);
    const there = look(channelId);
    if (there.is === 'gone' && there.why === 'ended') return { is: 'ended', isNew: false };
    found.set(key, { is: 'gone', why: 'ended' });
    ended.set(key, { channelId, on: today });
    opened.delete(key);
    changed.delete(key);
    published.delete(key);
    grown.delete(key);
    rows = keepOnly(rows, channelId);
    replaced = keepOnly(replaced, channelId);
    projections = keepOnly(projections, channelId);
    return { is: 'ended', isNew: true };
  };

  const touch = ({ channelId, today }: Write & { is: 'touch' }): Outcome => {
    const there = look(channelId);
    if (there.is === 'channel' && there.channel.usedOn < today)
      put({ ...there.channel, usedOn: today });
    return { is: 'touched' };
  };

  const apply = (write: Write): Outcome => {
    switch (write.is) {
      case 'open':
        return open(write);
      case 'append':
        return append(write);
      case 'snapshot':
        return snapshot(write);
      case 'publish':
        return publish(write);
      case 'end':
        return end(write);
      case 'touch':
        return touch(write);
    }
  };

  const outcomes = writes.map(apply);
  return {
    outcomes,
    changes: {
      opened: [...opened.values()],
      changed: [...changed.values()],
      rows,
      replaced,
      projections,
      isProjectionReplaced,
      ended: [...ended.values()],
      grown: [...grown.values()],
    },
  };
};
