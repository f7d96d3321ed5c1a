/** What who reads and follows is promised, over real WebSockets. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  PageMessage,
  PushMessage,
  ServerMessage,
} from '../../src/protocol/wire/serverMessage.ts';
import { sealedSignalBytes } from '../../src/protocol/wire/wireLimits.ts';
import type { Bytes } from '../../src/shared/bytes.ts';
import { createTestWriter, someBytes, type TestClient, type TestWriter } from './testing.ts';
import { startTestServer, type TestServer } from './testServer.ts';

let server: TestServer;
let client: TestClient;
let writer: TestWriter;
let name: string;
let now = 1_790_000_000_000;

beforeEach(async () => {
  now = 1_790_000_000_000;
  server = await startTestServer({ now: () => now });
  client = await server.connect();
  writer = createTestWriter();
  name = server.serverName;
  await client.ask(writer.open(name));
});

afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

const error = (code: string, more: object = {}) => ({ is: 'error', error: { code, ...more } });

const append = (records: readonly Bytes[]): Promise<ServerMessage> =>
  client.ask({ is: 'append', frame: writer.frame(name, records) });

const records = (count: number, length = 321): readonly Bytes[] =>
  Array.from({ length: count }, () => writer.record(length));

type AnyPage = PageMessage | PushMessage;

const isPage = (message: ServerMessage): message is AnyPage =>
  message.is === 'page' || message.is === 'push';

/** Takes pages and pushes until cursor `end`, and holds them to begin where the one before ended. */
const collect = async (
  follower: TestClient,
  from: number,
  end: number,
): Promise<readonly Bytes[]> => {
  const items: Bytes[] = [];
  let at = from;
  while (at < end) {
    const message = await follower.next(isPage);
    if (!isPage(message)) throw new Error('no page');
    expect(message.from).toBe(at);
    for (const { cursor, bytes } of message.items) {
      expect(cursor).toBeGreaterThan(at);
      expect(cursor).toBeLessThanOrEqual(message.next);
      items.push(bytes);
    }
    at = message.next;
  }
  return items;
};

const follow = (follower: TestClient, cursor = 0): void => {
  follower.say({ is: 'follow', ...writer, cursor });
};

describe('reading', () => {
  it('gives page after page until all is there', async () => {
    const all = records(9, 4_161);
    await append(all);
    const got: Bytes[] = [];
    let cursor = 0;
    for (let more = true; more; ) {
      const page = await client.ask({ is: 'read', ...writer, cursor, maxBytes: 10_000 });
      if (page.is !== 'page') throw new Error(page.is);
      expect(page).toMatchObject({ from: cursor, end: 9, snapshotId: null });
      expect(page.items.length).toBeLessThanOrEqual(2);
      got.push(...page.items.map(({ bytes }) => bytes));
      ({ next: cursor, more } = page);
    }
    expect(got).toEqual(all);
  });

  it('needs the read token, and a channel that is there', async () => {
    const ask = { is: 'read', ...writer, cursor: 0, maxBytes: 1_000 } as const;
    expect(await client.ask({ ...ask, readToken: someBytes(32) })).toMatchObject(error('badToken'));
    expect(await client.ask({ ...ask, channelId: someBytes(32) })).toMatchObject(
      error('noChannel'),
    );
  });

  it('from a cursor that was never given out shows that the server was put back from a copy', async () => {
    await append(records(2));
    const ask = { ...writer, cursor: 30 };
    const put = { is: 'page', from: 30, next: 30, end: 2, more: false, items: [] };
    expect(await client.ask({ is: 'read', ...ask, maxBytes: 1_000 })).toMatchObject(put);
    expect(await client.ask({ is: 'follow', ...ask })).toMatchObject(put);
    // Who begins anew has all.
    client.say({ is: 'follow', ...writer, cursor: 0 });
    expect(await collect(client, 0, 2)).toHaveLength(2);
  });
});

describe('following', () => {
  it('gives what was missed, and then each commit to all, none twice and none left out', async () => {
    const before = records(30, 65_601);
    for (let at = 0; at < before.length; at += 10) await append(before.slice(at, at + 10));
    const followers = await Promise.all(Array.from({ length: 12 }, () => server.connect()));
    const collected = followers.map((follower, index) => {
      const cursor = index % 3 === 0 ? 0 : index;
      follow(follower, cursor);
      return collect(follower, cursor, 70).then((got) => ({ cursor, got }));
    });
    // While they catch up.
    const during = records(40);
    for (const record of during) await append([record]);
    const all = [...before, ...during];
    for (const { cursor, got } of await Promise.all(collected))
      expect(got).toEqual(all.slice(cursor));
    const late = records(1);
    await append(late);
    for (const follower of followers) expect(await collect(follower, 70, 71)).toEqual(late);
  });

  it('answers even where nothing is there yet', async () => {
    const page = await client.ask({ is: 'follow', ...writer, cursor: 0 });
    expect(page).toMatchObject({ is: 'page', more: false, next: 0, end: 0, items: [] });
  });

  it('pushes to the writer too, under the same cursors', async () => {
    await client.ask({ is: 'follow', ...writer, cursor: 0 });
    const own = records(2);
    await append(own);
    expect(await collect(client, 0, 2)).toEqual(own);
  });

  it('tells which snapshot is the present one', async () => {
    await client.ask({ is: 'follow', ...writer, cursor: 0 });
    const record = writer.record(1_089);
    await client.ask(writer.snapshot(name, { parent: null, replaces: [], record }));
    const push = await client.next(isPage);
    expect(push).toMatchObject({ is: 'push', items: [{ kind: 'snapshot', bytes: record }] });
    const next = records(1);
    await append(next);
    expect(isPage(push) && (await client.next(isPage))).toMatchObject({
      snapshotId: isPage(push) ? push.snapshotId : null,
    });
    expect(isPage(push) && push.snapshotId).toHaveLength(32);
  });

  it('ends with unfollow', async () => {
    await client.ask({ is: 'follow', ...writer, cursor: 0 });
    expect(await client.ask({ is: 'unfollow', channelId: writer.channelId })).toMatchObject({
      is: 'unfollowed',
    });
    await append(records(1));
    await client.ask({ is: 'ping' });
    expect(client.heard()).toMatchObject([{ is: 'welcome' }]);
  });

  it('tells at once that a channel was ended', async () => {
    const follower = await server.connect();
    await follower.ask({ is: 'follow', ...writer, cursor: 0 });
    await client.ask(writer.end(name));
    expect(await follower.next(({ is }) => is === 'gone')).toMatchObject({
      request: 0,
      channelId: writer.channelId,
      why: 'ended',
    });
    expect(await follower.ask({ is: 'follow', ...writer, cursor: 0 })).toMatchObject(
      error('ended'),
    );
    expect(server.sync.counts()).toMatchObject({ channels: 0, followers: 0 });
  });

  it('gives the newest projection of a share, and then each new one', async () => {
    const share = createTestWriter();
    await client.ask(share.open(name, 'share'));
    await client.ask(share.publish(name, 4, share.record(4_161)));
    const follower = await server.connect();
    const page = await follower.ask({ is: 'follow', ...share, cursor: 0 });
    expect(page).toMatchObject({ is: 'page', next: 4, items: [{ cursor: 4, kind: 'projection' }] });
    for (const number of [5, 9]) {
      await client.ask(share.publish(name, number, share.record(4_161)));
      expect(await follower.next(isPage)).toMatchObject({
        is: 'push',
        next: number,
        items: [{ cursor: number, kind: 'projection' }],
      });
    }
  });

  it('forgets who is gone', async () => {
    const follower = await server.connect();
    await follower.ask({ is: 'follow', ...writer, cursor: 0 });
    await follower.close();
    await append(records(1));
    await expect.poll(() => server.sync.counts()).toMatchObject({ channels: 0, connections: 1 });
  });
});

describe('a signal', () => {
  const signalBy = (own: TestClient): Promise<ServerMessage> =>
    own.ask({ is: 'signal', ...writer, signal: someBytes(sealedSignalBytes) });

  it('reaches all others who follow, and is kept nowhere', async () => {
    const [leader, phone] = [await server.connect(), await server.connect()];
    await leader.ask({ is: 'follow', ...writer, cursor: 0 });
    await phone.ask({ is: 'follow', ...writer, cursor: 0 });
    const signal = someBytes(sealedSignalBytes);
    expect(await phone.ask({ is: 'signal', ...writer, signal })).toMatchObject({
      is: 'signalled',
    });
    expect(await leader.next(({ is }) => is === 'signal')).toMatchObject({
      request: 0,
      channelId: writer.channelId,
      signal,
    });
    expect(phone.heard().filter(({ is }) => is === 'signal')).toEqual([]);
    const page = await client.ask({ is: 'read', ...writer, cursor: 0, maxBytes: 1_000 });
    expect(page).toMatchObject({ items: [], end: 0 });
  });

  it('comes at most once in two seconds from one connection', async () => {
    expect(await signalBy(client)).toMatchObject({ is: 'signalled' });
    now += 500;
    expect(await signalBy(client)).toMatchObject(error('tooFast', { retryAfterMs: 1_500 }));
    now += 1_500;
    expect(await signalBy(client)).toMatchObject({ is: 'signalled' });
  });

  it('needs the read token', async () => {
    const signal = someBytes(sealedSignalBytes);
    expect(
      await client.ask({ is: 'signal', ...writer, readToken: someBytes(32), signal }),
    ).toMatchObject(error('badToken'));
  });
});
