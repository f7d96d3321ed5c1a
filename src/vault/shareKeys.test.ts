import { beforeAll, describe, expect, test } from 'vitest';
import { encodePublication } from '../protocol/wire/publication.ts';
import { type Bytes, bytesToBase64Url, textToBytes } from '../shared/bytes.ts';
import { forgetChannelKeys } from './channelSecrets.ts';
import { openProjection, sealProjection } from './sealProjection.ts';
import { openSignal, sealSignal } from './sealSignal.ts';
import {
  createShareKeys,
  openShareKeys,
  openShareRoot,
  type ShareKeys,
  shareFragment,
} from './shareKeys.ts';
import { publicKeyOf, readTokenOf, signFor } from './signing.ts';
import { signEnd, withSignature } from './signMessages.ts';
import { errorOf, realRandom, unwrap } from './testing.ts';

const deps = { random: realRandom };
const serverName = 'sip.example';
const payload = textToBytes('{"shown":"Lars"}');
let writer: ShareKeys;
let follower: ShareKeys;
let root: Bytes;
let fragment: string;

beforeAll(async () => {
  const made = unwrap(await createShareKeys(deps));
  writer = made.keys;
  root = made.root;
  fragment = unwrap(shareFragment(writer));
  follower = unwrap(await openShareKeys(deps, fragment));
});

const published = async (keys: ShareKeys, number = 1, at = 5): Promise<Bytes> =>
  encodePublication(unwrap(await sealProjection(keys, { number, at, payload }, serverName))) ??
  new Uint8Array();

describe('a share', () => {
  test('is read by who follows, as it was published', async () => {
    const bytes = await published(writer, 7);
    expect(unwrap(await openProjection(follower, bytes, serverName))).toEqual({
      number: 7,
      at: 5,
      payload,
    });
    expect(unwrap(readTokenOf(follower))).toEqual(unwrap(readTokenOf(writer)));
    expect(follower.channelId).toBe(writer.channelId);
  });

  test('is opened again by the root, which is wiped, and is a channel of its own', async () => {
    const copy = root.slice();
    const again = unwrap(await openShareRoot(deps, copy));
    expect(copy).toEqual(new Uint8Array(32));
    expect(again.channelId).toBe(writer.channelId);
    expect(unwrap(await openProjection(again, await published(writer), serverName)).number).toBe(1);
    const other = unwrap(await createShareKeys(deps)).keys;
    expect(other.channelId).not.toBe(writer.channelId);
    const foreign = await openProjection(other, await published(writer), serverName);
    expect(errorOf(foreign).kind).toBe('badSignature');
  });

  test('cannot be published to or ended by who follows', async () => {
    expect([writer.mayWrite, follower.mayWrite]).toEqual([true, false]);
    const projection = { number: 2, at: 0, payload };
    expect(errorOf(await sealProjection(follower, projection, serverName)).kind).toBe(
      'mayNotWrite',
    );
    expect(errorOf(await signEnd(follower, serverName)).kind).toBe('mayNotWrite');
  });

  test('shows nothing that a follower and the server made up together', async () => {
    // The follower holds the key that opens, and so may seal; here with a key to sign of their own.
    const forger = unwrap(await createShareKeys(deps)).keys;
    const publicKey = unwrap(publicKeyOf(writer));
    const made = unwrap(await sealProjection(forger, { number: 9, at: 0, payload }, serverName));
    const asWriter = encodePublication({ ...made, publicKey }) ?? new Uint8Array();
    expect(errorOf(await openProjection(follower, asWriter, serverName)).kind).toBe('badSignature');
    // An older one under a newer number, and one of another server.
    const old = unwrap(await sealProjection(writer, { number: 1, at: 0, payload }, serverName));
    const renamed = encodePublication({ ...old, number: 8 }) ?? new Uint8Array();
    expect(errorOf(await openProjection(follower, renamed, serverName)).kind).toBe('badSignature');
    const elsewhere = await openProjection(follower, await published(writer), 'other.example');
    expect(errorOf(elsewhere).kind).toBe('badSignature');
    expect(errorOf(await openProjection(follower, payload, serverName)).kind).toBe('malformed');
  });

  test('is shown under the number that its writer sealed it with, and no other', async () => {
    const made = unwrap(await sealProjection(writer, { number: 1, at: 0, payload }, serverName));
    const { signature: _, ...draft } = made;
    const signedAnew = unwrap(await withSignature(writer, { ...draft, number: 2 }, serverName));
    const bytes = encodePublication(signedAnew) ?? new Uint8Array();
    expect(errorOf(await openProjection(follower, bytes, serverName)).kind).toBe('malformed');
  });

  test('is not opened when any byte has changed', async () => {
    const bytes = await published(writer);
    const places = [0, 31, 33, 40, 44, 60, 90, 300, bytes.length - 65, bytes.length - 1];
    const results = await Promise.all(
      places.map((place) =>
        openProjection(
          follower,
          bytes.map((byte, at) => (at === place ? byte ^ 1 : byte)),
          serverName,
        ),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toEqual([]);
  });

  test('takes no more than 32 kB, and says so', async () => {
    const whole = { number: 1, at: 0, payload: new Uint8Array(32_000) };
    expect(unwrap(await sealProjection(writer, whole, serverName)).projection.length).toBe(32_833);
    const large = { ...whole, payload: new Uint8Array(33_000) };
    expect(errorOf(await sealProjection(writer, large, serverName)).kind).toBe('tooLarge');
    const none = { ...whole, number: 0 };
    expect(errorOf(await sealProjection(writer, none, serverName)).kind).toBe('malformed');
  });

  test('carries signals between those who follow and those who write', async () => {
    const id = bytesToBase64Url(new Uint8Array(16).fill(3));
    const message = {
      is: 'raised',
      meeting: id,
      from: id,
      number: 1,
      at: 0,
      card: 'paus',
      whose: null,
    } as const;
    const bytes = unwrap(await sealSignal(follower, message));
    expect(bytes.length).toBe(321);
    expect(unwrap(await openSignal(writer, bytes))).toEqual(message);
  });

  test('is closed when its keys are forgotten', async () => {
    const { keys } = unwrap(await createShareKeys(deps));
    forgetChannelKeys(keys);
    expect(errorOf(shareFragment(keys)).kind).toBe('locked');
    expect(errorOf(await signFor(keys, 'end', payload, serverName)).kind).toBe('locked');
    expect(errorOf(await openProjection(keys, await published(writer), serverName)).kind).toBe(
      'locked',
    );
  });
});

describe('a link', () => {
  test('is 87 characters, and every damaged one is refused or leads elsewhere', async () => {
    expect(fragment).toMatch(/^[\w-]{87}$/);
    for (const bad of ['', fragment.slice(1), `${fragment}A`, `${fragment.slice(0, -1)}!`]) {
      expect(errorOf(await openShareKeys(deps, bad)).kind).toBe('badLink');
    }
    const newer = `B${fragment.slice(1)}`;
    expect(errorOf(await openShareKeys(deps, newer)).kind).toBe('badLink');
  });
});
