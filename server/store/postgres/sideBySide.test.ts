/** Several stores on one database, as several processes have them. */
import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openerKey, type Store, type Told } from '../store.ts';
import { createPostgresStore } from './postgresStore.ts';
import { startPostgres, type TestPostgres } from './testPostgres.ts';

// A machine that does much else is no failure.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const today = 20_000;
const all = 1_000_000_000;
let postgres: TestPostgres;
let url: string;
let stores: Store[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  vi.resetConfig();
  await postgres.stop();
});

const start = async (): Promise<Store> => {
  const store = await createPostgresStore({ url });
  stores.push(store);
  return store;
};

beforeEach(async () => {
  url = await postgres.newDatabase();
  stores = [];
});

afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await postgres.dropDatabase(url);
});

const newChannel = () => {
  const publicKey = new Uint8Array(randomBytes(32));
  const id = new Uint8Array(createHash('sha256').update(publicKey).digest());
  const use = 'log' as const;
  return { id, publicKey, readTokenHash: publicKey, use, opener: openerKey('one') };
};

const newRecord = () => {
  const bytes = new Uint8Array(randomBytes(321));
  return { id: new Uint8Array(createHash('sha256').update(bytes).digest()), bytes };
};

const listen = (store: Store): Told[] => {
  const told: Told[] = [];
  store.watch((each) => told.push(each));
  return told;
};

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const ask = async (text: string, values: readonly unknown[] = []): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows;
  } finally {
    await client.end();
  }
};

describe('several processes on one PostgreSQL', () => {
  it('start at once on an empty database, and find the tables made once', async () => {
    const started = await Promise.all(Array.from({ length: 6 }, start));
    const channel = newChannel();
    await started[0]?.commit([{ is: 'open', channel, today }]);
    for (const store of started)
      expect(await store.find(channel.id)).toMatchObject({ is: 'channel' });
    expect(await ask('SELECT version FROM schema_version')).toEqual([{ version: 2 }]);
  });

  it('hear what the others did, and not what they did themselves', async () => {
    const [here, there] = [await start(), await start()];
    const [toldHere, toldThere] = [listen(here), listen(there)];
    const channel = newChannel();
    await here.commit([
      { is: 'open', channel, today },
      { is: 'append', channelId: channel.id, records: [newRecord()], today },
    ]);
    await here.relay(channel.id, new Uint8Array(321).fill(7));
    await here.commit([{ is: 'end', channelId: channel.id, today }]);
    await vi.waitFor(() => expect(toldThere).toHaveLength(3), 60_000);
    expect(toldThere).toEqual([
      { is: 'grew', channelId: channel.id },
      { is: 'signal', channelId: channel.id, bytes: new Uint8Array(321).fill(7) },
      { is: 'gone', channelId: channel.id, why: 'ended' },
    ]);
    expect(toldHere).toEqual([]);
    expect(await there.find(channel.id)).toEqual({ is: 'gone', why: 'ended' });
  });

  it('tell of every channel of a group, however many', async () => {
    const [here, there] = [await start(), await start()];
    const told = listen(there);
    const channels = Array.from({ length: 400 }, newChannel);
    await here.commit(channels.map((channel) => ({ is: 'open' as const, channel, today })));
    await here.commit(
      channels.map(({ id }) => ({
        is: 'append' as const,
        channelId: id,
        records: [newRecord()],
        today,
      })),
    );
    await vi.waitFor(() => expect(told).toHaveLength(400), 60_000);
  });

  it('write to the same channels at once: each cursor once, none left out, nothing twice', async () => {
    const [here, there] = [await start(), await start()];
    const channels = Array.from({ length: 5 }, newChannel);
    await Promise.all(
      [here, there].map((store) =>
        store.commit(channels.map((channel) => ({ is: 'open' as const, channel, today }))),
      ),
    );
    const shared = channels.map(() => Array.from({ length: 20 }, newRecord));
    let known = 0;
    const write = async (store: Store, turn: number): Promise<void> => {
      for (let round = 0; round < 20; round += 1) {
        const inOrder = turn === 0 ? channels : [...channels].reverse();
        const outcomes = await store.commit(
          inOrder.map((channel) => {
            const both = shared[channels.indexOf(channel)]?.[round] ?? newRecord();
            const records = [newRecord(), both];
            return { is: 'append' as const, channelId: channel.id, records, today };
          }),
        );
        for (const outcome of outcomes) {
          if (outcome.is !== 'appended') throw new Error(outcome.is);
          known += outcome.fresh.length;
        }
      }
    };
    await Promise.all([write(here, 0), write(there, 1)]);
    expect(known).toBe(5 * 20 * 3);
    for (const { id } of channels) {
      const pages = await Promise.all([here, there].map((store) => store.read(id, 0, all, all)));
      const [a, b] = pages.map((page) => page?.items.map(({ bytes }) => hexOf(bytes)));
      expect(a).toEqual(b);
      expect(new Set(a).size).toBe(60);
      expect(pages[0]?.items.map(({ cursor }) => cursor)).toEqual(
        Array.from({ length: 60 }, (_, index) => index + 1),
      );
    }
  });

  it('never show a cursor before a lower one', async () => {
    const [here, there, reader] = [await start(), await start(), await start()];
    const channel = newChannel();
    await here.commit([{ is: 'open', channel, today }]);
    let isWriting = true;
    const write = async (store: Store): Promise<void> => {
      for (let round = 0; round < 60; round += 1) {
        const records = [newRecord(), newRecord()];
        await store.commit([{ is: 'append', channelId: channel.id, records, today }]);
      }
    };
    const follow = async (): Promise<number[]> => {
      const cursors: number[] = [];
      for (;;) {
        const isLast = !isWriting;
        const page = await reader.read(channel.id, cursors.at(-1) ?? 0, all, 7);
        cursors.push(...(page?.items ?? []).map(({ cursor }) => cursor));
        if (isLast && page?.next === page?.end) return cursors;
      }
    };
    const following = follow();
    await Promise.all([write(here), write(there)]);
    isWriting = false;
    expect(await following).toEqual(Array.from({ length: 240 }, (_, index) => index + 1));
  });

  it('end and open the same channel at once: it is either open or gone, and gone in the end', async () => {
    const [here, there] = [await start(), await start()];
    for (let round = 0; round < 20; round += 1) {
      const channel = newChannel();
      const open = { is: 'open' as const, channel, today };
      const end = { is: 'end' as const, channelId: channel.id, today };
      await Promise.all([here.commit([open]), there.commit([end])]);
      expect(await here.find(channel.id)).toEqual({ is: 'gone', why: 'ended' });
    }
    const [rows] = await ask('SELECT count(*)::int AS n FROM channels WHERE use IS NOT NULL');
    expect(rows).toEqual({ n: 0 });
  });

  it('let channels age in one of them, and the others hear of it', async () => {
    const [here, there] = [await start(), await start()];
    const told = listen(there);
    const channel = newChannel();
    await here.commit([{ is: 'open', channel, today }]);
    const gone = await here.prune(today + 31, 30);
    expect(gone).toHaveLength(1);
    await vi.waitFor(() => expect(told).toHaveLength(1), 60_000);
    expect(told).toEqual([{ is: 'gone', channelId: channel.id, why: 'aged' }]);
  });
});

describe('when PostgreSQL goes away', () => {
  it('keeps all that was answered, says what may have been missed, and goes on', async () => {
    const { crash } = postgres;
    // One that runs elsewhere is only asked to drop the connections.
    const fail =
      crash ??
      (async () => {
        await ask(
          'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
        );
      });
    const store = await start();
    const told = listen(store);
    const channel = newChannel();
    await store.commit([{ is: 'open', channel, today }]);
    const answered: string[] = [];
    let isOver = false;
    const write = async (): Promise<void> => {
      while (!isOver) {
        const record = newRecord();
        const write = { is: 'append' as const, channelId: channel.id, records: [record], today };
        await store.commit([write]).then(
          () => answered.push(hexOf(record.bytes)),
          () => new Promise((resolve) => setTimeout(resolve, 20)),
        );
      }
    };
    const writing = write();
    await vi.waitFor(() => expect(answered.length).toBeGreaterThan(20), 60_000);
    const before = answered.length;
    await fail();
    await vi.waitFor(() => expect(answered.length).toBeGreaterThan(before + 20), 60_000);
    await vi.waitFor(() => expect(told).toContainEqual({ is: 'missed' }), 60_000);
    isOver = true;
    await writing;
    await vi.waitFor(() => store.check(), 60_000);
    const page = await store.read(channel.id, 0, all, all);
    const kept = new Set(page?.items.map(({ bytes }) => hexOf(bytes)));
    expect(answered.filter((each) => !kept.has(each))).toEqual([]);
    expect(page?.items.map(({ cursor }) => cursor)).toEqual(
      Array.from({ length: page?.end ?? -1 }, (_, index) => index + 1),
    );
  });
});

describe('what it will not run on', () => {
  it('is a database that a newer program has written', async () => {
    await (await start()).check();
    await ask('UPDATE schema_version SET version = 999');
    await expect(createPostgresStore({ url })).rejects.toThrow('newer version');
  });

  it('is a database that cannot be reached', async () => {
    const nobody = 'postgres://sip@127.0.0.1:1/none';
    await expect(createPostgresStore({ url: nobody })).rejects.toThrow();
  });

  it('is told apart from what only keeps deleted bytes longer', async () => {
    await ask("CREATE ROLE sip_plain LOGIN PASSWORD 'plain'");
    const name = new URL(url).pathname.slice(1);
    await ask(`GRANT ALL ON DATABASE ${name} TO sip_plain`);
    await ask('GRANT ALL ON SCHEMA public TO sip_plain');
    const plain = new URL(url);
    plain.username = 'sip_plain';
    plain.password = 'plain';
    const lacks: string[] = [];
    const store = await createPostgresStore({
      url: plain.href,
      onLack: (words) => lacks.push(words),
    });
    const channel = newChannel();
    await store.commit([{ is: 'open', channel, today }]);
    await store.commit([{ is: 'end', channelId: channel.id, today }]);
    await store.scrub();
    await store.close();
    expect(lacks.join(' ')).toContain('may not run pg_switch_wal() and CHECKPOINT');
    await ask('DROP OWNED BY sip_plain');
    await ask('DROP ROLE sip_plain');
  });
});
