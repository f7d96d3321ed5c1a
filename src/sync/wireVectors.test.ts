/** The vectors of the wire in docs/sync-protocol.md, held against our code. */
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
import { sha256 } from '../vault/primitives.ts';
import { sealProjection } from '../vault/sealProjection.ts';
import { openShareRoot, shareFragment } from '../vault/shareKeys.ts';
import { publicKeyOf, readTokenHashOf, readTokenOf } from '../vault/signing.ts';
import { signFrame, signOpen } from '../vault/signMessages.ts';
import { realRandom, unwrap } from '../vault/testing.ts';

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
const [first] = above.records;
if (first === undefined) throw new Error('The document has no record.');
const one: Bytes = hex(first.sealed);

/** As the document writes a message: bytes as hexadecimal. */
const asTold = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return bytesToHex(value);
  if (Array.isArray(value)) return value.map(asTold);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, asTold(each)]));
};

/** Our keys of the case of the vectors. */
const ourKeys = async () =>
  unwrap(
    await openCaseKeys(
      { random: realRandom },
      {
        caseId: above.caseId,
        epoch: 1,
        root: hex(above.rootKey),
        device: first.header.device,
      },
    ),
  );

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
