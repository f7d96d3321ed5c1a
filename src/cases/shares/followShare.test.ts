import { describe, expect, it, vi } from 'vitest';
import { recordConsent } from '../../consent/recordConsent.ts';
import { type Bytes, base64UrlToBytes, bytesToBase64Url, textToBytes } from '../../shared/bytes.ts';
import type { ShareMessage, SignalMessage } from '../../shared/signalMessage.ts';
import { createTestClient } from '../../sync/testClient.ts';
import { createFakeServer } from '../../sync/testing.ts';
import { openCaseKeys } from '../../vault/caseKeys.ts';
import { sealProjection } from '../../vault/sealProjection.ts';
import { sealRecord } from '../../vault/sealRecord.ts';
import {
  createShareKeys,
  openShareKeys,
  openShareRoot,
  type ShareKeys,
} from '../../vault/shareKeys.ts';
import { signEnd } from '../../vault/signMessages.ts';
import { unwrap } from '../../vault/testing.ts';
import { factToPayload } from '../factPayload.ts';
import { createRecordReceiver } from '../receiveRecords.ts';
import { createTestCase, testAuthor } from '../testCase.ts';
import { type FollowShareDeps, followShare } from './followShare.ts';
import { createShareTransport } from './wireShares.ts';

const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
const timers = {
  after: (ms: number, run: () => void) => {
    const id = setTimeout(run, ms);
    return () => clearTimeout(id);
  },
};
const start = 1_790_000_000_000;
const clock = { now: () => start, monotonic: () => 0 };
const todayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);
const today = todayOf(start);

const setUp = async () => {
  const server = createFakeServer();
  const leader = createTestClient(server);
  const phone = createTestClient(server);
  leader.client.start();
  phone.client.start();
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 6; turn += 1) {
      await leader.pass(1);
      await phone.pass(1);
      await new Promise((done) => setTimeout(done, 1));
    }
  };
  await settle();
  const credential = (): Bytes => new Uint8Array();
  const transport = createShareTransport({
    random,
    clock,
    timers,
    sync: leader.client,
    credential,
  });
  const { secret } = unwrap(await transport.createKeys());
  const fragment = unwrap(await transport.fragmentOf(secret));
  const follow = (link = fragment, here: Partial<FollowShareDeps> = {}) =>
    followShare({ random, timers, clock, todayOf, sync: phone.client, ...here }, link);
  const writer = async (): Promise<ShareKeys> =>
    unwrap(await openShareRoot({ random }, base64UrlToBytes(secret) ?? new Uint8Array()));
  /** What a server that means ill puts in the place of what is there, and gives on. */
  const plant = async (bytes: Bytes, cursor: number): Promise<void> => {
    const { channelId } = await writer();
    const channel = server.channels.open.get(channelId);
    if (channel === undefined) throw new Error('no channel');
    channel.items = [{ cursor, kind: 'projection', bytes }];
    channel.end = cursor;
    server.cut();
    await leader.pass(60_000);
    await phone.pass(60_000);
    await settle();
  };
  const standing = async (): Promise<Bytes> => {
    const found = server.channels.open.get((await writer()).channelId)?.items.at(-1);
    if (found === undefined) throw new Error('nothing there');
    return found.bytes;
  };
  return {
    server,
    leader,
    phone,
    settle,
    transport,
    secret,
    fragment,
    follow,
    writer,
    plant,
    standing,
  };
};

describe('one who follows', () => {
  it('sees what is published, then what takes its place, and nothing when it is ended', async () => {
    const { settle, transport, secret, follow } = await setUp();
    const following = follow();
    await settle();
    expect(following.get()).toMatchObject({ shown: null, over: 'unknown' });
    expect((await transport.publish(secret, 5, { part: 'behov' })).ok).toBe(true);
    following.stop();
    const again = follow();
    await settle();
    expect(again.get()).toMatchObject({
      contact: 'here',
      shown: { state: { part: 'behov' } },
      over: null,
    });
    await transport.publish(secret, 6, { part: 'sammanfattning' });
    await settle();
    expect(again.get().shown?.state).toEqual({ part: 'sammanfattning' });
    expect(await transport.publish(secret, 6, { part: 'inledning' })).toMatchObject({
      error: { oldNumber: 6 },
    });
    expect((await transport.end(secret)).ok).toBe(true);
    await settle();
    expect(again.get()).toMatchObject({ over: 'ended', shown: null });
    expect(await transport.publish(secret, 7, {})).toMatchObject({ error: 'ended' });
    expect((await transport.end(secret)).ok).toBe(true);
  });

  it('is told when contact is lost, keeps what stands, and goes on when it is back', async () => {
    const { settle, transport, secret, follow, server, phone, leader } = await setUp();
    await transport.publish(secret, 1, { part: 'behov' });
    const following = follow();
    await settle();
    server.setReachable(false);
    await settle();
    expect(following.get()).toMatchObject({ contact: 'lost', shown: { state: { part: 'behov' } } });
    expect(await transport.end(secret)).toMatchObject({ error: 'offline' });
    server.setReachable(true);
    await phone.pass(120_000);
    await leader.pass(120_000);
    await settle();
    expect(following.get().contact).toBe('here');
  });

  it('is told at once when the browser cannot check signatures, and does not wait for what would never be shown', async () => {
    const { settle, transport, secret, follow } = await setUp();
    await transport.publish(secret, 1, { part: 'behov' });
    const old = vi.spyOn(crypto.subtle, 'importKey').mockRejectedValueOnce(new TypeError());
    const following = follow();
    await settle();
    old.mockRestore();
    expect(following.get()).toMatchObject({ shown: null, over: 'oldBrowser' });
  });

  it('is told in one word when the link is not whole', async () => {
    const { settle, follow, fragment } = await setUp();
    for (const link of ['', 'abc', fragment.slice(0, -1), `${fragment}A`]) {
      const following = follow(link);
      await settle();
      expect(following.get().over).toBe('badLink');
    }
  });

  it('is told so too when the link is of two', async () => {
    const { settle, transport, secret, follow, fragment } = await setUp();
    await transport.publish(secret, 1, { part: 'behov' });
    const other = unwrap(await transport.fragmentOf(unwrap(await transport.createKeys()).secret));
    const [own, strange] = [fragment, other].map((each) => Buffer.from(each, 'base64url'));
    if (own === undefined || strange === undefined) throw new Error('no link');
    const mixed = Buffer.concat([own.subarray(0, 33), strange.subarray(33)]).toString('base64url');
    const following = follow(mixed);
    await settle();
    expect(following.get()).toMatchObject({ over: 'badLink', shown: null });
  });

  it('is heard by the leader and answered', async () => {
    const { settle, transport, secret, follow } = await setUp();
    await transport.publish(secret, 1, {});
    const heard: ShareMessage[] = [];
    const numbers: number[] = [];
    const stop = transport.hear(
      secret,
      (message) => heard.push(message),
      (number) => numbers.push(number),
    );
    const following = follow();
    const answers: SignalMessage[] = [];
    following.onSignal((message) => answers.push(message));
    await settle();
    const id = bytesToBase64Url(new Uint8Array(16).fill(7));
    const signal = {
      is: 'raised',
      meeting: id,
      from: id,
      number: 1,
      at: 1,
      card: 'paus',
      whose: null,
    } as const;
    expect(await following.say(signal)).toBe(true);
    await settle();
    expect(heard).toEqual([signal]);
    expect(numbers).toEqual([1]);
    await transport.tell(secret, { is: 'seen', meeting: id, from: id, number: 1, at: 2 });
    await settle();
    expect(answers.map(({ is }) => is)).toEqual(['seen']);

    const answered: ShareMessage = {
      is: 'answered',
      meeting: id,
      from: id,
      number: 1,
      at: 3,
      who: 'individual',
      answers: '531000',
    };
    expect(await following.say(answered)).toBe(true);
    await settle();
    expect(heard.at(-1)).toEqual(answered);
    stop();
  });
});

describe('the last day of a share', () => {
  /** The clock and the timers of the phone, in the hands of the test. */
  const createPhoneTime = (from: number) => {
    let now = from;
    const waiting = new Set<{ at: number; run: () => void }>();
    return {
      clock: { now: () => now, monotonic: () => now },
      timers: {
        after: (ms: number, run: () => void) => {
          const timer = { at: now + ms, run };
          waiting.add(timer);
          return () => waiting.delete(timer);
        },
      },
      pass: (ms: number) => {
        now += ms;
        for (const timer of [...waiting]) if (timer.at <= now && waiting.delete(timer)) timer.run();
      },
      left: () => waiting.size,
    };
  };
  const day = 86_400_000;

  it('is kept by the phone itself: after it nothing stands there, and nothing is followed', async () => {
    const { settle, transport, secret, follow, server } = await setUp();
    await transport.publish(secret, 1, { part: 'behov', until: today });
    const time = createPhoneTime(start);
    const following = follow(undefined, time);
    await settle();
    expect(following.get()).toMatchObject({
      shown: { state: { part: 'behov' } },
      lastDay: today,
      over: null,
    });
    // No writer's device is there to end it.
    time.pass(day);
    expect(following.get()).toMatchObject({ shown: null, over: 'lastDay', lastDay: today });
    expect(time.left()).toBe(0);
    await settle();
    expect(JSON.stringify(following.get())).not.toContain('behov');
    // What comes later, from whoever, is not taken.
    await transport.publish(secret, 2, { part: 'avslutning' });
    server.cut();
    await settle();
    expect(following.get()).toMatchObject({ shown: null, over: 'lastDay' });
    const id = bytesToBase64Url(new Uint8Array(16).fill(7));
    expect(await following.say({ is: 'gone', meeting: id, from: id, number: 1, at: 1 })).toBe(
      false,
    );
  });

  it('is over before it begins where the link is opened too late, and holds all of its day', async () => {
    const { settle, transport, secret, follow } = await setUp();
    await transport.publish(secret, 1, { part: 'behov', until: today });
    const late = follow(undefined, createPhoneTime(start + day));
    await settle();
    expect(late.get()).toMatchObject({ shown: null, over: 'lastDay' });
    const inTime = follow(undefined, createPhoneTime(Date.parse(`${today}T23:59:00Z`)));
    await settle();
    expect(inTime.get()).toMatchObject({ shown: { state: { part: 'behov' } }, over: null });
  });

  it('goes by the clock of the phone alone, also where that one is wrong', async () => {
    const { settle, transport, secret, follow } = await setUp();
    await transport.publish(secret, 1, { part: 'behov', until: today });
    const behind = createPhoneTime(start - 40 * day);
    const following = follow(undefined, behind);
    await settle();
    expect(following.get()).toMatchObject({ over: null, lastDay: today });
    // Set right while the page is open.
    behind.pass(41 * day);
    expect(following.get()).toMatchObject({ shown: null, over: 'lastDay' });
  });

  it.each([
    ['none', {}],
    ['no date', { until: 'i morgon' }],
    ['a number', { until: 1 }],
  ])('asks nothing of a state that holds %s', async (_, more) => {
    const { settle, transport, secret, follow } = await setUp();
    await transport.publish(secret, 1, { part: 'behov', ...more });
    const time = createPhoneTime(start);
    const following = follow(undefined, time);
    await settle();
    time.pass(400 * day);
    expect(following.get()).toMatchObject({ over: null, lastDay: null });
    expect(following.get().shown).not.toBeNull();
  });
});

describe('a server that works with one who follows', () => {
  it('cannot make another who follows believe what no writer has signed', async () => {
    const { settle, transport, secret, fragment, follow, writer, plant, standing, server } =
      await setUp();
    await transport.publish(secret, 10, { part: 'behov' });
    const following = follow();
    await settle();
    const genuine = await standing();

    // A bit turned, another number, another share's projection, and one sealed with the true key under another's name.
    const turned = genuine.slice();
    turned[turned.length - 100] = (turned[turned.length - 100] ?? 0) ^ 1;
    await plant(turned, 11);
    const renumbered = genuine.slice();
    renumbered[39] = 99;
    await plant(renumbered, 99);
    const other = unwrap(await createShareKeys({ random }));
    const payload = textToBytes('{"part":"falsk"}');
    const { encodePublication } = await import('../../protocol/wire/publication.ts');
    const foreign = unwrap(
      await sealProjection(other.keys, { number: 50, at: 1, payload }, server.serverName),
    );
    await plant(encodePublication(foreign) ?? new Uint8Array(), 100);
    const named = { ...foreign, publicKey: genuine.slice(0, 32) };
    await plant(encodePublication(named) ?? new Uint8Array(), 101);
    expect(following.get().shown?.state).toEqual({ part: 'behov' });

    // The link holds nothing to sign with.
    const reader = unwrap(await openShareKeys({ random }, fragment));
    const sealed = await sealProjection(reader, { number: 60, at: 1, payload }, server.serverName);
    expect(sealed).toMatchObject({ error: { kind: 'mayNotWrite' } });
    expect((await signEnd(reader, server.serverName)).ok).toBe(false);

    // What was true once is not shown again.
    const keys = await writer();
    const newer = await sealProjection(
      keys,
      { number: 200, at: 1, payload: textToBytes('{"part":"avslutning"}') },
      server.serverName,
    );
    await plant(encodePublication(unwrap(newer)) ?? new Uint8Array(), 200);
    expect(following.get().shown?.state).toEqual({ part: 'avslutning' });
    await plant(genuine, 300);
    expect(following.get().shown?.state).toEqual({ part: 'avslutning' });
  });

  it('cannot make a device that writes believe a record', async () => {
    const { deps, first, session } = await createTestCase();
    const { fragment } = await setUp();
    const keys = unwrap(await session.openCase(first.caseId));
    const receiver = createRecordReceiver({ journal: deps.journal }, keys);
    const before = JSON.stringify(first.workspace().state);
    const payload = factToPayload(
      recordConsent(
        { by: testAuthor, at: 1, newId: () => 'forged' },
        { which: 'share', answer: 'yes', form: 'skriftligt' },
      ),
    );
    // All that the link holds, tried as a root of the case, under the case's own channel and epoch.
    const link = base64UrlToBytes(fragment) ?? new Uint8Array();
    for (const root of [link.slice(1, 33), link.slice(33, 65)]) {
      const device = bytesToBase64Url(new Uint8Array(16).fill(9));
      const forger = unwrap(
        await openCaseKeys({ random }, { caseId: first.caseId, epoch: 1, root, device }),
      );
      const body = { device, seq: 1, prev: null, seen: {}, kind: 'fact', at: 1, payload } as const;
      const { bytes } = unwrap(await sealRecord(forger, body));
      const disguised = bytes.slice();
      disguised.set(base64UrlToBytes(keys.channelId) ?? new Uint8Array(), 1);
      for (const forged of [bytes, disguised]) {
        const arrived = await receiver.receive([forged]);
        expect(arrived.ok && arrived.value.taken).toBe(0);
      }
    }
    await first.catchUp();
    const { setAsideRecords: _, ...state } = first.workspace().state;
    const { setAsideRecords: __, ...was } = JSON.parse(before);
    expect(JSON.parse(JSON.stringify(state))).toEqual(was);
    expect(first.workspace().state.consent.share.answer).toBeNull();
  });
});
