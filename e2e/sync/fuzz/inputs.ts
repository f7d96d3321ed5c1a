/** What is sent to the server, and what may come of it. One of each kind by chance, made of messages that would be right. */
import type { TestWriter } from '../../../server/sync/testing.ts';
import type { ClientMessage } from '../../../src/protocol/wire/clientMessage.ts';
import type { ErrorCode } from '../../../src/protocol/wire/errors.ts';
import { encodeClientMessage } from '../../../src/protocol/wire/messages.ts';
import { maxClientMessageBytes } from '../../../src/protocol/wire/wireLimits.ts';
import type { Bytes } from '../../../src/shared/bytes.ts';
import type { Chance } from '../../crash/chance.ts';
import type { Came } from './line.ts';

export interface Input {
  readonly bytes: Uint8Array | string;
  readonly request: number;
  readonly isRight: (came: Came) => boolean;
  /** The server hangs up after it. */
  readonly closes?: true;
}

type Unsent = ClientMessage extends infer M
  ? M extends ClientMessage
    ? Omit<M, 'request'>
    : never
  : never;

export interface Making {
  readonly chance: Chance;
  readonly serverName: string;
  /** Log, another log, share, and one that was ended. */
  readonly log: TestWriter;
  readonly other: TestWriter;
  readonly share: TestWriter;
  readonly ended: TestWriter;
  readonly nextRequest: () => number;
  readonly nextNumber: () => number;
  /** Frames that the server has taken, with the cursor that it said. */
  readonly taken: readonly { readonly frame: Bytes; readonly cursor: number }[];
  /** What was published last. */
  readonly published: () => Unsent | null;
}

export const written = (message: Unsent, request: number): Bytes => {
  const bytes = encodeClientMessage({ ...message, request });
  if (bytes === null) throw new Error(`A ${message.is} was not written.`);
  return bytes;
};

const refusedWith =
  (...codes: readonly ErrorCode[]) =>
  (came: Came): boolean =>
    came.is === 'error' && codes.includes(came.error.code);

/** What no damaged message may come to: that something was changed. */
const changes = ['opened', 'appended', 'snapshotted', 'published', 'ended'];

const freshFrame = ({ log, serverName, chance }: Making): Bytes =>
  log.frame(
    serverName,
    Array.from({ length: 1 + chance.below(3) }, () => log.record()),
  );

const projectionOf = (writer: TestWriter): Bytes => writer.record(4_161);

/** A right message that was never sent, of any kind. */
const anyMessage = (making: Making): Unsent => {
  const { chance, log, share, serverName, nextNumber } = making;
  const { channelId, readToken } = log;
  const record = log.record();
  const kinds: readonly (() => Unsent)[] = [
    () => log.open(serverName),
    () => ({ is: 'append', frame: freshFrame(making) }),
    () => ({ is: 'read', channelId, readToken, cursor: chance.below(9), maxBytes: 2_000 }),
    () => ({ is: 'follow', channelId, readToken, cursor: 2 ** 40 }),
    () => ({ is: 'unfollow', channelId }),
    () => log.snapshot(serverName, { parent: null, replaces: [channelId], record }),
    () => share.publish(serverName, nextNumber(), projectionOf(share)),
    () => ({ is: 'signal', channelId, readToken, signal: log.record(321) }),
    () => log.end(serverName),
  ];
  const make = kinds[chance.below(kinds.length)];
  if (make === undefined) throw new Error('There is no such kind.');
  return make();
};

const flipped = (bytes: Bytes, at: number, bit: number): Bytes =>
  bytes.map((byte, place) => (place === at ? byte ^ (1 << bit) : byte));

const requestOf = (bytes: Uint8Array): number =>
  bytes.length < 6 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(2);

const raw = (bytes: Bytes, isRight: Input['isRight']): Input => ({
  bytes,
  request: requestOf(bytes),
  isRight,
});

const changesNothing = (came: Came): boolean => !changes.includes(came.is) && came.is !== 'closed';

export type InputKind = keyof typeof inputs;

export const inputs = {
  flippedSignature: (making: Making): Input => {
    const message = anyMessage(making);
    const bytes = written(message, making.nextRequest());
    const { chance } = making;
    if (!('signature' in message) && message.is !== 'append') return inputs.otherServer(making);
    const at = bytes.length - 1 - chance.below(64);
    return raw(flipped(bytes, at, chance.below(8)), refusedWith('badSignature'));
  },
  flippedAnywhere: (making: Making): Input => {
    const bytes = written(anyMessage(making), making.nextRequest());
    const at = 1 + making.chance.below(bytes.length - 1);
    // The number of a request is not signed: it is the same message under another number.
    const place = at >= 2 && at < 6 ? 1 : at;
    return raw(flipped(bytes, place, making.chance.below(8)), changesNothing);
  },
  truncated: (making: Making): Input => {
    const bytes = written(anyMessage(making), making.nextRequest());
    return raw(bytes.slice(0, making.chance.below(bytes.length)), refusedWith('malformed'));
  },
  extended: (making: Making): Input => {
    const message = anyMessage(making);
    const bytes = written(message, making.nextRequest());
    const longer = new Uint8Array(bytes.length + 1 + making.chance.below(40));
    longer.set(bytes);
    return raw(longer, refusedWith('malformed'));
  },
  tooLong: (making: Making): Input => {
    const bytes = new Uint8Array(maxClientMessageBytes + 1 + making.chance.below(1_000));
    bytes.set(written({ is: 'ping' }, making.nextRequest()));
    return raw(bytes, refusedWith('tooLarge'));
  },
  otherVersion: (making: Making): Input => {
    const bytes = written(anyMessage(making), making.nextRequest());
    bytes[0] = 2 + making.chance.below(250);
    return { ...raw(bytes, refusedWith('unknownVersion')), closes: true };
  },
  replayed: (making: Making): Input => {
    const { chance, taken, nextRequest } = making;
    const before = taken[chance.below(taken.length)];
    if (before === undefined) return inputs.otherServer(making);
    const { frame, cursor } = before;
    return raw(
      written({ is: 'append', frame }, nextRequest()),
      (came) => came.is === 'appended' && came.cursor === cursor,
    );
  },
  publishedAgain: (making: Making): Input => {
    const { published, share, serverName, nextRequest } = making;
    const last = published();
    if (last === null || making.chance.below(2) === 0) {
      const old = share.publish(serverName, 1, projectionOf(share));
      return raw(written(old, nextRequest()), refusedWith('oldNumber'));
    }
    return raw(written(last, nextRequest()), ({ is }) => is === 'published');
  },
  otherChannel: (making: Making): Input => {
    const { log, other, share, serverName, nextRequest, chance } = making;
    const messages: readonly (() => Unsent)[] = [
      () => ({ is: 'append', frame: log.frame(serverName, [log.record(), other.record()]) }),
      () => ({ is: 'append', frame: share.frame(serverName, [share.record()]) }),
      () => log.snapshot(serverName, { parent: null, replaces: [], record: other.record() }),
      () => log.publish(serverName, 10 ** 9, projectionOf(log)),
      () => share.publish(serverName, 10 ** 9, projectionOf(log)),
    ];
    const make = messages[chance.below(messages.length)] ?? messages[0];
    if (make === undefined) throw new Error('There is no such message.');
    return raw(written(make(), nextRequest()), refusedWith('wrongChannel'));
  },
  otherToken: (making: Making): Input => {
    const { log, other, nextRequest, chance } = making;
    const { channelId } = log;
    const { readToken } = other;
    const messages: readonly Unsent[] = [
      { is: 'read', channelId, readToken, cursor: 0, maxBytes: 1_000 },
      { is: 'follow', channelId, readToken, cursor: 0 },
      { is: 'signal', channelId, readToken, signal: log.record(321) },
    ];
    const message = messages[chance.below(messages.length)] ?? { is: 'ping' };
    // A signal that comes too fast is not even looked at.
    return raw(written(message, nextRequest()), refusedWith('badToken', 'tooFast'));
  },
  otherServer: (making: Making): Input =>
    raw(
      written(anySigned({ ...making, serverName: 'annan.example' }), making.nextRequest()),
      refusedWith('badSignature'),
    ),
  /** Signed for one deed, used for another. */
  otherMethod: (making: Making): Input => {
    const { log, serverName, nextRequest } = making;
    const { publicKey } = log;
    const body = log.publicKey;
    const signature = log.sign('open', body, serverName);
    return raw(
      written({ is: 'end', publicKey, signature }, nextRequest()),
      refusedWith('badSignature'),
    );
  },
  unknownChannel: (making: Making): Input => {
    const { chance, nextRequest, log } = making;
    const channelId = bytesBy(chance, 32);
    const { readToken } = log;
    const message: Unsent =
      chance.below(2) === 0
        ? { is: 'read', channelId, readToken, cursor: 0, maxBytes: 1 }
        : { is: 'follow', channelId, readToken, cursor: 0 };
    return raw(written(message, nextRequest()), refusedWith('noChannel'));
  },
  ended: (making: Making): Input => {
    const { ended, serverName, nextRequest, chance } = making;
    const { channelId, readToken } = ended;
    const messages: readonly Unsent[] = [
      ended.open(serverName),
      { is: 'append', frame: ended.frame(serverName, [ended.record()]) },
      { is: 'read', channelId, readToken, cursor: 0, maxBytes: 1_000 },
      { is: 'follow', channelId, readToken, cursor: 0 },
      ended.snapshot(serverName, { parent: null, replaces: [], record: ended.record() }),
    ];
    const message = messages[chance.below(messages.length)] ?? { is: 'ping' };
    return raw(written(message, nextRequest()), refusedWith('ended'));
  },
  random: (making: Making): Input => {
    const { chance } = making;
    const bytes = bytesBy(chance, chance.below(600));
    if (bytes.length > 0) bytes[0] = 1;
    // A known kind now and then.
    if (bytes.length > 1 && chance.below(2) === 0) bytes[1] = 1 + chance.below(10);
    // These two hold, whatever bytes they have.
    const isPing = bytes.length === 6 && bytes[1] === 10;
    const isUnfollow = bytes.length === 38 && bytes[1] === 5;
    return raw(bytes, (came) =>
      isPing || isUnfollow
        ? changesNothing(came)
        : refusedWith('malformed', 'badToken', 'noChannel', 'badSignature')(came),
    );
  },
  text: ({ chance }: Making): Input => ({
    bytes: chance.letters(chance.below(50)),
    request: -1,
    isRight: ({ is }) => is === 'closed',
    closes: true,
  }),
} as const;

const anySigned = (making: Making): Unsent => {
  for (;;) {
    const message = anyMessage(making);
    if ('signature' in message || message.is === 'append') return message;
  }
};

const bytesBy = (chance: Chance, length: number): Bytes =>
  Uint8Array.from({ length }, () => chance.below(256));
