/**
 * One transaction for a group, in two trips: lock and read, then write and commit.
 *
 * Rows of channels are locked in the order of their ids, so groups of several processes wait for each other and never
 * for ever. The lock is held until the commit: a reader never sees a cursor before a lower one.
 */
import { createHash } from 'node:crypto';
import type { Client, QueryResult, QueryResultRow } from 'pg';
import { keyOf } from '../keyOf.ts';
import type { Channel, Outcome, Write } from '../store.ts';
import { applyWrites, type Present, recordKey } from './applyWrites.ts';
import { noticesOf, notify } from './notices.ts';
import { type ChannelRow, channelColumns, rowToFound } from './rows.ts';
import { partOf } from './schema.ts';
import { asBuffer, changeStatements, cutId, packIds, type Statement } from './statements.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

const begin = 'BEGIN';
const commit = 'COMMIT';

type Sent = Statement | string;

/** Sends all at once; resolves to the result of each when the last has answered. */
const inOneTrip = async (
  client: Client,
  all: readonly Sent[],
): Promise<ReadonlyMap<Sent, QueryResult>> => {
  const { stream } = client.connection;
  // One write to the network, and PostgreSQL wakes once.
  stream.cork();
  const sent = all.map((each) =>
    typeof each === 'string'
      ? client.query(each)
      : client.query({ ...each, values: [...each.values] }),
  );
  stream.uncork();
  const results = await Promise.all(sent);
  return new Map(results.map((result, index) => [all[index] ?? '', result]));
};

const channelIdOf = (write: Write): Uint8Array =>
  write.is === 'open' ? write.channel.id : write.channelId;

/** Each id once. */
const distinct = (ids: readonly Uint8Array[]): readonly Uint8Array[] => [
  ...new Map(ids.map((id) => [keyOf(id), id])).values(),
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

const lockedColumns = channelColumns
  .split(', ')
  .map((column) => `c.${column}`)
  .join(', ');

const lockAndRead = async (client: Client, writes: readonly Write[]): Promise<Present> => {
  const ids = distinct(writes.map(channelIdOf));
  const made = distinct(writes.filter(({ is }) => is === 'open' || is === 'end').map(channelIdOf));
  const asked = askedRecords(writes);
  const shares = distinct(writes.filter(({ is }) => is === 'publish').map(channelIdOf));
  const columns = (list: readonly Uint8Array[]) => [list.map(partOf), list.map(asBuffer)];

  // A row that is neither yet: two who open and end the same channel wait for each other here.
  const make: Statement = {
    name: 'make',
    text: `INSERT INTO channels (part, id) SELECT part, id FROM unnest($1::smallint[], $2::bytea[]) AS w (part, id)
      ORDER BY part, id ON CONFLICT DO NOTHING`,
    values: columns(made),
  };
  const lock: Statement = {
    name: 'lock',
    text: `SELECT ${lockedColumns} FROM unnest($1::smallint[], $2::bytea[]) AS w (part, id)
      JOIN channels c ON c.part = w.part AND c.id = w.id ORDER BY c.part, c.id FOR NO KEY UPDATE OF c`,
    values: columns(ids),
  };
  const readKnown: Statement = {
    name: 'known',
    // OFFSET 0: so that each record is looked for by the index of ids.
    text: `SELECT w.n, r.cursor FROM (
        SELECT w.n, w.part, ${cutId('$2')} AS channel_id, ${cutId('$3')} AS id
        FROM unnest($1::smallint[]) WITH ORDINALITY AS w (part, n) OFFSET 0
      ) AS w JOIN records r ON r.part = w.part AND r.channel_id = w.channel_id AND r.id = w.id`,
    values: [
      asked.map(({ channelId }) => partOf(channelId)),
      packIds(asked.map(({ channelId }) => channelId)),
      packIds(asked.map(({ id }) => id)),
    ],
  };
  const readPublished: Statement = {
    name: 'published',
    text: `SELECT p.channel_id, sha256(p.bytes) AS hash
      FROM unnest($1::bytea[]) AS w (id) JOIN projections p ON p.channel_id = w.id`,
    values: [shares.map(asBuffer)],
  };
  const results = await inOneTrip(client, [
    begin,
    ...(made.length > 0 ? [make] : []),
    ...(shares.length > 0 ? [lock, readPublished] : [lock]),
    ...(asked.length > 0 ? [readKnown] : []),
  ]);
  const rowsTo = <Row extends QueryResultRow>(asking: Statement): readonly Row[] =>
    results.get(asking)?.rows ?? [];
  const found = rowsTo<ChannelRow>(lock).map((row) => [keyOf(row.id), row] as const);
  const known = rowsTo<{ n: number; cursor: number }>(readKnown).flatMap(({ n, cursor }) => {
    const record = asked[n - 1];
    return record === undefined ? [] : [[recordKey(record.channelId, record.id), cursor] as const];
  });
  const published = rowsTo<{ channel_id: Uint8Array; hash: Uint8Array }>(readPublished).map(
    ({ channel_id, hash }) => [keyOf(channel_id), { hash }] as const,
  );
  return {
    found: new Map(found.map(([key, row]) => [key, rowToFound(row)])),
    known: new Map(known),
    published: new Map(published),
  };
};

interface Committed {
  readonly outcomes: readonly Outcome[];
  /** As they are now. */
  readonly channels: readonly Channel[];
}

/** Rejects, with nothing kept, or not known whether it was; then the connection must not be used again. */
export const commitGroup = async (
  client: Client,
  sender: string,
  writes: readonly Write[],
): Promise<Committed> => {
  const present = await lockAndRead(client, writes);
  const { outcomes, changes } = applyWrites(writes, present, sha256);
  const gone = changes.ended.map(({ channelId }) => ({ channelId, why: 'ended' as const }));
  const results = await inOneTrip(client, [
    ...changeStatements(changes),
    ...noticesOf(sender, changes.grown, gone).map(notify),
    commit,
  ]);
  if (results.get(commit)?.command !== 'COMMIT') throw new Error('PostgreSQL did not commit.');
  return { outcomes, channels: [...changes.opened, ...changes.changed] };
};
