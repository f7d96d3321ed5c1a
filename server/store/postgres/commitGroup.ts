/**
 * One transaction for a group, in two trips: lock and read, then write and commit.
 *
 * Rows of channels are locked in the order of their ids, so groups of several processes wait for each other and never
 * for ever. The lock is held until the commit: a reader never sees a cursor before a lower one.
 */
import { createHash } from 'node:crypto';
import type { Client, QueryResult, QueryResultRow } from 'pg';
import { bytesToHex } from '../../../src/shared/bytes.ts';
import type { Channel, Outcome, Write } from '../store.ts';
import { type Applied, applyWrites, type Changes, type Present, recordKey } from './applyWrites.ts';
import { noticeChannel, noticesOf } from './notices.ts';
import { type ChannelRow, channelColumns, kindToNumber, rowToFound, useToNumber } from './rows.ts';
import { partOf, partTable } from './schema.ts';

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const sha256 = (bytes: Uint8Array): Uint8Array =>
  createHash('sha256').update(bytes).digest();

type Send = (name: string, text: string, values?: readonly unknown[]) => void;

/** Sends all at once; resolves to their results, in order, when the last has answered. */
const inOneTrip = (client: Client, fill: (send: Send) => void): Promise<readonly QueryResult[]> => {
  const sent: Promise<QueryResult>[] = [];
  fill((name, text, values) => {
    sent.push(
      client.query(values === undefined ? { text } : { name, text, values: [...values] }),
    );
  });
  return Promise.all(sent);
};

const channelIdOf = (write: Write): Uint8Array =>
  write.is === 'open' ? write.channel.id : write.channelId;

/** Each id once. */
const distinct = (ids: readonly Uint8Array[]): readonly Uint8Array[] => [
  ...new Map(ids.map((id) => [bytesToHex(id), id])).values(),
];

interface Asked {
  readonly channelId: Uint8Array;
  readonly id: Uint8Array;
}

const askedRecords = (writes: readonly Write[]): readonly Asked[] =>
  writes.flatMap((write): readonly Asked[] => {
    if (write.is === 'append')
      return write.records.map(({ id }) => ({ channelId: write.channelId, id }));
    return write.is === 'snapshot' ? [{ channelId: write.channelId, id: write.record.id }] : [];
  });

const rowsOf = <Row extends QueryResultRow>(result: QueryResult | undefined): readonly Row[] =>
  result?.rows ?? [];

const lockAndRead = async (client: Client, writes: readonly Write[]): Promise<Present> => {
  const ids = distinct(writes.map(channelIdOf));
  const made = distinct(
    writes.filter(({ is }) => is === 'open' || is === 'end').map(channelIdOf),
  );
  const asked = askedRecords(writes);
  const shares = distinct(writes.filter(({ is }) => is === 'publish').map(channelIdOf));
  const columns = (list: readonly Uint8Array[]) => [list.map(partOf), list.map(asBuffer)];

  const results = await inOneTrip(client, (send) => {
    send('begin', 'BEGIN');
    // A row that is neither yet: two who open and end the same channel wait for each other here.
    send(
      'make',
      `INSERT INTO channels (part, id) SELECT part, id FROM unnest($1::smallint[], $2::bytea[]) AS w (part, id)
       ORDER BY part, id ON CONFLICT DO NOTHING`,
      columns(made),
    );
    send(
      'lock',
      `SELECT ${channelColumns
        .split(', ')
        .map((column) => `c.${column}`)
        .join(', ')}
       FROM unnest($1::smallint[], $2::bytea[]) AS w (part, id)
       JOIN channels c ON c.part = w.part AND c.id = w.id ORDER BY c.part, c.id FOR NO KEY UPDATE OF c`,
      columns(ids),
    );
    send(
      'known',
      `SELECT w.n, r.cursor FROM unnest($1::smallint[], $2::bytea[], $3::bytea[]) WITH ORDINALITY
         AS w (part, channel_id, id, n)
       JOIN records r ON r.part = w.part AND r.channel_id = w.channel_id AND r.id = w.id`,
      [...columns(asked.map(({ channelId }) => channelId)), asked.map(({ id }) => asBuffer(id))],
    );
    send(
      'published',
      `SELECT p.channel_id, p.number, sha256(p.bytes) AS hash, octet_length(p.bytes) AS size
       FROM unnest($1::bytea[]) AS w (id) JOIN projections p ON p.channel_id = w.id`,
      [shares.map(asBuffer)],
    );
  });
  const found = rowsOf<ChannelRow>(results[2]).map((row) => [bytesToHex(row.id), row] as const);
  const known = rowsOf<{ n: number; cursor: number }>(results[3]).flatMap(({ n, cursor }) => {
    const record = asked[n - 1];
    return record === undefined ? [] : [[recordKey(record.channelId, record.id), cursor] as const];
  });
  const published = rowsOf<{ channel_id: Buffer; number: number; hash: Buffer; size: number }>(
    results[4],
  ).map(({ channel_id, ...rest }) => [bytesToHex(channel_id), rest] as const);
  return {
    found: new Map(found.map(([key, row]) => [key, rowToFound(row)])),
    known: new Map(known),
    published: new Map(published),
  };
};

const channelValues = (channels: readonly Channel[]): readonly unknown[] => [
  channels.map(({ id }) => partOf(id)),
  channels.map(({ id }) => asBuffer(id)),
  channels.map(({ use }) => useToNumber[use]),
  channels.map(({ publicKey }) => asBuffer(publicKey)),
  channels.map(({ readTokenHash }) => asBuffer(readTokenHash)),
  channels.map(({ opener }) => opener),
  channels.map(({ openedOn }) => openedOn),
  channels.map(({ usedOn }) => usedOn),
  channels.map(({ end }) => end),
  channels.map(({ snapshotId }) => (snapshotId === null ? null : asBuffer(snapshotId))),
  channels.map(({ bytes }) => bytes),
];

/** The sealed bytes go as one piece, as they are, and are cut where they arrive. */
const packed = (all: readonly Uint8Array[]): readonly unknown[] => {
  const starts: number[] = [];
  let at = 1;
  for (const { length } of all) {
    starts.push(at);
    at += length;
  }
  return [Buffer.concat(all), starts, all.map(({ length }) => length)];
};

const writeChanges = (send: Send, changes: Changes): void => {
  const { channels, rows, replaced, projections, ended } = changes;
  if (rows.length > 0) {
    send(
      'append',
      `INSERT INTO records (part, channel_id, cursor, id, kind, bytes)
       SELECT w.part, w.channel_id, w.cursor, w.id, w.kind, substring($6::bytea FROM w.start FOR w.size)
       FROM unnest($1::smallint[], $2::bytea[], $3::bigint[], $4::bytea[], $5::smallint[], $7::integer[], $8::integer[])
         AS w (part, channel_id, cursor, id, kind, start, size)`,
      [
        rows.map(({ channelId }) => partOf(channelId)),
        rows.map(({ channelId }) => asBuffer(channelId)),
        rows.map(({ cursor }) => cursor),
        rows.map(({ id }) => asBuffer(id)),
        rows.map(({ kind }) => kindToNumber(kind)),
        ...packed(rows.map(({ bytes }) => bytes)),
      ],
    );
  }
  if (replaced.length > 0) {
    send(
      'replace',
      `UPDATE records r SET replaced_on = w.day
       FROM unnest($1::smallint[], $2::bytea[], $3::bytea[], $4::integer[]) AS w (part, channel_id, id, day)
       WHERE r.part = w.part AND r.channel_id = w.channel_id AND r.id = w.id AND r.replaced_on IS NULL`,
      [
        replaced.map(({ channelId }) => partOf(channelId)),
        replaced.map(({ channelId }) => asBuffer(channelId)),
        replaced.map(({ id }) => asBuffer(id)),
        replaced.map(({ on }) => on),
      ],
    );
  }
  if (projections.length > 0) {
    send(
      'publish',
      `INSERT INTO projections (channel_id, number, bytes)
       SELECT w.channel_id, w.number, substring($3::bytea FROM w.start FOR w.size)
       FROM unnest($1::bytea[], $2::bigint[], $4::integer[], $5::integer[]) AS w (channel_id, number, start, size)
       ON CONFLICT (channel_id) DO UPDATE SET number = excluded.number, bytes = excluded.bytes`,
      [
        projections.map(({ channelId }) => asBuffer(channelId)),
        projections.map(({ number }) => number),
        ...packed(projections.map(({ bytes }) => bytes)),
      ],
    );
  }
  if (channels.length > 0) {
    send(
      'channels',
      `UPDATE channels c SET use = w.use, public_key = w.public_key, read_token_hash = w.read_token_hash,
         opener = w.opener, opened_on = w.opened_on, used_on = w.used_on, last = w.last, snapshot_id = w.snapshot_id,
         bytes = w.bytes
       FROM unnest($1::smallint[], $2::bytea[], $3::smallint[], $4::bytea[], $5::bytea[], $6::text[], $7::integer[],
         $8::integer[], $9::bigint[], $10::bytea[], $11::bigint[])
         AS w (part, id, use, public_key, read_token_hash, opener, opened_on, used_on, last, snapshot_id, bytes)
       WHERE c.part = w.part AND c.id = w.id`,
      channelValues(channels),
    );
  }
  if (ended.length > 0)
    sendGone(
      send,
      1,
      ended.map(({ channelId }) => channelId),
      ended.map(({ on }) => on),
    );
  if (changes.isProjectionReplaced)
    send('scrub', 'INSERT INTO to_scrub (name) VALUES ($1)', ['projections']);
};

/** Leaves tombstones, and notes what must be scrubbed. @param why see `rows.ts` */
export const sendGone = (
  send: Send,
  why: number,
  ids: readonly Uint8Array[],
  days: readonly number[],
): void => {
  const partsAndIds = [ids.map(partOf), ids.map(asBuffer)];
  send(
    'forget',
    `DELETE FROM records r USING unnest($1::smallint[], $2::bytea[]) AS w (part, id)
     WHERE r.part = w.part AND r.channel_id = w.id`,
    partsAndIds,
  );
  send(
    'unpublish',
    'DELETE FROM projections p USING unnest($1::bytea[]) AS w (id) WHERE p.channel_id = w.id',
    [ids.map(asBuffer)],
  );
  send(
    'bury',
    `UPDATE channels c SET gone = $4, gone_on = w.day, use = NULL, public_key = NULL, read_token_hash = NULL,
       opener = NULL, opened_on = NULL, used_on = NULL, last = NULL, snapshot_id = NULL, bytes = NULL
     FROM unnest($1::smallint[], $2::bytea[], $3::integer[]) AS w (part, id, day)
     WHERE c.part = w.part AND c.id = w.id`,
    [...partsAndIds, [...days], why],
  );
  const touched = [...new Set(ids.map(partOf))];
  send('scrubs', 'INSERT INTO to_scrub (name) SELECT unnest($1::text[])', [
    [
      'projections',
      ...touched.flatMap((part) => [partTable('channels', part), partTable('records', part)]),
    ],
  ]);
};

/** Rejects, with nothing kept, or not known whether it was; then the connection must not be used again. */
export const commitGroup = async (
  client: Client,
  sender: string,
  writes: readonly Write[],
): Promise<readonly Outcome[]> => {
  const applied: Applied = applyWrites(writes, await lockAndRead(client, writes), sha256);
  const { changes } = applied;
  const results = await inOneTrip(client, (send) => {
    writeChanges(send, changes);
    const gone = changes.ended.map(({ channelId }) => ({ channelId, why: 'ended' as const }));
    for (const notice of noticesOf(sender, changes.grown, gone))
      send('notify', 'SELECT pg_notify($1, $2)', [noticeChannel, notice]);
    send('commit', 'COMMIT');
  });
  if (results.at(-1)?.command !== 'COMMIT') throw new Error('PostgreSQL did not commit.');
  return applied.outcomes;
};
