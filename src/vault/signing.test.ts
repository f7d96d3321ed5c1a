import { beforeAll, describe, expect, test } from 'vitest';
import { decodeFrame } from '../protocol/wire/frame.ts';
import { signedPart } from '../protocol/wire/signedBytes.ts';
import { type Bytes, bytesToBase64Url, textToBytes } from '../shared/bytes.ts';
import type { CaseKeys } from './caseKeys.ts';
import { createMemorySession } from './memorySession.ts';
import { sha256 } from './primitives.ts';
import { sealRecord } from './sealRecord.ts';
import { isSignedBy, publicKeyOf, readTokenHashOf, readTokenOf, signFor } from './signing.ts';
import { signEnd, signFrame, signOpen, signSnapshot } from './signMessages.ts';
import { errorOf, realRandom, unwrap } from './testing.ts';
import type { VaultSession } from './vaultSession.ts';

const serverName = 'sip.example:8443';
let session: VaultSession;
let keys: CaseKeys;

beforeAll(async () => {
  session = unwrap(await createMemorySession({ random: realRandom }));
  keys = unwrap(await session.createCase());
});

const record = async (of: CaseKeys = keys): Promise<Bytes> =>
  unwrap(
    await sealRecord(of, {
      device: of.device,
      seq: 1,
      prev: null,
      seen: {},
      kind: 'fact',
      at: 0,
      payload: textToBytes('{}'),
    }),
  ).bytes;

describe('a signature', () => {
  test('holds for what was done, said and dialled, and for nothing else', async () => {
    const body = textToBytes('body');
    const publicKey = unwrap(publicKeyOf(keys));
    const signature = unwrap(await signFor(keys, 'append', body, serverName));
    const told = { publicKey, method: 'append', body, serverName, signature } as const;
    expect(await isSignedBy(told)).toBe(true);
    const other = unwrap(publicKeyOf(unwrap(await session.createCase())));
    const flipped = signature.map((byte, at) => (at === 5 ? byte ^ 1 : byte));
    const wrong = [
      { ...told, method: 'end' as const },
      { ...told, body: textToBytes('bodY') },
      { ...told, serverName: 'sip.example' },
      { ...told, publicKey: other },
      { ...told, publicKey: new Uint8Array(31) },
      { ...told, publicKey: new Uint8Array(32).fill(255) },
      { ...told, signature: flipped },
      { ...told, signature: signature.slice(1) },
    ];
    const held = await Promise.all(wrong.map(isSignedBy));
    expect(held).toEqual(wrong.map(() => false));
  });

  test('stands under every kind of message that changes a channel', async () => {
    const publicKey = unwrap(publicKeyOf(keys));
    const credential = textToBytes('invitation');
    const open = unwrap(await signOpen(keys, { use: 'log', credential, serverName }));
    const sealed = await record();
    const snapshot = unwrap(
      await signSnapshot(keys, {
        parent: null,
        replaces: [await sha256(sealed)],
        record: sealed,
        serverName,
      }),
    );
    const end = unwrap(await signEnd(keys, serverName));
    for (const message of [open, snapshot, end]) {
      const body = signedPart(message) ?? new Uint8Array();
      const { is: method, signature } = message;
      expect(await isSignedBy({ publicKey, method, body, serverName, signature })).toBe(true);
    }
    const frameId = realRandom.bytes(16);
    const frame = unwrap(
      decodeFrame(unwrap(await signFrame(keys, { frameId, records: [sealed], serverName }))),
    );
    expect(frame.frameId).toEqual(frameId);
    const { signature, signedPart: body } = frame;
    expect(await isSignedBy({ publicKey, method: 'append', body, serverName, signature })).toBe(
      true,
    );
  });

  test('is not made over what no server would read', async () => {
    const frameId = realRandom.bytes(16);
    const made = await signFrame(keys, { frameId, records: [], serverName });
    expect(errorOf(made).kind).toBe('malformed');
    const snapshot = { parent: null, replaces: [], record: new Uint8Array(9), serverName };
    expect(errorOf(await signSnapshot(keys, snapshot)).kind).toBe('malformed');
  });
});

describe('the keys of a channel', () => {
  test('name the channel by the public key, and tell the server the hash of the read token', async () => {
    const channel = await sha256(unwrap(publicKeyOf(keys)));
    expect(bytesToBase64Url(channel)).toBe(keys.channelId);
    const token = unwrap(readTokenOf(keys));
    expect(token.length).toBe(32);
    expect(unwrap(await readTokenHashOf(keys))).toEqual(await sha256(token));
  });

  test('sign and say nothing once the vault is locked', async () => {
    const own = unwrap(await createMemorySession({ random: realRandom }));
    const held = unwrap(await own.createCase());
    const sealed = await record(held);
    own.lock();
    const none = new Uint8Array();
    const tries = [
      await signFor(held, 'end', none, serverName),
      publicKeyOf(held),
      readTokenOf(held),
      await readTokenHashOf(held),
      await signOpen(held, { use: 'log', credential: none, serverName }),
      await signFrame(held, { frameId: none, records: [sealed], serverName }),
      await signEnd(held, serverName),
    ];
    expect(tries.map((each) => errorOf(each).kind)).toEqual(tries.map(() => 'locked'));
  });

  test('are not in what can be printed or sent', () => {
    expect(JSON.stringify(keys)).not.toContain(bytesToBase64Url(unwrap(readTokenOf(keys))));
  });
});
