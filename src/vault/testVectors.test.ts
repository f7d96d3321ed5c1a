/**
 * The vectors of docs/sync-protocol.md, checked three ways: our code writes exactly these bytes, reads them back, and a
 * second implementation written from the document alone (node:crypto, none of our code) comes to the same.
 */
import {
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { encodeAnswered } from '../protocol/answered.ts';
import { encodeBody, type RecordBody } from '../protocol/record.ts';
import { encodeSignal } from '../protocol/signal.ts';
import { type Bytes, bytesToBase64Url, bytesToHex } from '../shared/bytes.ts';
import { signalCards } from '../shared/signalMessage.ts';
import { type CaseKeys, idBytes, openCaseKeys } from './caseKeys.ts';
import { keyInfos } from './keyInfos.ts';
import { deriveBytes, toBaseKey } from './primitives.ts';
import { openRecord, sealRecord } from './sealRecord.ts';
import { openShareMessage, openSignal, sealAnswered, sealSignal } from './sealSignal.ts';
import { unwrap } from './testing.ts';

const headerShape = v.object({
  device: v.string(),
  seq: v.number(),
  prev: v.nullable(v.string()),
  seen: v.record(v.string(), v.number()),
  kind: v.picklist(['doc', 'fact', 'snapshot']),
  at: v.number(),
  replaces: v.exactOptional(v.array(v.string())),
});

const signalName = { meeting: v.string(), from: v.string(), number: v.number(), at: v.number() };

const messageShape = v.variant('is', [
  v.object({
    is: v.literal('raised'),
    ...signalName,
    card: v.picklist(signalCards),
    whose: v.nullable(v.string()),
  }),
  v.object({ is: v.picklist(['sent', 'seen', 'gone']), ...signalName }),
]);

const answeredShape = v.object({
  is: v.literal('answered'),
  ...signalName,
  who: v.picklist(['individual', 'child']),
  answers: v.string(),
});

const vectorShape = v.object({
  rootKey: v.string(),
  caseId: v.string(),
  epoch: v.number(),
  derived: v.record(v.string(), v.string()),
  publicWriteKey: v.string(),
  channelId: v.string(),
  records: v.array(
    v.object({
      header: headerShape,
      payload: v.string(),
      nonce: v.string(),
      body: v.string(),
      sealed: v.string(),
      id: v.string(),
    }),
  ),
  signals: v.array(
    v.object({ message: messageShape, nonce: v.string(), body: v.string(), sealed: v.string() }),
  ),
  answered: v.object({
    message: answeredShape,
    nonce: v.string(),
    body: v.string(),
    sealed: v.string(),
  }),
});

const bytesOf = (hex: string): Bytes => Uint8Array.from(Buffer.from(hex, 'hex'));

const document = readFileSync(new URL('../../docs/sync-protocol.md', import.meta.url), 'utf8');
const [, block = ''] = document.match(/```json\n([\s\S]*?)\n```/) ?? [];
const vector = v.parse(vectorShape, JSON.parse(block));
const [first] = vector.records;
if (first === undefined) throw new Error('the document has no records');

const keysWithNonce = async (nonce: string): Promise<CaseKeys> =>
  unwrap(
    await openCaseKeys(
      { random: { bytes: () => bytesOf(nonce) } },
      {
        caseId: vector.caseId,
        epoch: vector.epoch,
        root: bytesOf(vector.rootKey),
        device: first.header.device,
      },
    ),
  );

const bodyOf = ({ header, payload }: (typeof vector.records)[number]): RecordBody => ({
  ...header,
  payload: bytesOf(payload),
});

describe('the test vectors of the document', () => {
  test('hold for every derived key', async () => {
    const names = ['content', 'write', 'read-token', 'signal'];
    expect(Object.keys(vector.derived)).toEqual(names);
    const infos = [keyInfos.content, keyInfos.write, keyInfos.readToken, keyInfos.signal];
    const base = await toBaseKey(bytesOf(vector.rootKey));
    const derived = await Promise.all(
      infos.map(async (info) => bytesToHex(await deriveBytes(base, idBytes(vector.caseId), info))),
    );
    expect(derived).toEqual(Object.values(vector.derived));
    const { channelId } = await keysWithNonce('');
    expect(channelId).toBe(bytesToBase64Url(bytesOf(vector.channelId)));
  });

  test.each(vector.records)('hold for sealing and opening a $header.kind', async (expected) => {
    const keys = await keysWithNonce(expected.nonce);
    const body = bodyOf(expected);
    expect(bytesToHex(unwrap(encodeBody(body)))).toBe(expected.body);
    const sealed = unwrap(await sealRecord(keys, body));
    expect(bytesToHex(sealed.bytes)).toBe(expected.sealed);
    expect(sealed.id).toBe(expected.id);
    expect(unwrap(await openRecord(keys, bytesOf(expected.sealed)))).toEqual({
      id: expected.id,
      body,
    });
  });
});

describe('the test vectors of a signal', () => {
  test.each(vector.signals)('hold for sealing and opening $message.is', async (expected) => {
    const { message } = expected;
    const keys = await keysWithNonce(expected.nonce);
    expect(bytesToHex(unwrap(encodeSignal(message)))).toBe(expected.body);
    expect(bytesToHex(unwrap(await sealSignal(keys, message)))).toBe(expected.sealed);
    expect(unwrap(await openSignal(keys, bytesOf(expected.sealed)))).toEqual(message);
  });
});

test('the test vector of how the meeting was holds for sealing and opening, and is no signal', async () => {
  const { message, nonce, body, sealed } = vector.answered;
  const keys = await keysWithNonce(nonce);
  expect(bytesToHex(unwrap(encodeAnswered(message)))).toBe(body);
  expect(bytesToHex(unwrap(await sealAnswered(keys, message)))).toBe(sealed);
  expect(unwrap(await openShareMessage(keys, bytesOf(sealed)))).toEqual(message);
  expect((await openSignal(keys, bytesOf(sealed))).ok).toBe(false);
});

describe('a stranger with the document alone', () => {
  const derive = (info: string): Buffer =>
    Buffer.from(
      hkdfSync(
        'sha256',
        bytesOf(vector.rootKey),
        Buffer.from(vector.caseId, 'base64url'),
        info,
        32,
      ),
    );
  let content: Buffer;

  beforeAll(() => {
    content = derive('sip/1/content');
  });

  test('finds the channel', () => {
    const pkcs8 = Buffer.concat([
      Buffer.from('302e020100300506032b657004220420', 'hex'),
      derive('sip/1/write'),
    ]);
    const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
    const publicKey = Buffer.from(x, 'base64url');
    expect(publicKey.toString('hex')).toBe(vector.publicWriteKey);
    expect(createHash('sha256').update(publicKey).digest('hex')).toBe(vector.channelId);
  });

  const openedWith = (key: Buffer, bytes: Buffer): Buffer => {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(37, 49));
    decipher.setAAD(bytes.subarray(0, 37));
    decipher.setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(49, -16)), decipher.final()]);
  };

  const said = [...vector.signals, vector.answered];
  test.each(said)('reads what says that it is $message.is', ({ message, sealed }) => {
    const bytes = Buffer.from(sealed, 'hex');
    expect([bytes.length, bytes[0]]).toEqual([321, 1]);
    const body = openedWith(derive('sip/1/signal'), bytes);
    const text = JSON.stringify(message);
    expect(body.readUInt32BE(0)).toBe(4 + text.length);
    expect(body.readUInt32BE(4)).toBe(text.length);
    expect(body.subarray(8).toString()).toBe(text.padEnd(248, '\0'));
  });

  test.each(vector.records)('reads the $header.kind', ({ header, payload, sealed, id }) => {
    const bytes = Buffer.from(sealed, 'hex');
    expect(createHash('sha256').update(bytes).digest('base64url')).toBe(id);
    const body = openedWith(content, bytes);
    const end = 4 + body.readUInt32BE(0);
    const headerEnd = 8 + body.readUInt32BE(4);
    expect(JSON.parse(body.subarray(8, headerEnd).toString())).toEqual(header);
    expect(body.subarray(headerEnd, end).toString('hex')).toBe(payload);
    expect(body.subarray(end).every((byte) => byte === 0)).toBe(true);
  });
});
