/** The vectors of the wire in docs/sync-protocol.md, held against our code. */
import { describe, expect, test } from 'vitest';
import {
  decodeClientMessage,
  decodeServerMessage,
  encodeClientMessage,
  encodeServerMessage,
} from '../../src/protocol/wire/messages.ts';
import { encodePublication } from '../../src/protocol/wire/publication.ts';
import { bytesToBase64Url, bytesToHex, textToBytes } from '../../src/shared/bytes.ts';
import { sha256 } from '../../src/vault/primitives.ts';
import { sealProjection } from '../../src/vault/sealProjection.ts';
import { openShareRoot, shareFragment } from '../../src/vault/shareKeys.ts';
import { publicKeyOf, readTokenHashOf, readTokenOf } from '../../src/vault/signing.ts';
import { signFrame, signOpen } from '../../src/vault/signMessages.ts';
import { unwrap } from '../../src/vault/testing.ts';
import { asTold, hex, one, ourKeys, serverName, share, wire } from './wireVectors.ts';

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
    expect(bytesToHex(await sha256(publication))).toBe(share.publicationHash);
  });
});
