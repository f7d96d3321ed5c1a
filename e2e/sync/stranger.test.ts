/** A client written from docs/sync-protocol.md alone comes to its vectors (`twoClients.test.ts`: and speaks with ours). */
import { describe, expect, test } from 'vitest';
import { encodePublication } from '../../src/protocol/wire/publication.ts';
import { bytesToHex, textToBytes } from '../../src/shared/bytes.ts';
import { openProjection, sealProjection } from '../../src/vault/sealProjection.ts';
import { openShareKeys, openShareRoot, shareFragment } from '../../src/vault/shareKeys.ts';
import { realRandom, unwrap } from '../../src/vault/testing.ts';
import { answerOf, bodies, messageOf, pageOf, shownOf } from './strangerClient.ts';
import { digest, keysOfCase, keysOfLink, keysOfShare } from './strangerKeys.ts';
import { above, asTold, caseId, hex, one, serverName, share, two, wire } from './wireVectors.ts';

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
