/** All that the tables hold as rows, and back (`server/store/backupFile.ts` writes them to a file). */
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { bytesToHex } from '../../../src/shared/bytes.ts';
import type { BackupRow, Channel, Tombstone } from '../store.ts';
import { createPool, runEach, withClient } from './connect.ts';
import {
  addInvite,
  allInvites,
  type InviteRow,
  inviteToRow,
  rowToInvite,
} from './postgresInvites.ts';
import {
  type ChannelRow,
  channelColumns,
  kindToNumber,
  numberToKind,
  numberToWhy,
  rowToFound,
  useToNumber,
} from './rows.ts';
import { backupLock, lockSpace, partOf } from './schema.ts';
import { asBuffer, goneStatements } from './statements.ts';

const channelsAtOnce = 500;
const recordsAtOnce = 64;

/** In portions, by their order: `text` takes the last one's part and id (or cursor) and how many. */
async function* inPortions<Row extends QueryResultRow>(
  client: PoolClient,
  text: string,
  first: readonly unknown[],
  next: (last: Row) => readonly unknown[],
  atOnce: number,
): AsyncGenerator<Row> {
  let from = first;
  for (;;) {
    const { rows } = await client.query<Row>(text, [...from, atOnce]);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < atOnce) return;
    from = next(last);
  }
}

type PartRow = ChannelRow & { readonly part: number };

const partRows = (client: PoolClient, which: string): AsyncGenerator<PartRow> =>
  inPortions<PartRow>(
    client,
    `SELECT part, ${channelColumns} FROM channels WHERE ${which} AND (part, id) > ($1, $2) ORDER BY part, id LIMIT $3`,
    [-1, Buffer.alloc(0)],
    ({ part, id }) => [part, id],
    channelsAtOnce,
  );

interface RecordRow {
  readonly cursor: number;
  readonly id: Uint8Array;
  readonly kind: number;
  readonly replaced_on: number | null;
  readonly bytes: Uint8Array | null;
}

async function* channelRows(client: PoolClient, channel: Channel): AsyncGenerator<BackupRow> {
  const channelId = channel.id;
  yield { is: 'channel', channel };
  if (channel.use === 'share') {
    const { rows } = await client.query<{ number: number; bytes: Uint8Array }>(
      'SELECT number, bytes FROM projections WHERE channel_id = $1',
      [channelId],
    );
    for (const { number, bytes } of rows) yield { is: 'projection', channelId, number, bytes };
    return;
  }
  const records = inPortions<RecordRow>(
    client,
    `SELECT cursor, id, kind, replaced_on, bytes FROM records
     WHERE part = $1 AND channel_id = $2 AND cursor > $3 ORDER BY cursor LIMIT $4`,
    [partOf(channelId), channelId, 0],
    ({ cursor }) => [partOf(channelId), channelId, cursor],
    recordsAtOnce,
  );
  for await (const { cursor, id, kind, replaced_on, bytes } of records)
    yield {
      is: 'record',
      channelId,
      cursor,
      id,
      kind: numberToKind(kind),
      replacedOn: replaced_on,
      bytes,
    };
}

/** As of the moment of the first row. */
export async function* dumpRows(pool: Pool): AsyncGenerator<BackupRow> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock_shared($1, $2)', [lockSpace, backupLock]);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    for await (const { id, gone, gone_on } of partRows(client, 'gone IS NOT NULL')) {
      const tombstone = { channelId: id, why: numberToWhy(gone ?? 1), on: gone_on ?? 0 };
      yield { is: 'tombstone', tombstone };
    }
    const invites = await client.query<InviteRow>(allInvites);
    for (const row of invites.rows) yield { is: 'invite', invite: rowToInvite(row) };
    for await (const row of partRows(client, 'use IS NOT NULL')) {
      const found = rowToFound(row);
      if (found.is === 'channel') yield* channelRows(client, found.channel);
    }
  } finally {
    // Transaction and lock end with the connection.
    client.release(true);
  }
}

/** Of a database that nothing else here uses. Throws where no server has been yet. */
export async function* dumpDatabase(url: string): AsyncGenerator<BackupRow> {
  const pool = createPool(url, 1);
  try {
    const { rows } = await pool.query<{ there: boolean }>(
      `SELECT to_regclass('schema_version') IS NOT NULL AS there`,
    );
    if (rows[0]?.there !== true)
      throw new Error('There is nothing in this database. Start the server once first.');
    yield* dumpRows(pool);
  } finally {
    await pool.end();
  }
}

type RecordOf = Extract<BackupRow, { readonly is: 'record' }>;
type ProjectionOf = Extract<BackupRow, { readonly is: 'projection' }>;

const bury = async (client: PoolClient, tombstones: readonly Tombstone[]): Promise<void> => {
  const ids = tombstones.map(({ channelId }) => asBuffer(channelId));
  await client.query(
    `INSERT INTO channels (part, id) SELECT part, id FROM unnest($1::smallint[], $2::bytea[]) AS w (part, id)
     ORDER BY part, id ON CONFLICT DO NOTHING`,
    [ids.map(partOf), ids],
  );
  for (const why of ['ended', 'aged'] as const) {
    const of = tombstones.filter((each) => each.why === why);
    await runEach(
      client,
      goneStatements(
        why,
        of.map(({ channelId }) => channelId),
        of.map(({ on }) => on),
      ),
    );
  }
};

/** @returns whether it was not there yet */
const addChannel = async (client: PoolClient, channel: Channel): Promise<boolean> => {
  const { snapshotId } = channel;
  const { rowCount } = await client.query({
    name: 'load channel',
    text: `INSERT INTO channels (part, ${channelColumns})
     VALUES ($1, $2, $3, NULL, NULL, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`,
    values: [
      partOf(channel.id),
      asBuffer(channel.id),
      useToNumber[channel.use],
      asBuffer(channel.publicKey),
      asBuffer(channel.readTokenHash),
      asBuffer(channel.opener),
      channel.openedOn,
      channel.usedOn,
      channel.end,
      snapshotId === null ? null : asBuffer(snapshotId),
      channel.bytes,
    ],
  });
  return rowCount === 1;
};

const addRecord = (client: PoolClient, row: RecordOf): Promise<unknown> =>
  client.query({
    name: 'load record',
    text: `INSERT INTO records (part, channel_id, cursor, id, kind, replaced_on, bytes)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [
      partOf(row.channelId),
      asBuffer(row.channelId),
      row.cursor,
      asBuffer(row.id),
      kindToNumber(row.kind),
      row.replacedOn,
      row.bytes === null ? null : asBuffer(row.bytes),
    ],
  });

const addProjection = (client: PoolClient, row: ProjectionOf): Promise<unknown> =>
  client.query({
    name: 'load projection',
    text: 'INSERT INTO projections (channel_id, number, bytes) VALUES ($1, $2, $3)',
    values: [asBuffer(row.channelId), row.number, asBuffer(row.bytes)],
  });

/** Rows in one transaction when taking in. */
const atOnce = 500;

export const loadRows = async (pool: Pool, rows: AsyncIterable<BackupRow>): Promise<void> => {
  /** Channels that this load has made: rows of any other are passed over. */
  const own = new Set<string>();

  const take = (group: readonly BackupRow[]): Promise<void> =>
    withClient(pool, async (client) => {
      await client.query('BEGIN');
      const tombstones = group.flatMap((row) => (row.is === 'tombstone' ? [row.tombstone] : []));
      if (tombstones.length > 0) await bury(client, tombstones);
      for (const row of group) {
        if (row.is === 'tombstone') continue;
        if (row.is === 'invite') {
          await client.query(`${addInvite} ON CONFLICT DO NOTHING`, [...inviteToRow(row.invite)]);
        } else if (row.is === 'channel') {
          if (await addChannel(client, row.channel)) own.add(bytesToHex(row.channel.id));
        } else if (own.has(bytesToHex(row.channelId))) {
          await (row.is === 'record' ? addRecord(client, row) : addProjection(client, row));
        }
      }
      await client.query('COMMIT');
    });

  let group: BackupRow[] = [];
  for await (const row of rows) {
    group.push(row);
    if (group.length < atOnce) continue;
    await take(group);
    group = [];
  }
  if (group.length > 0) await take(group);
};
