import { describe, expect, test } from 'vitest';
import { createMemorySession } from '../vault/memorySession.ts';
import { readTokenOf } from '../vault/signing.ts';
import { signOpen } from '../vault/signMessages.ts';
import { errorOf, realRandom, unwrap } from '../vault/testing.ts';
import { createSharedPort } from './sharedPort.ts';
import { createReader, createTestClient } from './testClient.ts';
import { createFakeServer } from './testing.ts';

const start = async () => {
  const server = createFakeServer();
  const { serverName } = server;
  const made = createTestClient(server);
  let dialled = 0;
  let closed = 0;
  const connect = createSharedPort(async () => {
    dialled += 1;
    made.client.start();
    return {
      ...made.client,
      stop: () => {
        closed += 1;
        made.client.stop();
      },
    };
  });
  const vault = unwrap(await createMemorySession({ random: realRandom }));
  const opened = async () => {
    const keys = unwrap(await vault.createCase());
    const message = unwrap(
      await signOpen(keys, { use: 'log', credential: new Uint8Array(), serverName }),
    );
    const readToken = unwrap(readTokenOf(keys));
    return { message, channel: { channelId: keys.channelId, readToken, cursor: 0 } };
  };
  return { server, pass: made.pass, connect, opened, counts: () => [dialled, closed] };
};

describe('one connection for all that want one', () => {
  test('is dialled for the first, closed with the last, and dialled anew for who comes after', async () => {
    const { connect, counts } = await start();
    expect(counts()).toEqual([0, 0]);
    const [one, two] = await Promise.all([connect(), connect()]);
    expect(counts()).toEqual([1, 0]);
    one.stop();
    one.stop();
    expect(counts()).toEqual([1, 0]);
    two.stop();
    expect(counts()).toEqual([1, 1]);
    await connect();
    expect(counts()).toEqual([2, 1]);
  });

  test('goes on for the others when one has ended: what that one followed and asked is over', async () => {
    const { server, pass, connect, opened } = await start();
    const one = await connect();
    const two = await connect();
    await pass(0);
    const [first, second] = [await opened(), await opened()];
    for (const { message } of [first, second]) unwrap(await one.open(message));
    const heard = { one: createReader(), two: createReader() };
    one.follow(first.channel, heard.one);
    two.follow(second.channel, heard.two);
    const drawn = { one: 0, two: 0 };
    one.subscribe(() => {
      drawn.one += 1;
    });
    two.subscribe(() => {
      drawn.two += 1;
    });
    await pass(0);
    one.stop();
    const before = { ...drawn };
    await pass(0);
    server.cut();
    await pass(5_000);
    expect(heard.one.told).toEqual(['caught up 0']);
    expect(heard.two.told).toEqual(['caught up 0', 'lost', 'caught up 0']);
    expect(drawn.one).toBe(before.one);
    expect(drawn.two).toBeGreaterThan(before.two);
    expect(errorOf(await one.open(first.message))).toEqual({ kind: 'notReached' });
    unwrap(await two.open(first.message));
  });

  test('is tried anew after a dialling that came to nothing', async () => {
    let fails = true;
    const { client } = createTestClient(createFakeServer());
    const connect = createSharedPort(async () => {
      if (fails) throw new Error('Its code could not be loaded.');
      return client;
    });
    const tries = await Promise.allSettled([connect(), connect()]);
    expect(tries.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    fails = false;
    expect((await connect()).serverName).toBe(client.serverName);
  });
});
