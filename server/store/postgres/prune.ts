/** Deletes what its day has come for: what snapshots replaced, and channels that nobody uses, where retention is set. */
import type { Pool, PoolClient } from 'pg';
import type { Day } from '../store.ts';
import { runEach, withClient } from './connect.ts';
import { noticesOf, notify } from './notices.ts';
import { lockSpace, partTable, pruneLock } from './schema.ts';
import { goneStatements } from './statements.ts';

/** In one transaction, so that nobody waits long. */
const atOnce = 500;

/** One process at a time, in one transaction. */
const inTurn = <T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> =>
  withClient(pool, async (client) => {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1, $2)', [lockSpace, pruneLock]);
    const value = await work(client);
    await client.query('COMMIT');
    return value;
  });

const lockChannels = `SELECT c.id FROM unnest($1::smallint[], $2::bytea[]) AS w (part, id)
  JOIN channels c ON c.part = w.part AND c.id = w.id`;
const inOrder = 'ORDER BY c.part, c.id FOR NO KEY UPDATE OF c';

interface Replaced {
  readonly part: number;
  readonly channel_id: Uint8Array;
  readonly cursor: number;
  readonly size: number;
}

const deleteReplaced = async (client: PoolClient, until: Day): Promise<number> => {
  const { rows } = await client.query<Replaced>(
    `SELECT part, channel_id, cursor, octet_length(bytes) AS size FROM records
     WHERE replaced_on <= $1 AND bytes IS NOT NULL ORDER BY part, channel_id LIMIT $2`,
    [until, atOnce],
  );
  if (rows.length === 0) return 0;
  const channels = [rows.map(({ part }) => part), rows.map(({ channel_id }) => channel_id)];
  await client.query(`${lockChannels} ${inOrder}`, channels);
  await client.query(
    `UPDATE records r SET bytes = NULL FROM unnest($1::smallint[], $2::bytea[], $3::bigint[]) AS w (part, id, cursor)
     WHERE r.part = w.part AND r.channel_id = w.id AND r.cursor = w.cursor`,
    [...channels, rows.map(({ cursor }) => cursor)],
  );
  await client.query(
    `UPDATE channels c SET bytes = c.bytes - w.size FROM (
       SELECT part, id, sum(size) AS size FROM unnest($1::smallint[], $2::bytea[], $3::bigint[]) AS v (part, id, size)
       GROUP BY part, id
     ) AS w WHERE c.part = w.part AND c.id = w.id`,
    [...channels, rows.map(({ size }) => size)],
  );
  const touched = [...new Set(rows.map(({ part }) => partTable('records', part)))];
  await client.query('INSERT INTO to_scrub (name) SELECT unnest($1::text[])', [touched]);
  return rows.length;
};

const ageChannels = async (
  client: PoolClient,
  sender: string,
  before: Day,
  today: Day,
): Promise<readonly Uint8Array[]> => {
  const { rows } = await client.query<{ part: number; id: Uint8Array }>(
    'SELECT part, id FROM channels WHERE use IS NOT NULL AND used_on < $1 LIMIT $2',
    [before, atOnce],
  );
  if (rows.length === 0) return [];
  // Meanwhile one of them may have been used.
  const locked = await client.query<{ id: Uint8Array }>(
    `${lockChannels} WHERE c.use IS NOT NULL AND c.used_on < $3 ${inOrder}`,
    [rows.map(({ part }) => part), rows.map(({ id }) => id), before],
  );
  const ids = locked.rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const gone = ids.map((channelId) => ({ channelId, why: 'aged' as const }));
  await runEach(client, [
    ...goneStatements(
      'aged',
      ids,
      ids.map(() => today),
    ),
    ...noticesOf(sender, [], gone).map(notify),
  ]);
  return ids;
};

/** @param replacedUntil the last day on which something was replaced that goes now @param usedBefore null: none ages */
export const prune = async (
  pool: Pool,
  sender: string,
  today: Day,
  replacedUntil: Day,
  usedBefore: Day | null,
): Promise<readonly Uint8Array[]> => {
  while ((await inTurn(pool, (client) => deleteReplaced(client, replacedUntil))) === atOnce);
  const gone: Uint8Array[] = [];
  if (usedBefore === null) return gone;
  for (;;) {
    const ids = await inTurn(pool, (client) => ageChannels(client, sender, usedBefore, today));
    if (ids.length === 0) return gone;
    gone.push(...ids);
  }
};
