import { connect, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createHalfMessages } from './halfMessages.ts';
import { defaultLimits } from './limits.ts';
import { createTestWriter } from './testing.ts';
import { startTestServer, type TestServer } from './testServer.ts';

const kB = 1_024;
const opened: Socket[] = [];
let server: TestServer | null = null;

afterEach(async () => {
  for (const socket of opened.splice(0)) socket.destroy();
  await server?.stop();
  server = null;
});

/** A piece of a message, masked with zeros; the last piece ends it. */
const piece = (isFirst: boolean, isLast: boolean, length: number): Buffer => {
  const head = Buffer.alloc(14);
  head[0] = (isLast ? 0x80 : 0) | (isFirst ? 2 : 0);
  head[1] = 0xff;
  head.writeUInt32BE(length, 6);
  return Buffer.concat([head, Buffer.alloc(length)]);
};

/** A connection that answers pings and can say half a message. */
const half = (port: number): Promise<Socket & { readonly isClosed: () => boolean }> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let isClosed = false;
    opened.push(socket);
    socket.once('error', reject);
    socket.once('close', () => {
      isClosed = true;
    });
    socket.once('data', () => {
      socket.off('error', reject);
      socket.on('error', () => undefined);
      socket.resume();
      resolve(Object.assign(socket, { isClosed: () => isClosed }));
    });
    socket.write(
      `GET /sync HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
  });

it('holds little of messages without an end from one address, and serves the others', async () => {
  server = await startTestServer({
    limits: { ...defaultLimits, addressHalfBytes: 600 * kB },
  });
  const { port } = server;
  const many = await Promise.all(Array.from({ length: 12 }, () => half(port)));
  for (const socket of many) socket.write(piece(true, false, 200 * kB));
  await expect
    .poll(() => many.filter((each) => each.isClosed()).length, { timeout: 60_000 })
    .toBeGreaterThanOrEqual(8);
  expect(many.some((each) => !each.isClosed())).toBe(true);
  const client = await server.connect();
  const writer = createTestWriter();
  expect(await client.ask(writer.open(client.serverName))).toMatchObject({ is: 'opened' });
  const frame = writer.frame(client.serverName, [writer.record()]);
  expect(await client.ask({ is: 'append', frame })).toMatchObject({ is: 'appended' });
}, 120_000);

it('takes long messages one after the other, in pieces and whole', async () => {
  server = await startTestServer({
    limits: { ...defaultLimits, addressHalfBytes: 600 * kB },
  });
  const client = await server.connect();
  const writer = createTestWriter();
  await client.ask(writer.open(client.serverName));
  for (let time = 0; time < 6; time += 1) {
    const frame = writer.frame(client.serverName, [writer.record(262_144), writer.record(262_144)]);
    expect(await client.ask({ is: 'append', frame })).toMatchObject({ is: 'appended' });
  }
  const pieces = await half(server.port);
  for (let time = 0; time < 6; time += 1) {
    pieces.write(piece(true, false, 200 * kB));
    pieces.write(piece(false, false, 200 * kB));
    pieces.write(piece(false, true, 10));
  }
  const { sync } = server;
  await expect.poll(() => sync.counts().messages, { timeout: 60_000 }).toBeGreaterThanOrEqual(13);
  expect(pieces.isClosed()).toBe(false);
}, 120_000);

it('finds a message that does not come to its end, and no rest of one that did', () => {
  const halves = createHalfMessages(1_000_000);
  const stuck = halves.of('192.0.2.1');
  const busy = halves.of('192.0.2.1');
  for (const each of [stuck, busy]) expect(each.came(70_000)).toBe(true);
  expect([stuck.isStuck(), busy.isStuck()]).toEqual([false, false]);
  busy.came(30_000);
  busy.whole(99_986);
  busy.came(70_000);
  // What stands between the pieces is no end.
  stuck.came(6);
  stuck.between(0);
  expect([stuck.isStuck(), busy.isStuck()]).toEqual([true, false]);
  busy.whole(69_986);
  for (let time = 0; time < 100_000; time += 1) {
    busy.came(6);
    busy.between(0);
  }
  expect([busy.isStuck(), busy.isStuck()]).toEqual([false, false]);
  stuck.gone();
  busy.gone();
  stuck.came(70_000);
  expect(halves.size()).toBe(0);
});
