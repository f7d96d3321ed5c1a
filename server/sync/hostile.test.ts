import { connect } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestWriter, someBytes, type TestClient } from './testing.ts';
import { startTestServer, type TestServer } from './testServer.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

const shareWith = async (client: TestClient) => {
  const writer = createTestWriter();
  await client.ask(writer.open(server.serverName, 'share'));
  return writer;
};

it('gives on one signal in two seconds, though many are sent at once', async () => {
  const [follower, leader] = [await server.connect(), await server.connect()];
  const { channelId, readToken } = await shareWith(leader);
  await leader.ask({ is: 'follow', channelId, readToken, cursor: 0 });
  const asked = Array.from({ length: 20 }, () =>
    follower.ask({ is: 'signal', channelId, readToken, signal: someBytes(321) }),
  );
  const answers = (await Promise.all(asked)).map((each) => each.is);
  expect(answers.filter((is) => is === 'signalled')).toHaveLength(1);
  await leader.ask({ is: 'ping' });
  expect(leader.heard().filter(({ is }) => is === 'signal')).toHaveLength(1);
});

it('holds on to no connection that it refused', async () => {
  const open = Array.from({ length: 5 }, () => {
    const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true });
    socket.on('error', () => {});
    socket.resume();
    socket.write(
      'GET /other HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    );
    // What is written to a connection that is gone there comes back as a fault, which closes it here too.
    const writing = setInterval(() => socket.write('x'), 200);
    return new Promise<boolean>((resolve) => {
      const late = setTimeout(() => resolve(false), 3_000);
      socket.once('close', () => {
        clearTimeout(late);
        resolve(true);
      });
    }).finally(() => {
      clearInterval(writing);
      socket.destroy();
    });
  });
  expect(await Promise.all(open)).toEqual([true, true, true, true, true]);
});

it('takes no more than it works on from one who follows again and again and reads nothing', async () => {
  const slow = await startTestServer({
    wrap: (store) => ({ ...store, read: () => new Promise(() => {}) }),
  });
  const client = await slow.connect();
  const { open, channelId, readToken } = createTestWriter();
  await client.ask(open(slow.serverName, 'share'));
  const again = async (): Promise<number> => {
    for (let n = 0; n < 1_000; n += 1)
      client.say({ is: 'follow', channelId, readToken, cursor: 0 });
    await new Promise((done) => setTimeout(done, 500));
    return slow.sync.counts().messages;
  };
  // What had come in one piece is taken with it; what comes after it waits with who sends it.
  const first = await again();
  expect(await again()).toBe(first);
  client.socket.terminate();
  await slow.stop();
});
