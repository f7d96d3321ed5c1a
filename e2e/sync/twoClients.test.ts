/**
 * A client written from docs/sync-protocol.md alone and ours speak with each other, through the server in memory that tests
 * use and through the real one: so all three agree.
 */
import { describe, expect, test, vi } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import { startTestServer } from '../../server/sync/testServer.ts';
import { browserTimers } from '../../src/cases/timers.ts';
import { type Bytes, textToBytes } from '../../src/shared/bytes.ts';
import { type OpenSocket, openWebSocket } from '../../src/sync/socket.ts';
import { createSyncClient } from '../../src/sync/syncClient.ts';
import { createReader } from '../../src/sync/testClient.ts';
import { createFakeServer } from '../../src/sync/testing.ts';
import { openProjection, sealProjection } from '../../src/vault/sealProjection.ts';
import { openRecord, sealRecord } from '../../src/vault/sealRecord.ts';
import { createShareKeys, shareFragment } from '../../src/vault/shareKeys.ts';
import { readTokenOf } from '../../src/vault/signing.ts';
import { signFrame, signOpen } from '../../src/vault/signMessages.ts';
import { realRandom, unwrap } from '../../src/vault/testing.ts';
import { bodies, pageOf, shownOf, speak } from './strangerClient.ts';
import { keysOfCase, keysOfLink, openSealed, sealRecordOf } from './strangerKeys.ts';
import { above, caseId, hex, ourKeys } from './wireVectors.ts';

interface World {
  readonly serverName: string;
  readonly openSocket: OpenSocket;
  /** As a stranger dials: with nothing of ours. */
  readonly dial: Parameters<typeof speak>[0];
  readonly stop: () => Promise<void>;
}

const inMemory = async (): Promise<World> => {
  const { serverName, openSocket } = createFakeServer();
  return {
    serverName,
    openSocket,
    dial: (onMessage) => openSocket({ onMessage, onClose: () => undefined }).send,
    stop: async () => undefined,
  };
};

const real = async (): Promise<World> => {
  const server = await startTestServer();
  const { serverName } = server;
  const url = `ws://${serverName}/sync`;
  const sockets: NodeSocket[] = [];
  return {
    serverName,
    openSocket: openWebSocket(url),
    dial: (onMessage) => {
      const socket = new NodeSocket(url);
      sockets.push(socket);
      socket.on('message', (data: Buffer) => onMessage(new Uint8Array(data)));
      return (bytes) => socket.send(bytes);
    },
    stop: async () => {
      for (const socket of sockets) socket.terminate();
      await server.stop();
    },
  };
};

const clientOf = ({ serverName, openSocket }: World) =>
  createSyncClient({
    serverName,
    openSocket,
    clock: { now: Date.now, monotonic: () => performance.now() },
    random: realRandom,
    timers: browserTimers,
    wakes: { isOnline: () => true, subscribe: () => () => undefined },
  });

describe.each([
  { name: 'the server in memory', start: inMemory },
  { name: 'the real server', start: real },
])('a stranger and our client, through $name', ({ start }) => {
  test('write in one channel, read each other, and end it', async () => {
    const world = await start();
    const { serverName } = world;
    const stranger = speak(world.dial);
    await stranger.hear('welcome');
    const theirs = await keysOfCase(hex(above.rootKey), caseId);
    const ours = await ourKeys();
    const client = clientOf(world);
    client.start();
    await vi.waitFor(() => expect(client.status().phase).toBe('live'));

    // They open the channel and write; we read it.
    const open = await bodies.open(theirs, 1, '', serverName);
    expect(await stranger.ask('open', open)).toMatchObject({ is: 'opened' });
    const header = { device: ours.device, seq: 1, prev: null, seen: {}, kind: 'fact', at: 5 };
    const sealed = await sealRecordOf(theirs, header, textToBytes('{"a":1}'), realRandom.bytes(12));
    const frame = await bodies.append(theirs, realRandom.bytes(16), [sealed], serverName);
    expect((await stranger.ask('append', frame)).is).toBe('appended');
    const reader = createReader();
    const readToken = unwrap(readTokenOf(ours));
    client.follow({ channelId: ours.channelId, readToken, cursor: 0 }, reader);
    await vi.waitFor(() => expect(reader.told).toEqual(['caught up 1']));
    const [first = new Uint8Array()] = reader.got;
    expect(unwrap(await openRecord(ours, first)).body).toMatchObject({ at: 5 });

    // We write; they follow.
    expect((await stranger.ask('follow', bodies.follow(theirs, 1))).is).toBe('page');
    const body = {
      device: ours.device,
      seq: 1,
      prev: null,
      seen: {},
      kind: 'fact',
      at: 6,
    } as const;
    const mine = unwrap(await sealRecord(ours, { ...body, payload: textToBytes('{}') }));
    const frameId = realRandom.bytes(16);
    const sent = unwrap(await signFrame(ours, { frameId, records: [mine.bytes], serverName }));
    expect(unwrap(await client.append(sent)).cursor).toBe(2);
    const push = pageOf((await stranger.hear('push')).body);
    expect([push.from, push.next, push.more]).toEqual([1, 2, 0]);
    const opened = await openSealed(theirs, push.items[0]?.bytes ?? new Uint8Array());
    expect(opened.header).toMatchObject({ at: 6 });
    await vi.waitFor(() => expect(reader.got).toHaveLength(2));

    // A snapshot of theirs, a second one from the same parent, and both ask whether the server is there.
    const snapshot = async (at: number): Promise<Bytes> => {
      const kind = { ...header, seq: at, prev: null, kind: 'snapshot', at, replaces: [] };
      const record = await sealRecordOf(theirs, kind, new Uint8Array(), realRandom.bytes(12));
      return bodies.snapshot(theirs, null, [], record, serverName);
    };
    expect((await stranger.ask('snapshot', await snapshot(1))).is).toBe('snapshotted');
    const stale = await stranger.ask('snapshot', await snapshot(2));
    expect([stale.is, stale.body[0]]).toEqual(['error', 12]);
    expect((await stranger.ask('ping', bodies.ping())).is).toBe('pong');

    // They end it; nothing of it is served any more.
    expect((await stranger.ask('end', await bodies.end(theirs, serverName))).is).toBe('ended');
    const after = await stranger.ask('follow', bodies.follow(theirs, 0));
    expect([after.is, after.body[0]]).toEqual(['error', 9]);
    await vi.waitFor(() => expect(reader.told.at(-1)).toBe('gone ended'));
    client.stop();
    await world.stop();
  });

  test('share with each other, and nobody writes who only follows', async () => {
    const world = await start();
    const { serverName } = world;
    const client = clientOf(world);
    client.start();
    await vi.waitFor(() => expect(client.status().phase).toBe('live'));
    const { keys } = unwrap(await createShareKeys({ random: realRandom }));
    const credential = new Uint8Array();
    unwrap(
      await client.open(unwrap(await signOpen(keys, { use: 'share', credential, serverName }))),
    );
    const show = async (number: number) =>
      client.publish(
        unwrap(
          await sealProjection(keys, { number, at: 0, payload: textToBytes('{}') }, serverName),
        ),
      );
    unwrap(await show(1));

    const link = await keysOfLink(unwrap(shareFragment(keys)));
    const stranger = speak(world.dial);
    await stranger.hear('welcome');
    const page = pageOf((await stranger.ask('follow', bodies.follow(link, 0))).body);
    const [item] = page.items;
    if (item === undefined) throw new Error('Nothing was shown.');
    expect((await shownOf(link, item, serverName))?.header).toMatchObject({ number: 1 });
    // Our follower reads the very bytes that theirs got.
    expect(unwrap(await openProjection(keys, item.bytes, serverName)).number).toBe(1);

    unwrap(await show(2));
    const push = pageOf((await stranger.hear('push')).body);
    expect(push.items.map(({ cursor, kind }) => [cursor, kind])).toEqual([[2, 3]]);
    await expect(bodies.end(link, serverName)).rejects.toThrow('signs nothing');

    // A signal reaches who writes, and comes to nobody else.
    const reader = createReader();
    client.follow(
      { channelId: keys.channelId, readToken: unwrap(readTokenOf(keys)), cursor: 2 },
      reader,
    );
    await vi.waitFor(() => expect(reader.told).toEqual(['caught up 2']));
    const signal = bodies.signal(link, new Uint8Array(321));
    expect((await stranger.ask('signal', signal)).is).toBe('signalled');
    await vi.waitFor(() => expect(reader.told.at(-1)).toBe('signal 321'));
    expect((await stranger.ask('signal', signal)).body[0]).toBe(15);
    client.stop();
    await world.stop();
  });
});
