/**
 * A client written from docs/sync-protocol.md alone comes to its vectors, and speaks with ours through one server. With the
 * real one it speaks in `e2e/sync`.
 */
import { describe, expect, test } from 'vitest';
import { encodePublication } from '../../src/protocol/wire/publication.ts';
import { type Bytes, bytesToHex, textToBytes } from '../../src/shared/bytes.ts';
import { createTestClient } from '../../src/sync/testClient.ts';
import { createFakeServer } from '../../src/sync/testing.ts';
import { openProjection, sealProjection } from '../../src/vault/sealProjection.ts';
import { openRecord, sealRecord } from '../../src/vault/sealRecord.ts';
import { openShareKeys, openShareRoot, shareFragment } from '../../src/vault/shareKeys.ts';
import { readTokenOf } from '../../src/vault/signing.ts';
import { signFrame } from '../../src/vault/signMessages.ts';
import { realRandom, unwrap } from '../../src/vault/testing.ts';
import { answerOf, bodies, messageOf, pageOf, shownOf, speak } from './strangerClient.ts';
import {
  digest,
  keysOfCase,
  keysOfLink,
  keysOfShare,
  openSealed,
  sealRecordOf,
} from './strangerKeys.ts';
import {
  above,
  asTold,
  caseId,
  hex,
  one,
  ourKeys,
  serverName,
  share,
  two,
  wire,
} from './wireVectors.ts';

const strangerKeys = () => keysOfCase(hex(above.rootKey), caseId);

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
