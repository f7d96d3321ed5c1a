/** What is sent to PostgreSQL for the changes of a group. */
import type { Channel, Day, GoneWhy } from '../store.ts';
import type { Changes } from './applyWrites.ts';
import { kindToNumber, useToNumber, whyToNumber } from './rows.ts';
import { partOf, partTable } from './schema.ts';

/** Prepared once a connection, by its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

export const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** What a write to a channel changes. */
const stateValues = (channels: readonly Channel[]): readonly unknown[] => [
  channels.map(({ usedOn }) => usedOn),
  channels.map(({ end }) => end),
  channels.map(({ snapshotId }) => (snapshotId === null ? null : asBuffer(snapshotId))),
  channels.map(({ bytes }) => bytes),
];

const channelValues = (channels: readonly Channel[]): readonly unknown[] => [
  channels.map(({ id }) => partOf(id)),
  channels.map(({ id }) => asBuffer(id)),
  channels.map(({ use }) => useToNumber[use]),
  channels.map(({ publicKey }) => asBuffer(publicKey)),
  channels.map(({ readTokenHash }) => asBuffer(readTokenHash)),
  channels.map(({ opener }) => asBuffer(opener)),
  channels.map(({ openedOn }) => openedOn),
  ...stateValues(channels),
];

/**
 * Ids of rows go as one piece too: an array of them is written as text, and costs more than all else that is done for it.
 * `cutId` gives the id of the row `w.n`.
 */
export const packIds = (ids: readonly Uint8Array[]): Buffer => Buffer.concat(ids);

export const cutId = (parameter: string): string =>
  `substring(${parameter}::bytea FROM (w.n::integer - 1) * 32 + 1 FOR 32)`;

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

export const changeStatements = (changes: Changes): readonly Statement[] => {
  const { opened, changed, rows, replaced, projections, ended } = changes;
  const statements: Statement[] = [];
  const add = (name: string, text: string, values: readonly unknown[]): void => {
    statements.push({ name, text, values });
  };
  if (rows.length > 0) {
    add(
      'append',
      `INSERT INTO records (part, channel_id, cursor, id, kind, bytes)
       SELECT w.part, ${cutId('$2')}, w.cursor, ${cutId('$4')}, w.kind, substring($6::bytea FROM w.start FOR w.size)
       FROM unnest($1::smallint[], $3::bigint[], $5::smallint[], $7::integer[], $8::integer[]) WITH ORDINALITY
         AS w (part, cursor, kind, start, size, n)`,
      [
        rows.map(({ channelId }) => partOf(channelId)),
        packIds(rows.map(({ channelId }) => channelId)),
        rows.map(({ cursor }) => cursor),
        packIds(rows.map(({ id }) => id)),
        rows.map(({ kind }) => kindToNumber(kind)),
        ...packed(rows.map(({ bytes }) => bytes)),
      ],
    );
  }
  if (replaced.length > 0) {
    add(
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
    add(
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
  if (changed.length > 0) {
    add(
      'change',
      `UPDATE channels c SET used_on = w.used_on, last = w.last, snapshot_id = w.snapshot_id, bytes = w.bytes
       FROM unnest($1::smallint[], $2::bytea[], $3::integer[], $4::bigint[], $5::bytea[], $6::bigint[])
         AS w (part, id, used_on, last, snapshot_id, bytes)
       WHERE c.part = w.part AND c.id = w.id`,
      [
        changed.map(({ id }) => partOf(id)),
        changed.map(({ id }) => asBuffer(id)),
        ...stateValues(changed),
      ],
    );
  }
  if (opened.length > 0) {
    add(
      'open',
      `UPDATE channels c SET use = w.use, public_key = w.public_key, read_token_hash = w.read_token_hash,
         opener = w.opener, opened_on = w.opened_on, used_on = w.used_on, last = w.last, snapshot_id = w.snapshot_id,
         bytes = w.bytes
       FROM unnest($1::smallint[], $2::bytea[], $3::smallint[], $4::bytea[], $5::bytea[], $6::bytea[], $7::integer[],
         $8::integer[], $9::bigint[], $10::bytea[], $11::bigint[])
         AS w (part, id, use, public_key, read_token_hash, opener, opened_on, used_on, last, snapshot_id, bytes)
       WHERE c.part = w.part AND c.id = w.id`,
      channelValues(opened),
    );
  }
  if (ended.length > 0)
    statements.push(
      ...goneStatements(
        'ended',
        ended.map(({ channelId }) => channelId),
        ended.map(({ on }) => on),
      ),
    );
  if (changes.isProjectionReplaced)
    add('scrub', 'INSERT INTO to_scrub (name) VALUES ($1)', ['projections']);
  return statements;
};

/** Leave tombstones, and note what must be scrubbed. Rows of these channels must be there, and locked. */
export const goneStatements = (
  why: GoneWhy,
  ids: readonly Uint8Array[],
  days: readonly Day[],
): readonly Statement[] => {
  const partsAndIds = [ids.map(partOf), ids.map(asBuffer)];
  const touched = [...new Set(ids.map(partOf))];
  const names = touched.flatMap((part) => [
    partTable('channels', part),
    partTable('records', part),
  ]);
  return [
    {
      name: 'forget',
      text: `DELETE FROM records r USING unnest($1::smallint[], $2::bytea[]) AS w (part, id)
        WHERE r.part = w.part AND r.channel_id = w.id`,
      values: partsAndIds,
    },
    {
      name: 'unpublish',
      text: 'DELETE FROM projections p USING unnest($1::bytea[]) AS w (id) WHERE p.channel_id = w.id',
      values: [ids.map(asBuffer)],
    },
    {
      name: 'bury',
      text: `UPDATE channels c SET gone = $4, gone_on = w.day, use = NULL, public_key = NULL, read_token_hash = NULL,
          opener = NULL, opened_on = NULL, used_on = NULL, last = NULL, snapshot_id = NULL, bytes = NULL
        FROM unnest($1::smallint[], $2::bytea[], $3::integer[]) AS w (part, id, day)
        WHERE c.part = w.part AND c.id = w.id`,
      values: [...partsAndIds, [...days], whyToNumber[why]],
    },
    {
      name: 'scrubs',
      text: 'INSERT INTO to_scrub (name) SELECT unnest($1::text[])',
      values: [['projections', ...names]],
    },
  ];
};
