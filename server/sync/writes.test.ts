/** What a writer is promised, over a real WebSocket. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ServerMessage } from '../../src/protocol/wire/serverMessage.ts';
import type { Bytes } from '../../src/shared/bytes.ts';
import {
  createTestWriter,
  hashOf,
  someBytes,
  type TestClient,
  type TestWriter,
} from './testing.ts';
import { startTestServer, type TestServer } from './testServer.ts';

let server: TestServer;
let client: TestClient;
let writer: TestWriter;
let name: string;

beforeEach(async () => {
  server = await startTestServer();
  client = await server.connect();
  writer = createTestWriter();
  name = server.serverName;
});

afterEach(async () => {
  await server.stop();
  expect(server.faults).toEqual([]);
});

const error = (code: string, more: object = {}) => ({ is: 'error', error: { code, ...more } });

const append = (records: readonly Bytes[], own = writer): Promise<ServerMessage> =>
  client.ask({ is: 'append', frame: own.frame(name, records) });

const readAll = async (own = writer): Promise<readonly Bytes[]> => {
  const page = await client.ask({
    is: 'read',
    channelId: own.channelId,
    readToken: own.readToken,
    cursor: 0,
    maxBytes: 1_048_576,
  });
  return page.is === 'page' ? page.items.map(({ bytes }) => bytes) : [];
};

const flip = (bytes: Bytes, place: number): Bytes => {
  const changed = bytes.slice();
  const at = place < 0 ? bytes.length + place : place;
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
};

describe('opening a channel', () => {
  it('is answered, and the same again is no error', async () => {
    expect(await client.ask(writer.open(name))).toMatchObject({ is: 'opened' });
    expect(await client.ask(writer.open(name))).toMatchObject({ is: 'opened' });
  });

  it('with another read token is a conflict', async () => {
    await client.ask(writer.open(name));
    const other = { ...writer.open(name, 'share') };
    expect(await client.ask(other)).toMatchObject(error('conflict'));
  });

  it('wrongly signed is refused', async () => {
    const message = writer.open(name);
    if (message.is !== 'open') throw new Error('no open');
    const { signature } = message;
    expect(await client.ask({ ...message, signature: flip(signature, 3) })).toMatchObject(
      error('badSignature'),
    );
    expect(await client.ask({ ...message, readTokenHash: someBytes(32) })).toMatchObject(
      error('badSignature'),
    );
    expect(await append([writer.record()])).toMatchObject(error('noChannel'));
  });
});

describe('a frame', () => {
  it('is answered with the cursor of its last record, and is there', async () => {
    await client.ask(writer.open(name));
    const records = [writer.record(), writer.record(1_089), writer.record()];
    expect(await append(records)).toMatchObject({ is: 'appended', cursor: 3 });
    expect(await readAll()).toEqual(records);
  });

  it('sent again is answered the same, and nothing is there twice', async () => {
    await client.ask(writer.open(name));
    const frame = writer.frame(name, [writer.record(), writer.record()]);
    expect(await client.ask({ is: 'append', frame })).toMatchObject({ cursor: 2 });
    await append([writer.record()]);
    expect(await client.ask({ is: 'append', frame })).toMatchObject({ is: 'appended', cursor: 2 });
    expect(await readAll()).toHaveLength(3);
  });

  it('holds 64 records of any of the lengths, up to a mebibyte', async () => {
    await client.ask(writer.open(name));
    const many = Array.from({ length: 64 }, () => writer.record(4_161));
    expect(await append(many)).toMatchObject({ cursor: 64 });
    const long = [262_144, 262_144, 262_144, 65_601].map((length) => writer.record(length));
    expect(await append(long)).toMatchObject({ cursor: 68 });
    await server.store.check();
  });

  it('with one changed byte anywhere is refused', async () => {
    await client.ask(writer.open(name));
    const frame = writer.frame(name, [writer.record(), writer.record()]);
    for (const place of [-1, -64, 40, 60, 300]) {
      const answer = await client.ask({ is: 'append', frame: flip(frame, place) });
      expect(answer).toMatchObject(place === 60 ? { is: 'error' } : error('badSignature'));
    }
    expect(await readAll()).toEqual([]);
  });

  it('signed for another server is refused', async () => {
    await client.ask(writer.open(name));
    const frame = writer.frame('elsewhere.example', [writer.record()]);
    expect(await client.ask({ is: 'append', frame })).toMatchObject(error('badSignature'));
  });

  it('signed as something else is refused', async () => {
    await client.ask(writer.open(name));
    const frame = writer.frame(name, [writer.record()]);
    const body = frame.subarray(0, -64);
    const forged = new Uint8Array([...body, ...writer.sign('publish', body, name)]);
    expect(await client.ask({ is: 'append', frame: forged })).toMatchObject(error('badSignature'));
  });

  it('with a record of another channel is refused, whoever signed it', async () => {
    const other = createTestWriter();
    await client.ask(writer.open(name));
    await client.ask(other.open(name));
    expect(await append([writer.record(), other.record()])).toMatchObject(error('wrongChannel'));
    expect(await readAll(other)).toEqual([]);
  });

  it('to a channel that nobody opened is told so', async () => {
    expect(await append([writer.record()])).toMatchObject(error('noChannel'));
  });

  it('of the wrong shape is malformed', async () => {
    await client.ask(writer.open(name));
    const frame = writer.frame(name, [writer.record()]);
    for (const wrong of [new Uint8Array(), frame.slice(0, 50), frame.slice(1), someBytes(500)])
      expect(await client.ask({ is: 'append', frame: wrong })).toMatchObject(error('malformed'));
  });

  it('to a share is refused', async () => {
    await client.ask(writer.open(name, 'share'));
    expect(await append([writer.record()])).toMatchObject(error('wrongChannel'));
  });

  it('dialled by a name that is not this server is told so', async () => {
    await client.ask(writer.open(name));
    const stranger = await server.connect({ headers: { host: 'elsewhere.example' } });
    const frame = writer.frame('elsewhere.example', [writer.record()]);
    expect(await stranger.ask({ is: 'append', frame })).toMatchObject(error('wrongServer'));
  });
});

describe('a snapshot', () => {
  it('is taken only with the present one as its parent, which the refusal names', async () => {
    await client.ask(writer.open(name));
    const old = [writer.record(), writer.record()];
    await append(old);
    const replaces = old.map(hashOf);
    const [first, second] = [writer.record(4_161), writer.record(4_161)];
    const ask = (parent: Bytes | null, record: Bytes): Promise<ServerMessage> =>
      client.ask(writer.snapshot(name, { parent, replaces, record }));
    expect(await ask(hashOf(second), first)).toMatchObject(error('staleParent', { parent: null }));
    expect(await ask(null, first)).toMatchObject({ is: 'snapshotted', cursor: 3 });
    expect(await ask(null, first)).toMatchObject({ is: 'snapshotted', cursor: 3 });
    expect(await ask(null, second)).toMatchObject(error('staleParent', { parent: hashOf(first) }));
    expect(await ask(hashOf(first), second)).toMatchObject({ is: 'snapshotted', cursor: 4 });
  });

  it('wrongly signed, or of another channel, is refused', async () => {
    await client.ask(writer.open(name));
    const message = writer.snapshot(name, { parent: null, replaces: [], record: writer.record() });
    if (message.is !== 'snapshot') throw new Error('no snapshot');
    const other = { ...message, replaces: [someBytes(32)] };
    expect(await client.ask(other)).toMatchObject(error('badSignature'));
    const strange = createTestWriter().record();
    const made = writer.snapshot(name, { parent: null, replaces: [], record: strange });
    expect(await client.ask(made)).toMatchObject(error('wrongChannel'));
  });
});

describe('a share', () => {
  it('holds the newest projection, signed as it was published', async () => {
    await client.ask(writer.open(name, 'share'));
    const [first, second] = [writer.record(4_161), writer.record(16_449)];
    expect(await client.ask(writer.publish(name, 1, first))).toMatchObject({
      is: 'published',
      number: 1,
    });
    expect(await client.ask(writer.publish(name, 5, second))).toMatchObject({ number: 5 });
    expect(await client.ask(writer.publish(name, 5, second))).toMatchObject({ number: 5 });
    expect(await client.ask(writer.publish(name, 4, first))).toMatchObject(
      error('oldNumber', { number: 5 }),
    );
    const [kept, ...more] = await readAll();
    expect(more).toEqual([]);
    expect(kept?.subarray(0, 32)).toEqual(writer.publicKey);
    expect(kept?.subarray(44, -64)).toEqual(second);
  });

  it('takes nothing wrongly signed, nothing of another channel, and no number 0', async () => {
    await client.ask(writer.open(name, 'share'));
    const message = writer.publish(name, 1, writer.record(4_161));
    if (message.is !== 'publish') throw new Error('no publish');
    expect(await client.ask({ ...message, number: 2 })).toMatchObject(error('badSignature'));
    const strange = createTestWriter().record(4_161);
    expect(await client.ask(writer.publish(name, 1, strange))).toMatchObject(error('wrongChannel'));
    expect(await client.ask(writer.publish(name, 0, writer.record(4_161)))).toMatchObject(
      error('malformed'),
    );
    expect(await readAll()).toEqual([]);
  });
});

describe('final deletion', () => {
  it('is answered, again too, and nothing is served or taken from then on', async () => {
    await client.ask(writer.open(name));
    await append([writer.record()]);
    expect(await client.ask(writer.end(name))).toMatchObject({ is: 'ended' });
    expect(await client.ask(writer.end(name))).toMatchObject({ is: 'ended' });
    expect(await append([writer.record()])).toMatchObject(error('ended'));
    expect(await client.ask(writer.open(name))).toMatchObject(error('ended'));
    expect(await client.ask({ is: 'read', ...writer, cursor: 0, maxBytes: 1 })).toMatchObject(
      error('ended'),
    );
  });

  it('wrongly signed deletes nothing', async () => {
    await client.ask(writer.open(name));
    await append([writer.record()]);
    const message = writer.end(name);
    if (message.is !== 'end') throw new Error('no end');
    const forged = {
      ...message,
      signature: createTestWriter().sign('end', writer.publicKey, name),
    };
    expect(await client.ask(forged)).toMatchObject(error('badSignature'));
    expect(await readAll()).toHaveLength(1);
  });

  it('is told apart from a channel that went by age', async () => {
    await client.ask(writer.open(name));
    await server.store.prune(Math.floor(Date.now() / 86_400_000) + 100, 30);
    expect(await append([writer.record()])).toMatchObject(error('aged'));
  });
});
