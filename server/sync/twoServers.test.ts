/** Two servers on one PostgreSQL, as behind one address: who writes and who follows may be on different ones. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ServerMessage } from '../../src/protocol/wire/serverMessage.ts';
import { createPostgresStore } from '../store/postgres/postgresStore.ts';
import { startPostgres, type TestPostgres } from '../store/postgres/testPostgres.ts';
import { createTestWriter, someBytes, type TestClient, type TestWriter } from './testing.ts';
import { startTestServer, type TestServer } from './testServer.ts';

/** Both are dialled by the same name. */
// A machine that does much else is no failure.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const name = 'sync.example.test';

let postgres: TestPostgres;
let servers: readonly TestServer[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
  const start = async (): Promise<TestServer> => {
    const store = await createPostgresStore({ url: postgres.url });
    return startTestServer({ store, names: () => [name], scrubAfterMs: 100 });
  };
  servers = await Promise.all([start(), start()]);
});

afterAll(async () => {
  vi.resetConfig();
  for (const server of servers) await server.stop();
  await postgres.stop();
});

const connect = async (index: number): Promise<TestClient> => {
  const server = servers[index];
  if (server === undefined) throw new Error('No such server.');
  return server.connect({ headers: { host: name } });
};

const isPush = (message: ServerMessage): boolean => message.is === 'push';

const follow = async (client: TestClient, { channelId, readToken }: TestWriter): Promise<void> => {
  const page = await client.ask({ is: 'follow', channelId, readToken, cursor: 0 });
  expect(page.is).toBe('page');
};

const opened = async (client: TestClient, use: 'log' | 'share' = 'log'): Promise<TestWriter> => {
  const writer = createTestWriter();
  expect(await client.ask(writer.open(name, use))).toMatchObject({ is: 'opened' });
  return writer;
};

describe('two servers on one PostgreSQL', () => {
  it('push to who follows on the one what is written on the other, each once and in order', async () => {
    const [here, there] = [await connect(0), await connect(1)];
    const writer = await opened(here);
    await follow(there, writer);
    const sent = Array.from({ length: 40 }, () => writer.record());
    for (const [index, record] of sent.entries()) {
      const client = index % 3 === 0 ? there : here;
      const answer = await client.ask({ is: 'append', frame: writer.frame(name, [record]) });
      expect(answer).toMatchObject({ is: 'appended', cursor: index + 1 });
    }
    const got: { cursor: number; bytes: string }[] = [];
    while (got.length < sent.length) {
      const push = await there.next(isPush);
      if (push.is !== 'push') throw new Error(push.is);
      for (const { cursor, bytes } of push.items)
        got.push({ cursor, bytes: Buffer.from(bytes).toString('hex') });
    }
    expect(got.map(({ cursor }) => cursor)).toEqual(sent.map((_, index) => index + 1));
    expect(got.map(({ bytes }) => bytes)).toEqual(
      sent.map((record) => Buffer.from(record).toString('hex')),
    );
  });

  it('carry what is published, and signals, from the one to the other', async () => {
    const [here, there] = [await connect(0), await connect(1)];
    const share = await opened(here, 'share');
    await follow(there, share);
    await follow(here, share);
    const projection = share.record(4_161);
    expect(await here.ask(share.publish(name, 1, projection))).toMatchObject({ is: 'published' });
    const push = await there.next(isPush);
    expect(push).toMatchObject({ items: [{ cursor: 1, kind: 'projection' }] });
    const signal = someBytes(321);
    signal.set(share.record(321).subarray(0, 37));
    const { channelId, readToken } = share;
    const answer = await there.ask({ is: 'signal', channelId, readToken, signal });
    expect(answer).toMatchObject({ is: 'signalled' });
    const heard = await here.next(({ is }) => is === 'signal');
    expect(heard).toMatchObject({ channelId, signal });
  });

  it('tell who follows on the one that the channel was ended on the other', async () => {
    const [here, there] = [await connect(0), await connect(1)];
    const writer = await opened(here);
    await here.ask({ is: 'append', frame: writer.frame(name, [writer.record()]) });
    await follow(there, writer);
    const began = performance.now();
    expect(await here.ask(writer.end(name))).toMatchObject({ is: 'ended' });
    const gone = await there.next(({ is }) => is === 'gone');
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(gone).toMatchObject({ channelId: writer.channelId, why: 'ended' });
    const { channelId, readToken } = writer;
    const read = { is: 'read', channelId, readToken, cursor: 0, maxBytes: 100_000 } as const;
    for (const client of [here, there])
      expect(await client.ask(read)).toMatchObject({ is: 'error', error: { code: 'ended' } });
    const again = { is: 'append', frame: writer.frame(name, [writer.record()]) } as const;
    expect(await there.ask(again)).toMatchObject({ is: 'error', error: { code: 'ended' } });
  });

  it('have no fault inside', () => {
    for (const { faults } of servers) expect(faults).toEqual([]);
  });
});
