/** This project's own server, and the floors, which take the same messages and check nothing. */
import { generateKeyPairSync, hash, type KeyObject, randomBytes, sign } from 'node:crypto';
import { bodySteps, envelopeBytes } from '../../../src/protocol/limits.ts';
import { recordVersion } from '../../../src/protocol/version.ts';
import type { ClientMessage } from '../../../src/protocol/wire/clientMessage.ts';
import { frameToSign, joinSignature } from '../../../src/protocol/wire/frame.ts';
import {
  decodeServerMessage,
  encodeClientMessage,
  encodeServerMessage,
} from '../../../src/protocol/wire/messages.ts';
import type { ServerMessage } from '../../../src/protocol/wire/serverMessage.ts';
import {
  type SignedMethod,
  signedBytes,
  signedPart,
} from '../../../src/protocol/wire/signedBytes.ts';
import { projectionSteps } from '../../../src/protocol/wire/wireLimits.ts';
import type { Bytes } from '../../../src/shared/bytes.ts';
import type { Dialect, Writer } from './dialect.ts';
import { toWire } from './rawSocket.ts';

/** What the load dials, so that what is signed holds at any port. */
export const benchHost = 'bench.test';

/** A sealed record with the smallest body: what most of a meeting's records are. */
export const recordBytes = (bodySteps[0] ?? 0) + envelopeBytes;

interface Channel {
  readonly id: Bytes;
  readonly publicKey: Bytes;
  readonly privateKey: KeyObject;
  readonly readToken: Bytes;
}

const sha256 = (bytes: Uint8Array): Bytes => new Uint8Array(hash('sha256', bytes, 'buffer'));

const createChannel = (): Channel => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = new Uint8Array(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'));
  return {
    id: sha256(raw),
    publicKey: raw,
    privateKey,
    readToken: new Uint8Array(randomBytes(32)),
  };
};

/** The server cannot open it: to it, a sealed record is where it belongs and then noise. */
const createRecord = ({ id }: Channel): Bytes => {
  const bytes = new Uint8Array(randomBytes(recordBytes));
  bytes[0] = recordVersion;
  bytes.set(id, 1);
  return bytes;
};

const signatureOf = ({ id, privateKey }: Channel, method: SignedMethod, body: Bytes): Bytes =>
  new Uint8Array(sign(null, signedBytes(method, id, sha256(body), benchHost), privateKey));

const encode = (message: ClientMessage): Buffer => {
  const bytes = encodeClientMessage(message);
  if (bytes === null) throw new Error(`${message.is} could not be written.`);
  return toWire(bytes);
};

const bodyOf = (part: Bytes | null): Bytes => {
  if (part === null) throw new Error('A message does not hold.');
  return part;
};

const openMessage = (channel: Channel, use: 'log' | 'share'): Buffer => {
  const draft = {
    is: 'open',
    publicKey: channel.publicKey,
    readTokenHash: sha256(channel.readToken),
    use,
    credential: new Uint8Array(),
  } as const;
  const signature = signatureOf(channel, 'open', bodyOf(signedPart(draft)));
  return encode({ ...draft, request: 1, signature });
};

const followMessage = ({ id, readToken }: Channel): Buffer =>
  encode({ is: 'follow', request: 2, channelId: id, readToken, cursor: 0 });

/** The first is the answer to `open`. */
const firstUpdate = 16;

const frameMessage = (channel: Channel, request: number, records: readonly Bytes[]): Buffer => {
  const draft = {
    publicKey: channel.publicKey,
    frameId: new Uint8Array(randomBytes(16)),
    records,
  };
  const part = frameToSign(draft);
  if (!part.ok) throw new Error('A frame does not hold.');
  const frame = joinSignature(part.value, signatureOf(channel, 'append', part.value));
  return encode({ is: 'append', request, frame });
};

/** A share's view for those who follow a meeting, of the smallest size. */
const publication = (channel: Channel, number: number): Buffer => {
  const size = (projectionSteps[0] ?? 0) + envelopeBytes;
  const projection = new Uint8Array(randomBytes(size));
  projection[0] = recordVersion;
  projection.set(channel.id, 1);
  const draft = { is: 'publish', publicKey: channel.publicKey, number, projection } as const;
  const signature = signatureOf(channel, 'publish', bodyOf(signedPart(draft)));
  return encode({ ...draft, request: firstUpdate + number, signature });
};

const typeOf = (message: ServerMessage): number => {
  const bytes = encodeServerMessage(message);
  if (bytes === null) throw new Error(`${message.is} could not be written.`);
  return bytes[1] ?? 0;
};

const nothing = {
  channelId: new Uint8Array(32),
  from: 0,
  next: 0,
  end: 0,
  more: false,
  snapshotId: null,
  items: [],
};

const types = {
  opened: typeOf({ is: 'opened', request: 1 }),
  appended: typeOf({ is: 'appended', request: 1, cursor: 1 }),
  published: typeOf({ is: 'published', request: 1, number: 1 }),
  page: typeOf({ is: 'page', request: 1, ...nothing }),
  push: typeOf({ is: 'push', request: 0, ...nothing }),
  error: typeOf({ is: 'error', request: 1, error: { code: 'malformed' } }),
};

const decode = (message: Buffer): ServerMessage => {
  const decoded = decodeServerMessage(new Uint8Array(message));
  if (!decoded.ok) throw new Error('The server said what cannot be read.');
  return decoded.value.message;
};

const throwIfRefused = (message: Buffer): void => {
  if (message[1] !== types.error) return;
  const said = decode(message);
  if (said.is === 'error') throw new Error(`The server answered ${said.error.code}.`);
};

const keyOf = (record: Uint8Array): string =>
  Buffer.from(record.subarray(37, 69)).toString('latin1');

/** A page after which nothing more lies there. */
export const isCaughtUp = (message: Buffer): boolean => {
  throwIfRefused(message);
  if (message[1] !== types.page) return false;
  const page = decode(message);
  return page.is === 'page' && !page.more;
};

/** `use` share: an update is a new view instead of a frame of records. */
export const createSipDialect = (use: 'log' | 'share' = 'log'): Dialect => {
  const channels = new Map<string, Channel>();
  const writers = new Map<string, Writer>();
  /** Of each writer, of each update: how its records are known again. */
  const keys = new Map<string, string[][]>();

  const channelOf = (name: string): Channel => {
    const channel = channels.get(name) ?? createChannel();
    channels.set(name, channel);
    return channel;
  };

  const createWriter = (name: string, records: number): Writer => {
    const channel = channelOf(name);
    const made: Buffer[] = [];
    const own: string[][] = [];
    keys.set(`${name} ${records}`, own);
    const make = (index: number): Buffer => {
      if (use === 'share') return publication(channel, index + 1);
      const list = Array.from({ length: records }, () => createRecord(channel));
      own[index] = list.map(keyOf);
      return frameMessage(channel, firstUpdate + index, list);
    };
    return {
      path: '/sync',
      greetings: [openMessage(channel, use)],
      update: (index) => {
        const update = made[index] ?? make(index);
        made[index] = update;
        return update;
      },
    };
  };

  return {
    writer: (name, records) => {
      const key = `${name} ${records}`;
      const writer = writers.get(key) ?? createWriter(name, records);
      writers.set(key, writer);
      return writer;
    },
    follower: (name) => ({ path: '/sync', greetings: [followMessage(channelOf(name))] }),
    isGreeting: (message) => {
      throwIfRefused(message);
      return message[1] === types.opened || message[1] === types.page;
    },
    isSaved: (message) => {
      throwIfRefused(message);
      return message[1] === types.appended || message[1] === types.published;
    },
    pushed: (message) => {
      if (message[1] !== types.push) return [];
      const said = decode(message);
      return said.is === 'push' ? said.items.map(({ cursor }) => cursor - 1) : [];
    },
    lossReader: (name, records, told) => {
      const wanted = new Set((keys.get(`${name} ${records}`) ?? []).slice(0, told).flat());
      const sent = wanted.size;
      return (message) => {
        throwIfRefused(message);
        if (message[1] !== types.page) return null;
        const page = decode(message);
        if (page.is !== 'page') return null;
        for (const item of page.items) wanted.delete(keyOf(item.bytes));
        return page.more ? null : Math.ceil((wanted.size * told) / Math.max(1, sent));
      };
    },
  };
};
