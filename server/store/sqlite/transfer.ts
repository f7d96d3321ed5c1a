/** All that the store holds as rows, and back (`server/store/backupFile.ts` writes them to a file). */
import type { DatabaseSync } from 'node:sqlite';
import { keyOf } from '../keyOf.ts';
import type { BackupRow } from '../store.ts';
import { type Items, kinds } from './items.ts';
import { type Places, placeColumns, placeToChannel, rowToPlace, whys } from './places.ts';
import { bytesOf, numberOf, type Slots } from './slots.ts';
import { allInvites, inviteColumns, rowToInvite } from './sqliteInvites.ts';

/** Rows in one transaction when taking in. */
const atOnce = 500;

/** As of the moment of the first row: `db` is a connection of its own, and is closed at the end. */
export async function* dumpRows(db: DatabaseSync): AsyncGenerator<BackupRow> {
  try {
    db.exec('BEGIN');
    for (const row of db.prepare('SELECT channel_id, why, gone_on FROM tombstones').iterate()) {
      const why = whys[numberOf(row, 'why') - 1] ?? 'ended';
      const tombstone = {
        channelId: bytesOf(row, 'channel_id'),
        why,
        on: numberOf(row, 'gone_on'),
      };
      yield { is: 'tombstone', tombstone };
    }
    for (const row of db.prepare(allInvites).iterate())
      yield { is: 'invite', invite: rowToInvite(row) };
    const itemsOf = db.prepare(
      `SELECT i.cursor, i.kind, i.size, i.replaced_on, b.id, b.bytes
       FROM items i JOIN blobs b ON b.slot = i.slot WHERE i.channel = ? ORDER BY i.cursor`,
    );
    for (const row of db.prepare(`${placeColumns} WHERE s.use > 0 ORDER BY s.n`).iterate()) {
      const place = rowToPlace(row);
      if (place === null) continue;
      yield { is: 'channel', channel: placeToChannel(place) };
      for (const item of itemsOf.iterate(place.n)) yield itemToRow(place.channel.id, item);
    }
  } finally {
    db.close();
  }
}

const itemToRow = (channelId: Uint8Array, item: Record<string, unknown>): BackupRow => {
  const kind = kinds[numberOf(item, 'kind') - 1] ?? 'record';
  const cursor = numberOf(item, 'cursor');
  const bytes = bytesOf(item, 'bytes');
  if (kind === 'projection') return { is: 'projection', channelId, number: cursor, bytes };
  const id = bytesOf(item, 'id');
  const replacedOn = item['replaced_on'] === null ? null : numberOf(item, 'replaced_on');
  const kept = numberOf(item, 'size') === 0 ? null : bytes;
  return { is: 'record', channelId, cursor, id, kind, replacedOn, bytes: kept };
};

/** What `load` writes one row with, within a transaction. */
export const createTakeRow = (
  db: DatabaseSync,
  places: Places,
  items: Items,
  slots: Slots,
): ((row: BackupRow) => void) => {
  const insert = db.prepare(
    `INSERT INTO items (channel, cursor, mark, kind, size, slot, replaced_on)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const invite = db.prepare(
    `INSERT INTO invites (${inviteColumns}) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  /** Channels that this load has made: rows of any other are passed over. */
  const own = new Set<string>();

  return (row) => {
    if (row.is === 'tombstone') {
      const { channelId, why, on } = row.tombstone;
      const place = places.find(channelId);
      if (place !== null) places.remove(place);
      return places.bury(channelId, why, on);
    }
    if (row.is === 'invite') {
      const { key, label, channels, bytes, madeOn, isRevoked } = row.invite;
      invite.run(key, label, channels, bytes, madeOn, isRevoked ? 1 : 0);
      return;
    }
    if (row.is === 'channel') {
      const { channel } = row;
      if (places.goneWhy(channel.id) !== null || places.find(channel.id) !== null) return;
      own.add(keyOf(channel.id));
      const place = places.add(channel, channel.openedOn);
      place.usedOn = channel.usedOn;
      place.end = channel.end;
      place.bytes = channel.bytes;
      places.keepState(place);
      if (channel.snapshotId !== null) places.keepSnapshot(place, channel.snapshotId);
      return;
    }
    if (!own.has(keyOf(row.channelId))) return;
    const place = places.find(row.channelId);
    if (place === null) return;
    if (row.is === 'projection') {
      const { bytes: counted } = place;
      items.add(place, 'projection', { id: new Uint8Array(), bytes: row.bytes }, row.number);
      place.bytes = counted;
      return;
    }
    const bytes = row.bytes ?? new Uint8Array();
    const slot = slots.put(row.id, bytes);
    const mark = Buffer.from(row.id.buffer, row.id.byteOffset, 4).readUInt32BE(0);
    const kind = kinds.indexOf(row.kind) + 1;
    insert.run(place.n, row.cursor, mark, kind, bytes.length, slot, row.replacedOn);
    places.addMark(place, mark, row.cursor);
  };
};

export const groupsOf = async function* (
  rows: AsyncIterable<BackupRow>,
): AsyncGenerator<readonly BackupRow[]> {
  let group: BackupRow[] = [];
  for await (const row of rows) {
    group.push(row);
    if (group.length < atOnce) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
};
