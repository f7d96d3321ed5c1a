/** Connections to PostgreSQL, set so that what is acknowledged is on disk, and each query goes by its index. */
import pg, { type Client, type ClientConfig, type Pool, type PoolClient } from 'pg';
import type { Statement } from './statements.ts';

const bytesType = 17;
const longType = 20;
const sumType = 1700;

const viewOf = ({ buffer, byteOffset, byteLength }: Buffer): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** Numbers of eight bytes come as numbers: cursors and sums stay far below 2^53. */
const types: NonNullable<ClientConfig['types']> = {
  getTypeParser: (oid: number) => {
    if (oid === longType || oid === sumType) return Number;
    const parse = pg.types.getTypeParser(oid, 'text');
    return oid === bytesType ? (text: string) => viewOf(parse(text)) : parse;
  },
};

/**
 * Plans are made once: the tables are empty then, and their sizes unknown, so PostgreSQL is told not to read whole tables.
 * `synchronous_commit` is ours to say: a database where it is off would make our answers untrue.
 */
const options = [
  '-c synchronous_commit=on',
  '-c plan_cache_mode=force_generic_plan',
  '-c enable_seqscan=off',
  '-c enable_hashjoin=off',
  '-c enable_mergejoin=off',
  '-c jit=off',
  '-c default_transaction_isolation=read\\ committed',
  '-c idle_in_transaction_session_timeout=60000',
].join(' ');

const configOf = (url: string): ClientConfig => ({
  connectionString: url,
  options,
  types,
  keepAlive: true,
  connectionTimeoutMillis: 30_000,
  application_name: 'sip',
});

export const createPool = (url: string, max: number): Pool => {
  const pool = new pg.Pool({ ...configOf(url), max, idleTimeoutMillis: 60_000 });
  // A connection that breaks while nobody uses it: the next query makes a new one.
  pool.on('error', () => undefined);
  return pool;
};

/** Sends a query without waiting for the answer of the one before. */
export const createWriter = (url: string): Client =>
  new pg.Client({ ...configOf(url), pipeline: true });

export const createListener = (url: string): Client => new pg.Client(configOf(url));

export const withClient = async <T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> => {
  const client = await pool.connect();
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    // Whatever it was in the middle of ends with the connection.
    client.release(true);
    throw error;
  }
};

/** One after the other. */
export const runEach = async (
  client: PoolClient,
  statements: readonly Statement[],
): Promise<void> => {
  for (const each of statements) await client.query({ ...each, values: [...each.values] });
};

/** Throws with a sentence where PostgreSQL is set so that it loses what it has acknowledged. */
export const checkDurable = async (client: PoolClient): Promise<void> => {
  for (const setting of ['fsync', 'full_page_writes']) {
    const { rows } = await client.query<{ value: string }>('SELECT current_setting($1) AS value', [
      setting,
    ]);
    if (rows[0]?.value !== 'on')
      throw new Error(
        `PostgreSQL runs with ${setting}=off: it would lose what it has acknowledged. Set ${setting}=on.`,
      );
  }
};
