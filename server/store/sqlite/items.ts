/** What lies in the channels: records, snapshots, projections, by cursor. */
import type { DatabaseSync } from 'node:sqlite';
import { keyOf } from '../keyOf.ts';
import type { Day, Item, ItemKind, NewRecord, Page } from '../store.ts';
import { markOf, type Place, type Places } from './places.ts';
import { bytesOf, numberOf, type Slots } from './slots.ts';

export interface Items {
  /** Its cursor where the channel has or had it, else null. */
  readonly cursorOf: (place: Place, id: Uint8Array) => number | null;
  readonly add: (place: Place, kind: ItemKind, record: NewRecord, cursor: number) => Item;
  /** The bytes of what is published. */
  readonly projection: (place: Place) => Uint8Array | null;
  readonly removeProjection: (place: Place) => void;
  readonly markReplaced: (place: Place, cursor: number, today: Day) => void;
  /** Deletes what was replaced on that day or before; at most `most`. Gives how many. */
  readonly deleteReplaced: (until: Day, most: number) => number;
  readonly page: (place: Place, from: number, maxBytes: number, maxItems: number) => Page;
  /** Wipes up to `most` items of channels that are gone. Gives how many. */
  readonly wipe: (most: number) => number;
}

export const kinds: readonly ItemKind[] = ['record', 'snapshot', 'projection'];
const noId = new Uint8Array(32);
const noBytes = new Uint8Array();

export const createItems = (db: DatabaseSync, places: Places, slots: Slots): Items => {
  const insert = db.prepare(
    'INSERT INTO items (channel, cursor, mark, kind, size, slot) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const one = db.prepare('SELECT size, slot FROM items WHERE channel = ? AND cursor = ?');
  const sameMark = db.prepare('SELECT cursor, slot FROM items WHERE channel = ? AND mark = ?');
  const remove = db.prepare('DELETE FROM items WHERE channel = ? AND cursor = ?');
  const setReplaced = db.prepare(
    'UPDATE items SET replaced_on = ? WHERE channel = ? AND cursor = ? AND size > 0 AND replaced_on IS NULL',
  );
  const oldReplaced = db.prepare(
    'SELECT channel, cursor, size, slot FROM items WHERE replaced_on IS NOT NULL AND replaced_on <= ? LIMIT ?',
  );
  const setKnown = db.prepare(
    'UPDATE items SET size = 0, slot = ?, replaced_on = NULL WHERE channel = ? AND cursor = ?',
  );
  const after = db.prepare(
    `SELECT i.cursor, i.kind, i.size, b.bytes FROM items i JOIN blobs b ON b.slot = i.slot
     WHERE i.channel = ? AND i.cursor > ? AND i.size > 0 ORDER BY i.cursor`,
  );
  const lastOf = db.prepare(
    'SELECT cursor, size, slot FROM items WHERE channel = ? ORDER BY cursor DESC LIMIT 1',
  );
  const gone = db.prepare('SELECT n FROM states WHERE use = 0 LIMIT 1');
  const someOf = db.prepare('SELECT cursor, size, slot FROM items WHERE channel = ? LIMIT ?');
  const setFree = db.prepare('UPDATE states SET use = NULL WHERE n = ?');

  const isAt = (slot: number, key: string): boolean => keyOf(slots.idAt(slot)) === key;

  return {
    cursorOf: (place, id) => {
      const mark = markOf(id);
      const cursor = places.marksOf(place).get(mark);
      if (cursor === undefined) return null;
      const key = keyOf(id);
      const row = one.get(place.n, cursor);
      if (row !== undefined && isAt(numberOf(row, 'slot'), key)) return cursor;
      // Two ids may begin alike: then all that do are looked at.
      const same = sameMark.all(place.n, mark).find((each) => isAt(numberOf(each, 'slot'), key));
      return same === undefined ? null : numberOf(same, 'cursor');
    },
    add: (place, kind, { id, bytes }, cursor) => {
      const slot = slots.put(kind === 'projection' ? noId : id, bytes);
      const mark = kind === 'projection' ? 0 : markOf(id);
      insert.run(place.n, cursor, mark, kinds.indexOf(kind) + 1, bytes.length, slot);
      if (kind !== 'projection') places.addMark(place, mark, cursor);
      place.end = cursor;
      place.bytes += bytes.length;
      return { cursor, kind, bytes };
    },
    projection: (place) => {
      const row = lastOf.get(place.n);
      return row === undefined ? null : slots.bytesAt(numberOf(row, 'slot'));
    },
    removeProjection: (place) => {
      const row = lastOf.get(place.n);
      if (row === undefined) return;
      const size = numberOf(row, 'size');
      slots.free(numberOf(row, 'slot'), size);
      remove.run(place.n, numberOf(row, 'cursor'));
      place.bytes -= size;
    },
    markReplaced: (place, cursor, today) => {
      setReplaced.run(today, place.n, cursor);
    },
    deleteReplaced: (until, most) => {
      const rows = oldReplaced.all(until, most);
      for (const row of rows) {
        const slot = numberOf(row, 'slot');
        const size = numberOf(row, 'size');
        const n = numberOf(row, 'channel');
        const known = slots.put(slots.idAt(slot), noBytes);
        slots.free(slot, size);
        setKnown.run(known, n, numberOf(row, 'cursor'));
        const place = places.byNumber(n);
        if (place === null) continue;
        place.bytes -= size;
        places.keepState(place);
      }
      return rows.length;
    },
    page: (place, from, maxBytes, maxItems) => {
      const items: Item[] = [];
      let bytes = 0;
      let next = place.end;
      for (const row of after.iterate(place.n, from)) {
        const size = numberOf(row, 'size');
        if (items.length > 0 && (bytes + size > maxBytes || items.length >= maxItems)) {
          next = items.at(-1)?.cursor ?? from;
          break;
        }
        const kind = kinds[numberOf(row, 'kind') - 1] ?? 'record';
        items.push({ cursor: numberOf(row, 'cursor'), kind, bytes: bytesOf(row, 'bytes') });
        bytes += size;
      }
      return { items, next: Math.max(next, from), end: place.end, snapshotId: place.snapshotId };
    },
    wipe: (most) => {
      let done = 0;
      while (done < most) {
        const row = gone.get();
        if (row === undefined) return done;
        const n = numberOf(row, 'n');
        const some = someOf.all(n, most - done);
        for (const each of some) {
          slots.free(numberOf(each, 'slot'), numberOf(each, 'size'));
          remove.run(n, numberOf(each, 'cursor'));
        }
        done += some.length + 1;
        if (some.length === 0) setFree.run(n);
      }
      return done;
    },
  };
};
