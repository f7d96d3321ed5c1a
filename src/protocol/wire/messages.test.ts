import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bytes } from '../../shared/bytes.ts';
import type { ClientMessage } from './clientMessage.ts';
import type { WireCodec } from './codec.ts';
import { codecOne } from './codecOne.ts';
import { errorCodes, errorDeeds } from './errors.ts';
import {
  answerUnknownVersion,
  decodeClientMessage,
  decodeServerMessage,
  encodeClientMessage,
  encodeServerMessage,
  type WireVersions,
} from './messages.ts';
import { damaged, someClientMessage, someServerMessage } from './testMessages.ts';
import {
  maxClientMessageBytes,
  maxFrameBytes,
  maxServerMessageBytes,
  messageHeadBytes,
} from './wireLimits.ts';

const written = (bytes: Bytes | null): Bytes => {
  if (bytes === null) throw new Error('It was not written.');
  return bytes;
};

const anyBytes = fc.uint8Array({ maxLength: 400 }).map((bytes) => new Uint8Array(bytes));

describe('a message', () => {
  test('is read as it was written, by either side', () => {
    fc.assert(
      fc.property(someClientMessage, (message) => {
        const read = decodeClientMessage(written(encodeClientMessage(message)));
        expect(read).toEqual({ ok: true, value: { version: 1, message } });
      }),
    );
    fc.assert(
      fc.property(someServerMessage, (message) => {
        const read = decodeServerMessage(written(encodeServerMessage(message)));
        expect(read).toEqual({ ok: true, value: { version: 1, message } });
      }),
    );
  });

  test('has one spelling: damaged bytes are refused, or are the one spelling of what they say', () => {
    const client = someClientMessage.chain((message) =>
      damaged(written(encodeClientMessage(message))),
    );
    fc.assert(
      fc.property(fc.oneof(client, anyBytes), (bytes) => {
        const read = decodeClientMessage(bytes);
        if (read.ok) expect(encodeClientMessage(read.value.message)).toEqual(bytes);
      }),
      { numRuns: 2_000 },
    );
    const server = someServerMessage.chain((message) =>
      damaged(written(encodeServerMessage(message))),
    );
    fc.assert(
      fc.property(fc.oneof(server, anyBytes), (bytes) => {
        const read = decodeServerMessage(bytes);
        if (read.ok) expect(encodeServerMessage(read.value.message)).toEqual(bytes);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is refused when it is longer by a byte or shorter by one', () => {
    fc.assert(
      fc.property(someClientMessage, (message) => {
        // Only a frame takes what is left: its own length is looked at when it is read.
        fc.pre(message.is !== 'append');
        const bytes = written(encodeClientMessage(message));
        const longer = new Uint8Array(bytes.length + 1);
        longer.set(bytes);
        expect(decodeClientMessage(longer)).toMatchObject({ error: { kind: 'malformed' } });
        expect(decodeClientMessage(bytes.slice(0, -1)).ok).toBe(false);
      }),
    );
  });

  test('is refused unread when it is longer than any may be, with its number', () => {
    const bytes = new Uint8Array(maxClientMessageBytes + 1);
    bytes.set([1, 2, 0, 0, 0, 9]);
    expect(decodeClientMessage(bytes)).toEqual({
      ok: false,
      error: { kind: 'tooLarge', request: 9 },
    });
    expect(decodeServerMessage(new Uint8Array(maxServerMessageBytes + 1))).toMatchObject({
      error: { kind: 'tooLarge' },
    });
    const largest = new Uint8Array(maxFrameBytes);
    const message: ClientMessage = { is: 'append', request: 1, frame: largest };
    expect(encodeClientMessage(message)?.length).toBe(messageHeadBytes + maxFrameBytes);
    expect(
      encodeClientMessage({ ...message, frame: new Uint8Array(maxFrameBytes + 1) }),
    ).toBeNull();
  });

  test('of a kind that nobody knows, or without a number where it needs one, is refused', () => {
    expect(decodeClientMessage(Uint8Array.of(1, 0x7f, 0, 0, 0, 5))).toEqual({
      ok: false,
      error: { kind: 'malformed', request: 5 },
    });
    expect(decodeClientMessage(Uint8Array.of(1, 0x0a, 0, 0, 0, 5)).ok).toBe(true);
    expect(decodeClientMessage(Uint8Array.of(1, 0x0a, 0, 0, 0, 0)).ok).toBe(false);
    expect(decodeServerMessage(Uint8Array.of(1, 0x81, 0, 0, 0, 0)).ok).toBe(false);
    expect(decodeServerMessage(Uint8Array.of(1, 0x81, 0, 0, 0, 1)).ok).toBe(true);
    expect(encodeClientMessage({ is: 'ping', request: 0 })).toBeNull();
    expect(encodeClientMessage({ is: 'ping', request: 2 ** 32 })).toBeNull();
  });

  test('does not hold on to the memory of what it was read from', () => {
    const id = new Uint8Array(32).fill(7);
    const bytes = written(encodeClientMessage({ is: 'unfollow', request: 1, channelId: id }));
    const read = decodeClientMessage(bytes);
    bytes.fill(0);
    expect(read).toMatchObject({ value: { message: { channelId: id } } });
  });
});

describe('versions', () => {
  /** What a next version could be: as the first, but with other numbers for the kinds that a client sends. */
  const next: WireCodec = {
    ...codecOne,
    clientType: (message) => {
      const type = codecOne.clientType(message);
      return type === null ? null : type + 0x20;
    },
    readClient: (type, request, from) => codecOne.readClient(type - 0x20, request, from),
  };
  const both: WireVersions = new Map([
    [1, codecOne],
    [2, next],
  ]);
  const onlyNext: WireVersions = new Map([[2, next]]);
  const ping: ClientMessage = { is: 'ping', request: 3 };

  test('the present and the one before are both served, and each is told which it is', () => {
    for (const version of [1, 2]) {
      const bytes = written(encodeClientMessage(ping, version, both));
      expect(decodeClientMessage(bytes, both)).toEqual({
        ok: true,
        value: { version, message: ping },
      });
    }
  });

  test('one that is not served is refused with its number, and answered in the shape of the first', () => {
    const bytes = written(encodeClientMessage(ping, 2, both));
    expect(decodeClientMessage(bytes)).toEqual({
      ok: false,
      error: { kind: 'unknownVersion', request: 3, version: 2 },
    });
    expect(encodeClientMessage(ping, 2)).toBeNull();
    expect(decodeServerMessage(written(answerUnknownVersion(3, onlyNext)))).toEqual({
      ok: true,
      value: {
        version: 1,
        message: { is: 'error', request: 3, error: { code: 'unknownVersion', served: [2] } },
      },
    });
  });
});

describe('an error', () => {
  test('says for every code what the receiver must do', () => {
    expect(Object.keys(errorDeeds).sort()).toEqual([...errorCodes].sort());
  });

  test('has nothing to wait for unless it says so', () => {
    const error = { is: 'error', request: 1, error: { code: 'noChannel' } } as const;
    const bytes = written(encodeServerMessage(error));
    bytes[bytes.length - 1] = 1;
    expect(decodeServerMessage(bytes).ok).toBe(false);
  });
});
