/** What readers ask: is there such a channel, and what lies after a cursor. Each answer is of one moment. */
import type { Pool } from 'pg';
import type { Found, ItemKind, Page } from '../store.ts';
import { type ChannelRow, channelColumns, rowToFound } from './rows.ts';
import { partOf } from './schema.ts';
import { asBuffer } from './statements.ts';

export const findChannel = async (pool: Pool, channelId: Uint8Array): Promise<Found> => {
  const { rows } = await pool.query<ChannelRow>({
    name: 'find',
    text: `SELECT ${channelColumns} FROM channels WHERE part = $1 AND id = $2`,
    values: [partOf(channelId), asBuffer(channelId)],
  });
  return rowToFound(rows[0]);
};

interface PageRow {
  readonly last: number;
  readonly snapshot_id: Uint8Array | null;
  readonly cursor: number | null;
  readonly kind: number | null;
  readonly bytes: Uint8Array | null;
}

const kinds: Readonly<Record<number, ItemKind>> = { 1: 'record', 2: 'snapshot', 3: 'projection' };

const isMoreAfter = async (pool: Pool, channelId: Uint8Array, cursor: number): Promise<boolean> => {
  const { rows } = await pool.query({
    name: 'more',
    text: `SELECT 1 FROM records WHERE part = $1 AND channel_id = $2 AND cursor > $3 AND bytes IS NOT NULL LIMIT 1`,
    values: [partOf(channelId), asBuffer(channelId), cursor],
  });
  return rows.length > 0;
};

export const readPage = async (
  pool: Pool,
  channelId: Uint8Array,
  from: number,
  maxBytes: number,
  maxItems: number,
): Promise<Page | null> => {
  const { rows } = await pool.query<PageRow>({
    name: 'read',
    text: `SELECT c.last, c.snapshot_id, i.cursor, i.kind, i.bytes FROM channels c LEFT JOIN LATERAL (
        SELECT cursor, kind, bytes FROM (
          SELECT r.cursor, r.kind, r.bytes, sum(octet_length(r.bytes)) OVER (ORDER BY r.cursor) AS total
          FROM records r WHERE c.use = 1 AND r.part = $1 AND r.channel_id = $2 AND r.cursor > $3 AND r.bytes IS NOT NULL
          ORDER BY r.cursor LIMIT $5
        ) AS t WHERE total <= $4 OR total = octet_length(bytes)
        UNION ALL
        SELECT p.number, 3, p.bytes FROM projections p WHERE c.use = 2 AND p.channel_id = $2 AND p.number > $3
      ) AS i ON true WHERE c.part = $1 AND c.id = $2 AND c.use IS NOT NULL ORDER BY i.cursor`,
    values: [partOf(channelId), asBuffer(channelId), from, maxBytes, Math.max(1, maxItems)],
  });
  const [first] = rows;
  if (first === undefined) return null;
  const items = rows.flatMap(({ cursor, kind, bytes }) => {
    const is = kind === null ? undefined : kinds[kind];
    return cursor === null || is === undefined || bytes === null
      ? []
      : [{ cursor, kind: is, bytes }];
  });
  const end = first.last;
  const reached = items.at(-1)?.cursor ?? end;
  const isCut = reached < end && (await isMoreAfter(pool, channelId, reached));
  return { items, next: isCut ? reached : end, end, snapshotId: first.snapshot_id };
};
