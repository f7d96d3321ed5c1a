import { beforeEach, describe, expect, test } from 'vitest';
import { bytesToBase64Url, textToBytes } from '../shared/bytes.ts';
import { errorOf } from '../vault/testing.ts';
import { createReader, startClient, type TestClient } from './testClient.ts';
import { createFakeServer, type FakeServer } from './testing.ts';

let server: FakeServer;
let one: TestClient;

/** A channel that the server does not know. */
const channel = () => ({
  channelId: bytesToBase64Url(new Uint8Array(32).fill(1)),
  readToken: new Uint8Array(32),
  cursor: 0,
});

beforeEach(async () => {
  server = createFakeServer({ now: () => 1_790_000_000_000 });
  one = await startClient(server);
});

describe('the connection', () => {
  test('is noticed when it is dead, by asking and hearing nothing', async () => {
    let isMute = false;
    const mute: FakeServer = {
      ...server,
      openSocket: (listener) =>
        server.openSocket({
          ...listener,
          onMessage: (bytes) => {
            if (!isMute) listener.onMessage(bytes);
          },
        }),
    };
    const two = await startClient(mute);
    await two.pass(120_000);
    expect(two.client.status().phase).toBe('live');
    isMute = true;
    await two.pass(30_000);
    expect(two.client.status()).toMatchObject({ phase: 'backingOff', trouble: 'silent' });
  });

  test('comes back when the network is found, without waiting', async () => {
    server.setReachable(false);
    await one.pass(600_000);
    const { nextTryAt } = one.client.status();
    expect(nextTryAt).not.toBeNull();
    server.setReachable(true);
    one.wake('network.lost');
    one.wake('network.found');
    await one.pass(0);
    expect(one.client.status()).toMatchObject({ phase: 'live', nextTryAt: null, trouble: null });
  });

  test('is tried at once when a person asks', async () => {
    server.setReachable(false);
    await one.pass(600_000);
    server.setReachable(true);
    one.client.tryNow();
    await one.pass(0);
    expect(one.client.status().phase).toBe('live');
  });

  test('tells when the clocks differ', async () => {
    expect(one.client.status()).toMatchObject({ skewMs: 0, isSkewed: false });
    one.setClock(one.now() + 3_600_000);
    await one.pass(20_000);
    expect(one.client.status().isSkewed).toBe(true);
    expect(one.client.status().skewMs).toBe(3_620_000);
  });

  test('to a server of another version says that a newer program is needed', async () => {
    const newer: FakeServer = {
      ...server,
      openSocket: (listener) =>
        server.openSocket({
          ...listener,
          // The last byte of the greeting is the one version that is served.
          onMessage: (bytes) =>
            listener.onMessage(bytes.map((byte, at) => (at === bytes.length - 1 ? 2 : byte))),
        }),
    };
    const two = await startClient(newer);
    expect(two.client.status()).toMatchObject({ phase: 'backingOff', trouble: 'unknownVersion' });
  });

  test('to what speaks nonsense is closed, and tried again later', async () => {
    const odd: FakeServer = {
      ...server,
      openSocket: (listener) => {
        listener.onMessage(textToBytes('<!doctype html>'));
        return server.openSocket(listener);
      },
    };
    const two = await startClient(odd);
    expect(two.client.status().phase).toBe('backingOff');
  });

  test('is closed when the vault is locked, and nothing is told or sent any more', async () => {
    const read = createReader();
    one.client.follow(channel(), read);
    await one.pass(0);
    one.client.stop();
    await one.pass(600_000);
    expect(one.client.status()).toMatchObject({ phase: 'offline', nextTryAt: null });
    expect(read.told).toEqual(['refused noChannel']);
    expect(errorOf(await one.client.append(new Uint8Array()))).toEqual({ kind: 'notReached' });
    one.client.start();
    await one.pass(0);
    expect(one.client.status().phase).toBe('live');
  });
});
