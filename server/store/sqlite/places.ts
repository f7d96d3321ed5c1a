/** Where channels are kept. Read once, then remembered: only this process writes (database.ts). */
import type { DatabaseSync } from 'node:sqlite';
import { keyOf } from '../keyOf.ts';
import type { Channel, ChannelUse, Day, GoneWhy, NewChannel } from '../store.ts';
import { bytesOf, numberOf } from './slots.ts';

/** A channel and what is remembered of it. Changed only within a transaction; forgotten when one fails. */
export interface Place {
  readonly n: number;
  readonly channel: NewChannel & { readonly openedOn: Day };
  usedOn: Day;
  end: number;
  bytes: number;
  snapshotId: Uint8Array | null;
  /** Of each id the first four bytes → its cursor; null until somebody writes. */
  marks: Map<number, number> | null;
}

export interface Places {
  readonly find: (channelId: Uint8Array) => Place | null;
  readonly goneWhy: (channelId: Uint8Array) => GoneWhy | null;
  readonly add: (channel: NewChannel, today: Day) => Place;
  /** Writes down `end`, `bytes`, `usedOn`. */
  readonly keepState: (place: Place) => void;
  readonly keepSnapshot: (place: Place, snapshotId: Uint8Array) => void;
  /** Loads `marks` where they are not there. */
  readonly marksOf: (place: Place) => ReadonlyMap<number, number>;
  readonly addMark: (place: Place, mark: number, cursor: number) => void;
  /** Nothing of it is found from now on; its records are still to be wiped. */
  readonly remove: (place: Place) => void;
  readonly bury: (channelId: Uint8Array, why: GoneWhy, on: Day) => void;
  readonly byNumber: (n: number) => Place | null;
  /** After a rollback. */
  readonly forget: () => void;
}

const idBytes = 32;
const headBytes = 4 * idBytes + 16;
/** Channels and ids that are remembered at once; some 100 MB at most. */
const maxPlaces = 50_000;
const maxMarks = 1_000_000;

export const uses: readonly ChannelUse[] = ['log', 'share'];
export const whys: readonly GoneWhy[] = ['ended', 'aged'];

const bufferOf = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const markOf = (id: Uint8Array): number => bufferOf(id).readUInt32BE(0);
export const openerMark = (opener: Uint8Array): number => bufferOf(opener).readUIntBE(0, 6);

const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

export const headOf = (channel: NewChannel, snapshotId: Uint8Array | null): Uint8Array => {
  const head = new Uint8Array(headBytes);
  head.set(channel.id);
  head.set(channel.publicKey, idBytes);
  head.set(channel.readTokenHash, 2 * idBytes);
  if (snapshotId !== null) head.set(snapshotId, 3 * idBytes);
  head.set(channel.opener, 4 * idBytes);
  return head;
};

/** From a row of `states` joined with `channels`. */
export const rowToPlace = (row: Record<string, unknown>): Place | null => {
  const head = bytesOf(row, 'head');
  const use = uses[numberOf(row, 'use') - 1];
  if (use === undefined || head.length !== headBytes) return null;
  const part = (index: number): Uint8Array => head.slice(index * idBytes, (index + 1) * idBytes);
  const snapshotId = part(3);
  return {
    n: numberOf(row, 'n'),
    channel: {
      id: part(0),
      publicKey: part(1),
      readTokenHash: part(2),
      use,
      opener: head.slice(4 * idBytes),
      openedOn: numberOf(row, 'opened_on'),
    },
    usedOn: numberOf(row, 'used_on'),
    end: numberOf(row, 'last'),
    bytes: numberOf(row, 'bytes'),
    snapshotId: isZero(snapshotId) ? null : snapshotId,
    marks: null,
  };
};

export const placeToChannel = (place: Place): Channel => ({
  ...place.channel,
  usedOn: place.usedOn,
  end: place.end,
  bytes: place.bytes,
  snapshotId: place.snapshotId,
});

export const placeColumns =
  'SELECT s.n, s.use, s.opened_on, s.used_on, s.last, s.bytes, c.head FROM states s JOIN channels c ON c.n = s.n';

export const createPlaces = (db: DatabaseSync): Places => {
  const byMark = db.prepare(`${placeColumns} WHERE s.id_mark = ? AND s.use > 0`);
  const oneByNumber = db.prepare(`${placeColumns} WHERE s.n = ? AND s.use > 0`);
  const free = db.prepare('SELECT n FROM states WHERE use IS NULL LIMIT 1');
  const addHead = db.prepare('INSERT INTO channels (head) VALUES (?)');
  const setHead = db.prepare('UPDATE channels SET head = ? WHERE n = ?');
  const setRow = db.prepare(
    `INSERT OR REPLACE INTO states (n, use, id_mark, opener_mark, opened_on, used_on, last, bytes)
     VALUES (?, ?, ?, ?, ?, ?, 0, 0)`,
  );
  const setState = db.prepare('UPDATE states SET last = ?, bytes = ?, used_on = ? WHERE n = ?');
  const setGone = db.prepare(
    'UPDATE states SET use = 0, id_mark = NULL, opener_mark = NULL WHERE n = ?',
  );
  const allMarks = db.prepare('SELECT cursor, mark FROM items WHERE channel = ?');
  const tombstone = db.prepare('SELECT why FROM tombstones WHERE channel_id = ?');
  const addTombstone = db.prepare(
    `INSERT INTO tombstones (channel_id, why, gone_on) VALUES (?, ?, ?)
     ON CONFLICT (channel_id) DO UPDATE SET why = excluded.why WHERE excluded.why < why`,
  );

  // A Map keeps the order of insertion: the first is the one not used for the longest.
  let remembered = new Map<string, Place>();
  let marks = 0;

  const drop = (key: string, place: Place): void => {
    marks -= place.marks?.size ?? 0;
    place.marks = null;
    remembered.delete(key);
  };

  const makeRoom = (): void => {
    for (const [key, place] of remembered) {
      if (remembered.size <= maxPlaces && marks <= maxMarks) return;
      drop(key, place);
    }
  };

  const remember = (key: string, place: Place): Place => {
    remembered.delete(key);
    remembered.set(key, place);
    if (remembered.size > maxPlaces) makeRoom();
    return place;
  };

  const load = (key: string, channelId: Uint8Array): Place | null => {
    for (const row of byMark.all(markOf(channelId))) {
      const place = rowToPlace(row);
      if (place !== null && keyOf(place.channel.id) === key) return place;
    }
    return null;
  };

  const marksOf = (place: Place): Map<number, number> => {
    if (place.marks !== null) return place.marks;
    const own = new Map<number, number>();
    for (const row of allMarks.iterate(place.n)) {
      own.set(numberOf(row, 'mark'), numberOf(row, 'cursor'));
    }
    marks += own.size;
    if (marks > maxMarks) makeRoom();
    place.marks = own;
    return own;
  };

  return {
    find: (channelId) => {
      const key = keyOf(channelId);
      const place = remembered.get(key) ?? load(key, channelId);
      return place === null ? null : remember(key, place);
    },
    goneWhy: (channelId) => {
      const row = tombstone.get(channelId);
      return row === undefined ? null : (whys[numberOf(row, 'why') - 1] ?? 'ended');
    },
    add: (channel, today) => {
      const head = headOf(channel, null);
      const row = free.get();
      const n = row === undefined ? Number(addHead.run(head).lastInsertRowid) : numberOf(row, 'n');
      if (row !== undefined) setHead.run(head, n);
      const use = uses.indexOf(channel.use) + 1;
      setRow.run(n, use, markOf(channel.id), openerMark(channel.opener), today, today);
      return remember(keyOf(channel.id), {
        n,
        channel: { ...channel, openedOn: today },
        usedOn: today,
        end: 0,
        bytes: 0,
        snapshotId: null,
        marks: new Map(),
      });
    },
    keepState: (place) => {
      setState.run(place.end, place.bytes, place.usedOn, place.n);
    },
    keepSnapshot: (place, snapshotId) => {
      place.snapshotId = snapshotId;
      setHead.run(headOf(place.channel, snapshotId), place.n);
    },
    marksOf,
    addMark: (place, mark, cursor) => {
      const own = marksOf(place);
      marks += own.has(mark) ? 0 : 1;
      own.set(mark, cursor);
    },
    remove: (place) => {
      drop(keyOf(place.channel.id), place);
      setHead.run(new Uint8Array(headBytes), place.n);
      setGone.run(place.n);
    },
    bury: (channelId, why, on) => {
      addTombstone.run(channelId, whys.indexOf(why) + 1, on);
    },
    byNumber: (n) => {
      const row = oneByNumber.get(n);
      const place = row === undefined ? null : rowToPlace(row);
      return place === null ? null : (remembered.get(keyOf(place.channel.id)) ?? place);
    },
    forget: () => {
      remembered = new Map();
      marks = 0;
    },
  };
};
