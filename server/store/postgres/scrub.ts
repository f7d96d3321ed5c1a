/**
 * Forgets for good. PostgreSQL leaves deleted rows in its files, and in its write-ahead log; so the parts that hold such rows
 * are written anew, and the log is begun anew.
 *
 * The log needs two rights and one setting (docs/operation.md). Where they lack, the log keeps what was deleted until
 * PostgreSQL itself throws that part away; `findLacks` says so at start.
 */
import type { Pool, PoolClient } from 'pg';
import { withClient } from './connect.ts';
import { backupLock, lockSpace, parts, partTable, scrubLock } from './schema.ts';

const tables: ReadonlySet<string> = new Set([
  'projections',
  ...parts.flatMap((part) => [partTable('channels', part), partTable('records', part)]),
]);

/**
 * Rows that somebody may still see are not left out. Two must be over: every transaction on this PostgreSQL that began
 * before, in whatever database (while one runs, a table that is written anew keeps what was deleted since), and every reading
 * in this database from before.
 */
const longestWaitMs = 30_000;

const waitForOthers = async (client: PoolClient): Promise<void> => {
  const { rows } = await client.query<{ next: string }>(
    'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next',
  );
  const until = Date.now() + longestWaitMs;
  for (;;) {
    const { rows: others } = await client.query(
      `SELECT 1 WHERE pg_snapshot_xmin(pg_current_snapshot()) < $1::xid8 OR EXISTS (
         SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
         AND age(backend_xmin) > age($1::xid8::xid))`,
      [rows[0]?.next],
    );
    if (others.length === 0) return;
    if (Date.now() > until)
      throw new Error('A transaction on PostgreSQL runs for long; later again.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const lacksRight = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '42501';

const beginLogAnew = async (client: PoolClient): Promise<void> => {
  try {
    await client.query('SELECT pg_switch_wal()');
    await client.query('CHECKPOINT');
  } catch (error) {
    if (!lacksRight(error)) throw error;
  }
};

const scrubTables = async (client: PoolClient): Promise<void> => {
  const { rows } = await client.query<{ n: number; name: string }>(
    'SELECT max(n) AS n, name FROM to_scrub GROUP BY name ORDER BY name',
  );
  if (rows.length === 0) return;
  await waitForOthers(client);
  for (const { name } of rows) if (tables.has(name)) await client.query(`VACUUM (FULL) ${name}`);
  await beginLogAnew(client);
  for (const { n, name } of rows)
    await client.query('DELETE FROM to_scrub WHERE name = $1 AND n <= $2', [name, n]);
};

/** Rejects while somebody reads all that there is: then later again. */
export const scrub = (pool: Pool): Promise<void> =>
  withClient(pool, async (client) => {
    await client.query('SELECT pg_advisory_lock($1, $2)', [lockSpace, scrubLock]);
    try {
      const { rows } = await client.query<{ alone: boolean }>(
        'SELECT pg_try_advisory_lock($1, $2) AS alone',
        [lockSpace, backupLock],
      );
      if (rows[0]?.alone !== true) throw new Error('A backup reads the tables; later again.');
      try {
        await scrubTables(client);
      } finally {
        await client.query('SELECT pg_advisory_unlock($1, $2)', [lockSpace, backupLock]);
      }
    } finally {
      await client.query('SELECT pg_advisory_unlock($1, $2)', [lockSpace, scrubLock]);
    }
  });

/** Sentences for whoever runs the server; none where all is well. */
export const findLacks = async (client: PoolClient): Promise<readonly string[]> => {
  const { rows } = await client.query<{
    recycle: string;
    archive: string;
    may_switch: boolean;
    may_checkpoint: boolean;
  }>(
    `SELECT current_setting('wal_recycle') AS recycle, current_setting('archive_mode') AS archive,
       has_function_privilege('pg_switch_wal()', 'EXECUTE') AS may_switch,
       EXISTS (SELECT 1 FROM pg_roles WHERE rolname = current_user AND rolsuper) OR EXISTS (
         SELECT 1 FROM pg_roles WHERE rolname = 'pg_checkpoint' AND pg_has_role(current_user, oid, 'MEMBER')
       ) AS may_checkpoint`,
  );
  const row = rows[0];
  if (row === undefined) return [];
  const stays = 'so what was deleted stays longer in its write-ahead log (docs/operation.md).';
  return [
    ...(row.recycle === 'off' ? [] : [`PostgreSQL runs with wal_recycle=${row.recycle}, ${stays}`]),
    ...(row.archive === 'off'
      ? []
      : [`PostgreSQL keeps an archive of its log (archive_mode), ${stays}`]),
    ...(row.may_switch && row.may_checkpoint
      ? []
      : [`The user of DATABASE_URL may not run pg_switch_wal() and CHECKPOINT, ${stays}`]),
  ];
};
