/**
 * The store on PostgreSQL, with any number of processes side by side.
 *
 * Groups take their turn on one connection; who reads takes another. A connection that breaks is made again: the group that
 * was under way is refused, and may come again.
 */
import pg, { type Client } from 'pg';
import { type Found, replacedDays, type Store, type Told, type Usage } from '../store.ts';
import { commitGroup } from './commitGroup.ts';
import { checkDurable, createPool, createWriter, withClient } from './connect.ts';
import { createSender, listen, notify, signalNotice } from './notices.ts';
import { prune } from './prune.ts';
import { findChannel, readPage } from './readPage.ts';
import { createRecentChannels } from './recentChannels.ts';
import { migrate } from './schema.ts';
import { findLacks, scrub } from './scrub.ts';
import { dumpRows, loadRows } from './transfer.ts';

export interface PostgresStoreOptions {
  /** As DATABASE_URL. */
  readonly url: string;
  /** Connections for those who read; one more writes, one more listens. */
  readonly readers?: number;
  /** Told what of this PostgreSQL's settings keeps deleted bytes longer than need be. */
  readonly onLack?: (words: string) => void;
}

/** PostgreSQL gave this group up because another one was before it; nothing was kept. */
const isGivenUp = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.code === '40P01' || error.code === '40001');

const mostTries = 5;

/** Throws with a sentence where the database cannot be reached or used. */
export const createPostgresStore = async (options: PostgresStoreOptions): Promise<Store> => {
  const { url, readers = 8, onLack } = options;
  const pool = createPool(url, readers);
  const sender = createSender();
  const listeners = new Set<(told: Told) => void>();
  const tell = (told: Told): void => {
    for (const listener of listeners) listener(told);
  };

  const prepare = async (): Promise<void> => {
    await withClient(pool, async (client) => {
      await checkDurable(client);
      await migrate(client);
      if (onLack !== undefined) for (const words of await findLacks(client)) onLack(words);
    });
  };
  const listening = await prepare()
    .then(() => listen(url, sender, tell))
    .catch(async (error: unknown) => {
      await pool.end();
      throw error;
    });

  let writer: Client | null = null;
  const dropWriter = (): void => {
    void writer?.end().catch(() => undefined);
    writer = null;
  };
  const takeWriter = async (): Promise<Client> => {
    if (writer !== null) return writer;
    const next = createWriter(url);
    next.on('error', () => {
      if (writer === next) writer = null;
    });
    await next.connect();
    writer = next;
    return next;
  };

  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };

  const usageWhere = async (condition: string, values: readonly unknown[]): Promise<Usage> => {
    const { rows } = await pool.query<Usage>({
      name: `usage ${condition}`,
      text: `SELECT count(*) AS channels, coalesce(sum(bytes), 0) AS bytes FROM channels WHERE ${condition}`,
      values: [...values],
    });
    return rows[0] ?? { channels: 0, bytes: 0 };
  };

  const recent = createRecentChannels();
  const find = async (channelId: Uint8Array): Promise<Found> => {
    const found = await findChannel(pool, channelId);
    if (found.is === 'channel') recent.keep([found.channel]);
    return found;
  };

  return {
    commitsAtOnce: 1,
    commit: (writes) =>
      inTurn(async () => {
        for (let tries = 1; ; tries += 1) {
          try {
            const { outcomes, channels } = await commitGroup(await takeWriter(), sender, writes);
            recent.keep(channels);
            return outcomes;
          } catch (error) {
            dropWriter();
            if (isGivenUp(error) && tries < mostTries) continue;
            // It may have been kept after all; nobody else would tell those who follow here.
            if (!(error instanceof pg.DatabaseError)) tell({ is: 'missed' });
            throw error;
          }
        }
      }),
    find,
    look: (channelId) => {
      const channel = recent.get(channelId);
      return channel === null ? find(channelId) : { is: 'channel', channel };
    },
    read: (channelId, from, maxBytes, maxItems) =>
      readPage(pool, channelId, from, maxBytes, maxItems),
    usage: (opener) => usageWhere('opener = $1 AND use IS NOT NULL', [Buffer.from(opener)]),
    total: () => usageWhere('use IS NOT NULL', []),
    prune: (today, retentionDays) =>
      prune(
        pool,
        sender,
        today,
        today - replacedDays,
        retentionDays === null ? null : today - retentionDays,
      ),
    scrub: () => scrub(pool),
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    relay: async (channelId, bytes) => {
      const { name, text, values } = notify(signalNotice(sender, channelId, bytes));
      await pool.query({ name, text, values: [...values] });
    },
    dump: () => dumpRows(pool),
    load: (rows) => loadRows(pool, rows),
    check: async () => {
      const { rows } = await pool.query<{ reads_only: boolean }>(
        `SELECT pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean AS reads_only`,
      );
      if (rows[0]?.reads_only !== false) throw new Error('PostgreSQL takes no writes now.');
      if (!listening.isLive()) throw new Error('The connection that listens is broken.');
    },
    close: async () => {
      await turn;
      await listening.stop();
      await writer?.end();
      writer = null;
      await pool.end();
    },
  };
};
