/** What the server does with those who ask too much, or what nobody should. */
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { codecOne } from '../../src/protocol/wire/codecOne.ts';
import type { WireVersions } from '../../src/protocol/wire/messages.ts';
import { maxClientMessageBytes } from '../../src/protocol/wire/wireLimits.ts';
import { defaultLimits, readLimits, type SyncLimits } from './limits.ts';
import { createOpenPolicy } from './openPolicy.ts';
import type { SyncOptions } from './syncServer.ts';
import { createTestWriter, type TestClient } from './testing.ts';
import { startTestServer, type TestServer } from './testServer.ts';

let server: TestServer | null = null;

const start = async (
  limits: Partial<SyncLimits> = {},
  options: Partial<SyncOptions> = {},
): Promise<TestServer> => {
  server = await startTestServer({ limits: { ...defaultLimits, ...limits }, ...options });
  return server;
};

afterEach(async () => {
  await server?.stop();
  expect(server?.faults ?? []).toEqual([]);
  server = null;
});

const error = (code: string, more: object = {}) => ({ is: 'error', error: { code, ...more } });
const ping = (client: TestClient) => client.ask({ is: 'ping' });

/** The status line of the answer to an upgrade. */
const upgradeStatus = (port: number, path: string, headers: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.setTimeout(5_000, () => socket.destroy(new Error('no answer')));
    socket.on('error', reject);
    socket.once('data', (data) => {
      resolve(data.toString('latin1').split('\r\n')[0] ?? '');
      socket.destroy();
    });
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${headers}\r\n`,
    );
  });

describe('a connection', () => {
  it('is welcomed with the clock, the name, the limits and the versions', async () => {
    const { connect: open } = await start({ followed: 7 }, { now: () => 1_790_000_000_123 });
    const welcome = await (await open()).next(({ is }) => is === 'welcome');
    expect(welcome).toMatchObject({
      request: 0,
      serverTime: 1_790_000_000_123,
      name: 'Åby',
      served: [1],
      limits: { frameBytes: 1_048_576, frameRecords: 64, followed: 7, signalGapMs: 2_000 },
    });
  });

  it('is taken at /sync only, and from no page of another origin', async () => {
    const { port } = await start();
    expect(await upgradeStatus(port, '/sync', '')).toContain('101');
    expect(await upgradeStatus(port, '/', '')).toContain('404');
    expect(await upgradeStatus(port, '/sync', `Origin: http://localhost:${port}\r\n`)).toContain(
      '101',
    );
    expect(await upgradeStatus(port, '/sync', 'Origin: https://evil.example\r\n')).toContain('403');
    expect(await upgradeStatus(port, '/sync', 'Origin: null\r\n')).toContain('403');
  });

  it('is refused when there are too many, of one address or of all', async () => {
    const few = await start({ connectionsPerAddress: 2 });
    const first = await few.connect();
    await few.connect();
    expect(await upgradeStatus(few.port, '/sync', '')).toContain('429');
    await first.close();
    await expect.poll(() => few.sync.counts().connections).toBe(1);
    await few.connect();
    await few.stop();
    const none = await start({ connections: 1 });
    await none.connect();
    expect(await upgradeStatus(none.port, '/sync', '')).toContain('503');
    expect(none.sync.counts()).toMatchObject({ connections: 1, refusedConnections: 1 });
  });

  it('counts by the address that a proxy of one’s own tells', async () => {
    const { port, connect: open } = await start({ connectionsPerAddress: 1 }, { hasProxy: true });
    await open({ headers: { 'x-forwarded-for': '192.0.2.1' } });
    expect(await upgradeStatus(port, '/sync', 'X-Forwarded-For: 192.0.2.1\r\n')).toContain('429');
    expect(await upgradeStatus(port, '/sync', 'X-Forwarded-For: 6.6.6.6, 192.0.2.1\r\n')).toContain(
      '429',
    );
    expect(await upgradeStatus(port, '/sync', 'X-Forwarded-For: 192.0.2.2\r\n')).toContain('101');
  });

  it('that says text is closed', async () => {
    const client = await (await start()).connect();
    client.sendRaw('hej');
    expect(await client.closed).toBe(1003);
  });

  it('that only sends faults is closed after so many', async () => {
    const client = await (await start({ faults: 5 })).connect();
    for (let time = 0; time < 7; time += 1) client.sendRaw(Uint8Array.of(1, 99, 0, 0, 0, time));
    expect(await client.closed).toBe(1008);
  });
});

describe('a message', () => {
  it('that comes too fast is told when to come again', async () => {
    let now = 0;
    const { connect: open } = await start(
      { messageBurst: 3, messagesPerSecond: 2 },
      { now: () => now },
    );
    const client = await open();
    for (let time = 0; time < 3; time += 1) expect((await ping(client)).is).toBe('pong');
    expect(await ping(client)).toMatchObject(error('tooFast', { retryAfterMs: 500 }));
    now += 500;
    expect((await ping(client)).is).toBe('pong');
  });

  it('too long is answered with words, and far too long closes', async () => {
    const client = await (await start()).connect();
    const long = new Uint8Array(maxClientMessageBytes + 1);
    long.set([1, 2, 0, 0, 0, 9]);
    client.sendRaw(long);
    expect(await client.next(({ request }) => request === 9)).toMatchObject(error('tooLarge'));
    client.sendRaw(new Uint8Array(maxClientMessageBytes * 2));
    expect(await client.closed).toBe(1009);
  });

  it('of an unknown version is answered with the served ones, and the connection closed', async () => {
    const client = await (await start()).connect();
    client.sendRaw(Uint8Array.of(77, 1, 0, 0, 0, 5));
    expect(await client.next(({ request }) => request === 5)).toMatchObject(
      error('unknownVersion', { served: [1] }),
    );
    expect(await client.closed).toBe(1002);
  });

  it('is served in the present version and in the one before it', async () => {
    // As a next version could be: the same but for the number of each type.
    const shifted = (type: number | null): number | null => (type === null ? null : type + 100);
    const next = {
      ...codecOne,
      clientType: (message: Parameters<typeof codecOne.clientType>[0]) =>
        shifted(codecOne.clientType(message)),
      readClient: (...[type, request, from]: Parameters<typeof codecOne.readClient>) =>
        codecOne.readClient(type - 100, request, from),
      serverType: (message: Parameters<typeof codecOne.serverType>[0]) =>
        shifted(codecOne.serverType(message)),
      readServer: (...[type, request, from]: Parameters<typeof codecOne.readServer>) =>
        codecOne.readServer(type - 100, request, from),
    };
    const versions: WireVersions = new Map([
      [1, codecOne],
      [2, next],
    ]);
    const { connect: open, serverName } = await start({}, { versions });
    const writer = createTestWriter();
    const [old, young] = [await open({ versions }), await open({ version: 2, versions })];
    expect(await old.next(({ is }) => is === 'welcome')).toMatchObject({ served: [1, 2] });
    expect(await young.ask(writer.open(serverName))).toMatchObject({ is: 'opened' });
    for (const client of [old, young]) {
      const page = await client.ask({ is: 'follow', ...writer, cursor: 0 });
      expect(page).toMatchObject({ is: 'page', end: 0 });
    }
    const frame = writer.frame(serverName, [writer.record()]);
    expect(await old.ask({ is: 'append', frame })).toMatchObject({ is: 'appended', cursor: 1 });
    for (const client of [old, young]) {
      const push = await client.next(({ is }) => is === 'push');
      expect(push).toMatchObject({ next: 1 });
    }
  });

  it('of any bytes is answered, never with a fault inside, and the next is served', async () => {
    const { connect: open } = await start({ faults: 1_000_000 });
    const client = await open();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 12 }),
        fc.uint8Array({ maxLength: 600 }),
        async (type, body) => {
          client.sendRaw(Uint8Array.of(1, type, 255, 255, 255, 255, ...body));
          const answer = await client.next(({ request }) => request === 0xffff_ffff);
          expect(['error', 'pong', 'unfollowed']).toContain(answer.is);
          expect((await ping(client)).is).toBe('pong');
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a channel and its opener', () => {
  it('takes so many writes in a second', async () => {
    const { connect: open, serverName } = await start({
      channelWriteBurst: 2,
      channelWritesPerSecond: 1,
    });
    const client = await open();
    const writer = createTestWriter();
    await client.ask(writer.open(serverName));
    const append = () =>
      client.ask({ is: 'append', frame: writer.frame(serverName, [writer.record()]) });
    await append();
    await append();
    expect(await append()).toMatchObject(error('tooFast'));
  });

  it('is not made slow or full by who cannot sign, though they know its public key', async () => {
    const { connect: open, serverName } = await start({
      channelWriteBurst: 2,
      channelWritesPerSecond: 1,
      openerBytes: 3_000,
    });
    const [client, stranger] = [await open(), await open()];
    const writer = createTestWriter();
    await client.ask(writer.open(serverName));
    const frame = writer.frame(serverName, [writer.record()]);
    const forged = Uint8Array.from([...frame.slice(0, -64), ...new Uint8Array(64)]);
    for (let time = 0; time < 20; time += 1) {
      expect(await stranger.ask({ is: 'append', frame: forged })).toMatchObject(
        error('badSignature'),
      );
    }
    expect(await client.ask({ is: 'append', frame })).toMatchObject({ is: 'appended' });
  });

  it('holds so many bytes, so many channels, and no more', async () => {
    const { connect: open, serverName } = await start({
      channelBytes: 5_000,
      openerChannels: 3,
      openerBytes: 6_000,
    });
    const client = await open();
    const writers = [createTestWriter(), createTestWriter(), createTestWriter()];
    for (const writer of writers)
      expect((await client.ask(writer.open(serverName))).is).toBe('opened');
    expect(await client.ask(createTestWriter().open(serverName))).toMatchObject(error('full'));
    const [first, second] = writers;
    if (first === undefined || second === undefined) throw new Error('no writers');
    // What is there can be opened again.
    expect((await client.ask(first.open(serverName))).is).toBe('opened');
    const append = (writer = first) =>
      client.ask({ is: 'append', frame: writer.frame(serverName, [writer.record(4_161)]) });
    expect((await append()).is).toBe('appended');
    expect(await append()).toMatchObject(error('full'));
    expect(await append(second)).toMatchObject(error('full'));
  });

  it('is opened from this machine only, unless it is set otherwise', async () => {
    const near = await start({}, { hasProxy: true });
    const headers = { 'x-forwarded-for': '192.0.2.9' };
    const far = await near.connect({ headers });
    expect(await far.ask(createTestWriter().open(near.serverName))).toMatchObject(
      error('mayNotOpen'),
    );
    await near.stop();
    const all = await start(
      {},
      { policy: createOpenPolicy('everywhere', defaultLimits), hasProxy: true },
    );
    const client = await all.connect({ headers });
    expect((await client.ask(createTestWriter().open(all.serverName))).is).toBe('opened');
  });

  it('is not taken to be on this machine by a header that anybody can send', async () => {
    const { connect: open, serverName } = await start();
    const client = await open({ headers: { 'x-forwarded-for': '127.0.0.1' } });
    expect(await client.ask(createTestWriter().open(serverName))).toMatchObject(
      error('mayNotOpen'),
    );
  });
});

describe('a reader', () => {
  it('that takes nothing is dropped, and the others go on', async () => {
    const { connect: open, serverName, sync } = await start({ buffered: 1_000_000 });
    const client = await open();
    const writer = createTestWriter();
    await client.ask(writer.open(serverName));
    const [slow, own] = [await open(), await open()];
    await own.ask({ is: 'follow', ...writer, cursor: 0 });
    await slow.ask({ is: 'follow', ...writer, cursor: 0 });
    slow.socket.pause();
    for (let time = 0; sync.counts().droppedSlow === 0 && time < 100; time += 1) {
      const frame = writer.frame(serverName, [writer.record(262_144)]);
      expect((await client.ask({ is: 'append', frame })).is).toBe('appended');
    }
    expect(sync.counts().droppedSlow).toBe(1);
    slow.socket.resume();
    await slow.closed;
    await expect.poll(() => sync.counts().followers).toBe(1);
  });
});

describe('limits from outside', () => {
  it('replace the ones that are named', () => {
    expect(readLimits('{"connections": 5}')).toEqual({ ...defaultLimits, connections: 5 });
  });

  it.each([['{'], ['[]'], ['{"conections": 5}'], ['{"connections": 0}'], ['{"connections": "5"}']])(
    'that cannot be right stop the start: %s',
    (json) => {
      expect(() => readLimits(json)).toThrow('SIP_LIMITS');
    },
  );
});

describe('many writers at once', () => {
  it('share commits: far fewer than frames, each answered after its own', async () => {
    const { connect: open, serverName, sync } = await start();
    const before = sync.counts().commits;
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const [client, writer] = [await open(), createTestWriter()];
        await client.ask(writer.open(serverName));
        const frames = Array.from({ length: 20 }, () =>
          writer.frame(serverName, [writer.record()]),
        );
        const answers = await Promise.all(
          frames.map((frame) => client.ask({ is: 'append', frame })),
        );
        expect(answers.every(({ is }) => is === 'appended')).toBe(true);
        const page = await client.ask({ is: 'read', ...writer, cursor: 0, maxBytes: 1_000_000 });
        expect(page).toMatchObject({ end: 20 });
      }),
    );
    const { commits, writes } = sync.counts();
    expect(writes).toBe(420);
    expect(commits - before).toBeLessThan(210);
  });

  it('are answered "busy" where the store takes nothing, and nothing is said to be kept', async () => {
    let isFull = false;
    server = await startTestServer({
      wrap: (store) => ({
        ...store,
        commit: (writes) =>
          isFull ? Promise.reject(new Error('disk full')) : store.commit(writes),
      }),
    });
    const client = await server.connect();
    const writer = createTestWriter();
    await client.ask(writer.open(server.serverName));
    isFull = true;
    const frame = writer.frame(server.serverName, [writer.record()]);
    expect(await client.ask({ is: 'append', frame })).toMatchObject(error('busy'));
    isFull = false;
    const page = await client.ask({ is: 'read', ...writer, cursor: 0, maxBytes: 1_000 });
    expect(page).toMatchObject({ items: [] });
    expect(await client.ask({ is: 'append', frame })).toMatchObject({ cursor: 1 });
  });
});
