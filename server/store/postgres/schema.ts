/**
 * The tables, and how they come to be.
 *
 * `channels` and `records` lie in 32 parts by the first byte of the channel id: forgetting for good means that PostgreSQL
 * writes a part anew (`scrub.ts`), and one part is soon written. A tombstone is what is left of a channel's row, so that
 * two processes can never make one of the same channel a channel and a tombstone.
 */
import type { PoolClient } from 'pg';

export const partCount = 32;

export const partOf = (channelId: Uint8Array): number => (channelId[0] ?? 0) % partCount;

export const parts: readonly number[] = Array.from({ length: partCount }, (_, part) => part);

/** Of these two each part is a table of its own. */
export const partTable = (table: 'channels' | 'records', part: number): string =>
  `${table}_${part}`;

/** PostgreSQL keeps samples of what stands in a column, also of what was deleted since; of these it must keep none. */
const withoutSamples = (columns: readonly string[]): string =>
  columns.map((column) => `ALTER ${column} SET STATISTICS 0`).join(', ');

/** What is sealed cannot be pressed: EXTERNAL. */
const asItIs = 'ALTER bytes SET STORAGE EXTERNAL';

const sampled = {
  channels: ['id', 'public_key', 'read_token_hash', 'opener', 'snapshot_id'],
  records: ['channel_id', 'id', 'bytes'],
} as const;

const eachPart = (table: 'channels' | 'records', more: string): string =>
  parts
    .map((part) => {
      const name = partTable(table, part);
      return `CREATE TABLE ${name} PARTITION OF ${table} FOR VALUES IN (${part});
        ALTER TABLE ${name} ${withoutSamples(sampled[table])}, ${more};`;
    })
    .join('\n');

/** Each is run once, in order. A later one is added below, never changed. */
const migrations: readonly string[] = [
  `
  -- use: 1 log, 2 share; gone: 1 ended, 2 aged, then all but gone_on is NULL.
  CREATE TABLE channels (
    part smallint NOT NULL, id bytea NOT NULL, use smallint, gone smallint, gone_on integer, public_key bytea,
    read_token_hash bytea, opener bytea, opened_on integer, used_on integer, last bigint, snapshot_id bytea, bytes bigint,
    PRIMARY KEY (part, id)
  ) PARTITION BY LIST (part);
  ALTER TABLE channels ${withoutSamples(sampled.channels)};
  ${eachPart('channels', 'SET (fillfactor = 80)')}
  CREATE INDEX ON channels (opener) WHERE use IS NOT NULL;
  -- kind: 1 record, 2 snapshot. bytes NULL: replaced and deleted, only the id is known.
  CREATE TABLE records (
    part smallint NOT NULL, channel_id bytea NOT NULL, cursor bigint NOT NULL, id bytea NOT NULL, kind smallint NOT NULL,
    replaced_on integer, bytes bytea, PRIMARY KEY (part, channel_id, cursor), UNIQUE (part, channel_id, id)
  ) PARTITION BY LIST (part);
  ALTER TABLE records ${withoutSamples(sampled.records)}, ${asItIs};
  ${eachPart('records', asItIs)}
  CREATE INDEX ON records (replaced_on) WHERE replaced_on IS NOT NULL AND bytes IS NOT NULL;
  CREATE TABLE projections (channel_id bytea PRIMARY KEY, number bigint NOT NULL, bytes bytea NOT NULL);
  ALTER TABLE projections ${withoutSamples(['channel_id', 'bytes'])}, ${asItIs};
  -- What holds deleted bytes still: the name of a table.
  CREATE TABLE to_scrub (n bigserial PRIMARY KEY, name text NOT NULL);
  `,
  // key: 16 bytes of a hash of the code.
  `
  CREATE TABLE invites (
    n bigserial PRIMARY KEY, key bytea NOT NULL UNIQUE, label text NOT NULL, channels bigint NOT NULL,
    bytes bigint NOT NULL, made_on integer NOT NULL, is_revoked boolean NOT NULL
  );
  `,
];

/** Any number that nobody else in this database takes; "sip1". */
export const lockSpace = 0x7369_7031;
const migrationLock = 1;
export const pruneLock = 2;
export const scrubLock = 3;
/** Shared by those who read all, taken alone by who scrubs. */
export const backupLock = 4;

/**
 * Takes a new or older database to the present tables. Of several that start at once one does it, and the others wait.
 * Throws where a newer program has been here.
 */
export const migrate = async (client: PoolClient): Promise<void> => {
  await client.query('SELECT pg_advisory_lock($1, $2)', [lockSpace, migrationLock]);
  try {
    await client.query('CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL)');
    const { rows } = await client.query<{ version: number }>('SELECT version FROM schema_version');
    const present = rows[0]?.version ?? 0;
    if (present > migrations.length)
      throw new Error('The data was written by a newer version of this program. Start that one.');
    for (const [index, text] of migrations.entries()) {
      if (index < present) continue;
      await client.query(
        `BEGIN; ${text}; DELETE FROM schema_version; INSERT INTO schema_version VALUES (${index + 1}); COMMIT`,
      );
    }
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    await client.query('SELECT pg_advisory_unlock($1, $2)', [lockSpace, migrationLock]);
  }
};
