/**
 * The vectors of the wire in docs/sync-protocol.md, held against our code and against a client written from the document
 * alone; and the two clients speaking through one server.
 */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  decodeClientMessage,
  decodeServerMessage,
  encodeClientMessage,
  encodeServerMessage,
} from '../protocol/wire/messages.ts';
import { encodePublication } from '../protocol/wire/publication.ts';
import { type Bytes, bytesToBase64Url, bytesToHex, textToBytes } from '../shared/bytes.ts';
import { openCaseKeys } from '../vault/caseKeys.ts';
import { openProjection, sealProjection } from '../vault/sealProjection.ts';
import { openRecord, sealRecord } from '../vault/sealRecord.ts';
import { openShareKeys, openShareRoot, shareFragment } from '../vault/shareKeys.ts';
import { publicKeyOf, readTokenHashOf, readTokenOf } from '../vault/signing.ts';
import { signFrame, signOpen } from '../vault/signMessages.ts';
import { realRandom, unwrap } from '../vault/testing.ts';
import { answerOf, bodies, messageOf, pageOf, shownOf, speak } from './strangerClient.ts';
import {
  digest,
  keysOfCase,
  keysOfLink,
  keysOfShare,
  openSealed,
  sealRecordOf,
} from './strangerKeys.ts';
import { createTestClient } from './testClient.ts';
import { createFakeServer } from './testing.ts';

const told = v.looseObject({ is: v.string(), request: v.number() });
const messages = v.array(v.object({ message: told, bytes: v.string() }));

const keyShape = v.object({
  rootKey: v.string(),
  caseId: v.string(),
  channelId: v.string(),
  publicWriteKey: v.string(),
  records: v.array(v.object({ header: v.looseObject({ device: v.string() }), sealed: v.string() })),
  signals: v.array(v.object({ sealed: v.string() })),
});

const wireShape = v.object({
  serverName: v.string(),
  readTokenHash: v.string(),
  frameId: v.string(),
  signedOfEnd: v.string(),
  client: messages,
  server: messages,
  share: v.object({
    root: v.string(),
    publicKey: v.string(),
    channelId: v.string(),
    readToken: v.string(),
    link: v.string(),
    projection: v.object({
      number: v.number(),
      at: v.number(),
      payload: v.string(),
      nonce: v.string(),
    }),
    publicationBytes: v.number(),
    publicationHash: v.string(),
    signature: v.string(),
  }),
});

const document = readFileSync(new URL('../../docs/sync-protocol.md', import.meta.url), 'utf8');
const [keyBlock = '', wireBlock = ''] = [...document.matchAll(/```json\n([\s\S]*?)\n```/g)].map(
  ([, block = '']) => block,
);
const above = v.parse(keyShape, JSON.parse(keyBlock));
const wire = v.parse(wireShape, JSON.parse(wireBlock));
const { serverName, share } = wire;

const hex = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'hex'));
const caseId = Uint8Array.from(Buffer.from(above.caseId, 'base64url'));
const [one, two] = above.records.map(({ sealed }) => hex(sealed));
if (one === undefined || two === undefined) throw new Error('The document has no two records.');

/** As the document writes a message: bytes as hexadecimal. */
const asTold = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return bytesToHex(value);
  if (Array.isArray(value)) return value.map(asTold);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, asTold(each)]));
};

const ourKeys = async (random: (length: number) => Bytes = realRandom.bytes) =>
  unwrap(
    await openCaseKeys(
      { random: { bytes: random } },
      {
        caseId: above.caseId,
        epoch: 1,
        root: hex(above.rootKey),
        device: above.records[0]?.header.device ?? '',
      },
    ),
  );

const strangerKeys = () => keysOfCase(hex(above.rootKey), caseId);

describe('the vectors of the wire', () => {
  test.each(wire.client)(
    'are what our code reads and writes: $message.is',
    ({ message, bytes }) => {
      const read = unwrap(decodeClientMessage(hex(bytes)));
      expect(asTold(read)).toEqual({ version: 1, message });
      expect(bytesToHex(encodeClientMessage(read.message) ?? new Uint8Array())).toBe(bytes);
    },
  );

  test.each(wire.server)(
    'are what our code reads and writes: $message.is',
    ({ message, bytes }) => {
      const read = unwrap(decodeServerMessage(hex(bytes)));
      expect(asTold(read)).toEqual({ version: 1, message });
      expect(bytesToHex(encodeServerMessage(read.message) ?? new Uint8Array())).toBe(bytes);
    },
  );

  test('hold for every kind of message but publish, which stands under the share', () => {
    expect(wire.client.map(({ message }) => message.is)).toEqual([
      'open',
      'append',
      'read',
      'follow',
      'unfollow',
      'snapshot',
      'signal',
      'end',
      'ping',
    ]);
    expect(new Set(wire.server.map(({ message }) => message.is)).size).toBe(14);
  });

  test('hold for the hash of the read token and for our signatures', async () => {
    const keys = await ourKeys();
    expect(bytesToHex(unwrap(await readTokenHashOf(keys)))).toBe(wire.readTokenHash);
    const request = { request: 1 };
    const open = unwrap(
      await signOpen(keys, { use: 'log', credential: textToBytes('inbjudan'), serverName }),
    );
    const bytes = encodeClientMessage({ ...open, ...request }) ?? new Uint8Array();
    expect(bytesToHex(bytes)).toBe(wire.client[0]?.bytes);
    const frame = unwrap(
      await signFrame(keys, { frameId: hex(wire.frameId), records: [one], serverName }),
    );
    expect(`010200000002${bytesToHex(frame)}`).toBe(wire.client[1]?.bytes);
  });

  test('hold for our share', async () => {
    const random = { bytes: () => hex(share.projection.nonce) };
    const keys = unwrap(await openShareRoot({ random }, hex(share.root)));
    expect(unwrap(shareFragment(keys))).toBe(share.link);
    expect(bytesToHex(unwrap(publicKeyOf(keys)))).toBe(share.publicKey);
    expect(bytesToHex(unwrap(readTokenOf(keys)))).toBe(share.readToken);
    expect(keys.channelId).toBe(bytesToBase64Url(hex(share.channelId)));
    const { number, at, payload } = share.projection;
    const made = unwrap(
      await sealProjection(keys, { number, at, payload: hex(payload) }, serverName),
    );
    expect(bytesToHex(made.signature)).toBe(share.signature);
    const publication = encodePublication(made) ?? new Uint8Array();
    expect(publication.length).toBe(share.publicationBytes);
    expect(bytesToHex(await digest(publication))).toBe(share.publicationHash);
  });
});

describe('a stranger with the document alone', () => {
  test('writes the same messages', async () => {
    const keys = await strangerKeys();
    const signal = hex(above.signals[0]?.sealed ?? '');
    const said = [
      await bodies.open(keys, 1, 'inbjudan', serverName),
      await bodies.append(keys, hex(wire.frameId), [one], serverName),
      bodies.read(keys, 2 ** 32 + 2, 65_536),
      bodies.follow(keys, 0),
      bodies.unfollow(keys),
      await bodies.snapshot(keys, null, [await digest(one)], two, serverName),
      bodies.signal(keys, signal),
      await bodies.end(keys, serverName),
      bodies.ping(),
    ];
    const names = [
      'open',
      'append',
      'read',
      'follow',
      'unfollow',
      'snapshot',
      'signal',
      'end',
      'ping',
    ] as const;
    names.forEach((name, at) => {
      const bytes = messageOf(name, at + 1, said[at] ?? new Uint8Array());
      expect(bytesToHex(bytes)).toBe(wire.client[at]?.bytes);
    });
  });

  test('makes the same share, its link and what it publishes', async () => {
    const keys = await keysOfShare(hex(share.root));
    expect(bytesToHex(keys.channelId)).toBe(share.channelId);
    const follower = await keysOfLink(share.link);
    expect(bytesToHex(follower.readToken)).toBe(share.readToken);
    const { number, at, payload, nonce } = share.projection;
    const whole = await bodies.publish(keys, { number, at }, hex(payload), hex(nonce), serverName);
    expect(bytesToHex(await digest(whole))).toBe(share.publicationHash);
    const item = { cursor: number, kind: 3, bytes: whole };
    expect(await shownOf(follower, item, serverName)).toEqual({
      header: { number, at },
      payload: hex(payload),
    });
    expect(await shownOf(follower, item, 'other.example')).toBeNull();
  });

  test('reads the same answers', () => {
    const page = wire.server.find(({ message }) => message.is === 'page');
    const { is, request, body } = answerOf(hex(page?.bytes ?? ''));
    const { more, ...rest } = pageOf(body);
    const kinds = ['', 'record', 'snapshot', 'projection'];
    const items = rest.items.map((item) => ({ ...item, kind: kinds[item.kind] }));
    expect(asTold({ is, request, ...rest, more: more === 1, items })).toEqual(page?.message);
    for (const { message, bytes } of wire.server) {
      expect(answerOf(hex(bytes))).toMatchObject({ is: message.is, request: message.request });
    }
  });

  test('and our client speak with each other through one server', async () => {
    const server = createFakeServer({ serverName });
    const stranger = speak((onMessage) => {
      const socket = server.openSocket({ onMessage, onClose: () => undefined });
      return socket.send;
    });
    await stranger.hear('welcome');
    const theirs = await strangerKeys();
    const ours = await ourKeys();
    const { client, pass } = createTestClient(server);
    client.start();
    await pass(0);

    // They open the channel and write; we read it.
    expect(await stranger.ask('open', await bodies.open(theirs, 1, '', serverName))).toMatchObject({
      is: 'opened',
    });
    const header = { device: ours.device, seq: 1, prev: null, seen: {}, kind: 'fact', at: 5 };
    const sealed = await sealRecordOf(theirs, header, textToBytes('{"a":1}'), realRandom.bytes(12));
    const frame = await bodies.append(theirs, realRandom.bytes(16), [sealed], serverName);
    expect((await stranger.ask('append', frame)).is).toBe('appended');
    const got: Bytes[] = [];
    const channel = { channelId: ours.channelId, readToken: unwrap(readTokenOf(ours)), cursor: 0 };
    client.follow(channel, {
      onPage: async ({ items }) => {
        got.push(...items.map(({ bytes }) => bytes));
        return true;
      },
      onGone: () => undefined,
      onRefused: () => undefined,
    });
    await pass(0);
    const [first] = got;
    expect(unwrap(await openRecord(ours, first ?? new Uint8Array())).body).toMatchObject({ at: 5 });

    // We write; they follow.
    await stranger.ask('follow', bodies.follow(theirs, 1));
    const body = {
      device: ours.device,
      seq: 1,
      prev: null,
      seen: {},
      kind: 'fact',
      at: 6,
    } as const;
    const mine = unwrap(await sealRecord(ours, { ...body, payload: textToBytes('{}') }));
    const sent = unwrap(
      await signFrame(ours, { frameId: realRandom.bytes(16), records: [mine.bytes], serverName }),
    );
    unwrap(await client.append(sent));
    const push = pageOf((await stranger.hear('push')).body);
    expect([push.from, push.next, push.more]).toEqual([1, 2, 0]);
    const opened = await openSealed(theirs, push.items[0]?.bytes ?? new Uint8Array());
    expect(opened.header).toMatchObject({ at: 6 });

    // They end it; nothing of it is served any more.
    expect((await stranger.ask('end', await bodies.end(theirs, serverName))).is).toBe('ended');
    const after = await stranger.ask('follow', bodies.follow(theirs, 0));
    expect([after.is, after.body[0]]).toEqual(['error', 9]);
  });

  test('follows a share of ours, and we one of theirs', async () => {
    const ours = unwrap(await openShareRoot({ random: realRandom }, hex(share.root)));
    const theirs = await keysOfShare(hex(share.root));
    const payload = textToBytes('{}');
    const made = unwrap(await sealProjection(ours, { number: 2, at: 1, payload }, serverName));
    const bytes = encodePublication(made) ?? new Uint8Array();
    const link = await keysOfLink(unwrap(shareFragment(ours)));
    expect((await shownOf(link, { cursor: 2, kind: 3, bytes }, serverName))?.header).toEqual({
      number: 2,
      at: 1,
    });
    const whole = await bodies.publish(
      theirs,
      { number: 3, at: 1 },
      payload,
      realRandom.bytes(12),
      serverName,
    );
    const follower = unwrap(await openShareKeys({ random: realRandom }, share.link));
    expect(unwrap(await openProjection(follower, whole, serverName)).number).toBe(3);
  });
});
