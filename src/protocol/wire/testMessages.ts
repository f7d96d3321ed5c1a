/** Messages of every kind, by chance. For tests only. */
import fc from 'fast-check';
import type { Bytes } from '../../shared/bytes.ts';
import type { ClientMessage } from './clientMessage.ts';
import type { WireError } from './errors.ts';
import type { FrameDraft } from './frame.ts';
import type { ServerMessage } from './serverMessage.ts';
import { sealedProjectionSteps, sealedRecordSteps } from './wireLimits.ts';

/** `length` bytes that a short seed makes: quick to make and to shrink, and the version of a record first. */
const madeOf = (length: number): fc.Arbitrary<Bytes> =>
  fc.integer({ min: 1, max: 1_000_000 }).map((seed) => {
    const bytes = new Uint8Array(length);
    let state = seed;
    for (let at = 0; at < length; at += 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      bytes[at] = state >>> 24;
    }
    bytes[0] = 1;
    return bytes;
  });

const hash = madeOf(32);
const orNull = fc.option(hash, { nil: null });
const request = fc.integer({ min: 1, max: 2 ** 32 - 1 });
const u32 = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const u64 = fc.maxSafeNat();
const signature = madeOf(64);
const upTo = (maxLength: number): fc.Arbitrary<Bytes> =>
  fc.uint8Array({ maxLength }).map((bytes) => new Uint8Array(bytes));

export const someRecord: fc.Arbitrary<Bytes> = fc
  .constantFrom(...sealedRecordSteps.slice(0, 4))
  .chain(madeOf);

export const someFrame: fc.Arbitrary<FrameDraft & { readonly signature: Bytes }> = fc.record({
  publicKey: hash,
  frameId: madeOf(16),
  records: fc.array(someRecord, { minLength: 1, maxLength: 5 }),
  signature,
});

const is = <T extends string>(name: T) => fc.constant(name);

export const someClientMessage: fc.Arbitrary<ClientMessage> = fc.oneof(
  fc.record({
    is: is('open'),
    request,
    publicKey: hash,
    readTokenHash: hash,
    use: fc.constantFrom('log' as const, 'share' as const),
    credential: upTo(200),
    signature,
  }),
  fc.record({ is: is('append'), request, frame: upTo(2_000) }),
  fc.record({
    is: is('read'),
    request,
    channelId: hash,
    readToken: hash,
    cursor: u64,
    maxBytes: u32,
  }),
  fc.record({ is: is('follow'), request, channelId: hash, readToken: hash, cursor: u64 }),
  fc.record({ is: is('unfollow'), request, channelId: hash }),
  fc.record({
    is: is('snapshot'),
    request,
    publicKey: hash,
    parent: orNull,
    replaces: fc.array(hash, { maxLength: 5 }),
    record: someRecord,
    signature,
  }),
  fc.record({
    is: is('publish'),
    request,
    publicKey: hash,
    number: u64,
    projection: fc.constantFrom(...sealedProjectionSteps).chain(madeOf),
    signature,
  }),
  fc.record({ is: is('signal'), request, channelId: hash, readToken: hash, signal: madeOf(321) }),
  fc.record({ is: is('end'), request, publicKey: hash, signature }),
  fc.record({ is: is('ping'), request }),
);

const versions = fc
  .uniqueArray(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 5 })
  .map((list) => list.sort((a, b) => a - b));

const someError: fc.Arbitrary<WireError> = fc.oneof(
  fc.record({
    code: fc.constantFrom(
      'malformed' as const,
      'tooLarge' as const,
      'badSignature' as const,
      'wrongChannel' as const,
      'wrongServer' as const,
      'noChannel' as const,
      'badToken' as const,
      'ended' as const,
      'aged' as const,
      'conflict' as const,
      'mayNotOpen' as const,
    ),
  }),
  fc.record({
    code: fc.constantFrom('tooFast' as const, 'full' as const, 'busy' as const),
    retryAfterMs: u32,
  }),
  fc.record({ code: is('unknownVersion'), served: versions }),
  fc.record({ code: is('staleParent'), parent: orNull }),
  fc.record({ code: is('oldNumber'), number: u64 }),
);

const page = {
  channelId: hash,
  from: u64,
  next: u64,
  end: u64,
  more: fc.boolean(),
  snapshotId: orNull,
  items: fc.array(
    fc.record({
      cursor: u64,
      kind: fc.constantFrom('record' as const, 'snapshot' as const, 'projection' as const),
      bytes: upTo(500),
    }),
    { maxLength: 4 },
  ),
};

const told = fc.constant(0 as const);

export const someServerMessage: fc.Arbitrary<ServerMessage> = fc.oneof(
  fc.record({
    is: is('welcome'),
    request: told,
    serverTime: u64,
    name: fc.string({ unit: 'grapheme', maxLength: 20 }),
    limits: fc.record({
      frameBytes: u32,
      frameRecords: u32,
      pageBytes: u32,
      followed: u32,
      signalGapMs: u32,
    }),
    served: versions,
  }),
  fc.record({
    is: fc.constantFrom(
      'opened' as const,
      'unfollowed' as const,
      'signalled' as const,
      'ended' as const,
    ),
    request,
  }),
  fc.record({
    is: fc.constantFrom('appended' as const, 'snapshotted' as const),
    request,
    cursor: u64,
  }),
  fc.record({ is: is('page'), request, ...page }),
  fc.record({ is: is('push'), request: told, ...page }),
  fc.record({ is: is('published'), request, number: u64 }),
  fc.record({ is: is('pong'), request, serverTime: u64 }),
  fc.record({ is: is('error'), request: fc.oneof(told, request), error: someError }),
  fc.record({
    is: is('gone'),
    request: told,
    channelId: hash,
    why: fc.constantFrom('ended' as const, 'aged' as const),
  }),
  fc.record({ is: is('signal'), request: told, channelId: hash, signal: madeOf(321) }),
);

/** Bytes with a few of them changed, taken away or put in. */
export const damaged = (bytes: Bytes): fc.Arbitrary<Bytes> =>
  fc.oneof(
    fc
      .tuple(fc.nat(Math.max(0, bytes.length - 1)), fc.integer({ min: 1, max: 255 }))
      .map(([at, change]) => bytes.map((byte, place) => (place === at ? byte ^ change : byte))),
    fc.nat(bytes.length).map((length) => bytes.slice(0, length)),
    fc.tuple(fc.nat(bytes.length), upTo(40)).map(([at, more]) => {
      const longer = new Uint8Array(bytes.length + more.length);
      longer.set(bytes.subarray(0, at));
      longer.set(more, at);
      longer.set(bytes.subarray(at), at + more.length);
      return longer;
    }),
  );
