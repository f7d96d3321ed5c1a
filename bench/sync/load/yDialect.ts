/**
 * Servers of Yjs documents. One document a channel, and one client that adds a row of as many bytes as a sealed record: so
 * the clock of that client says how many updates a server has.
 */
import { randomBytes } from 'node:crypto';
import * as Y from 'yjs';
import type { Dialect, Writer } from './dialect.ts';
import { toWire } from './rawSocket.ts';
import { recordBytes } from './sipDialect.ts';

/** https://github.com/yjs/y-protocols: first the kind of message, in those for syncing then the step. */
const messageTypes = { sync: 0, auth: 2, saved: 8 } as const;
const steps = { one: 0, two: 1, update: 2 } as const;
const tokenRefused = 1;

const number = (value: number): number[] => {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push(128 | (rest & 127));
  return [...bytes, rest];
};

const withLength = (bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(number(bytes.length)), bytes]);

const word = (text: string): Buffer => withLength(Buffer.from(text));

interface Reader {
  readonly number: () => number;
  readonly bytes: () => Buffer;
}

const readerOf = (message: Buffer): Reader => {
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = message[at] ?? 0;
      at += 1;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  return {
    number,
    bytes: () => {
      const length = number();
      at += length;
      return message.subarray(at - length, at);
    },
  };
};

interface YKind {
  readonly path: (channel: string) => string;
  /** What stands before every message. */
  readonly prefix: (channel: string) => Buffer;
  readonly hasPrefix: boolean;
  readonly firstGreetings: (channel: string) => readonly Buffer[];
  /** What says that an update is saved: a message of that kind, or the update sent back. */
  readonly savedType: number | null;
}

/** What a document with nothing in it asks for. */
const emptyVector = Buffer.from([0]);

const createYDialect = (kind: YKind): Dialect => {
  const writers = new Map<string, Writer>();
  const clients = new Map<string, number>();

  const message = (channel: string, type: number, ...rest: readonly Uint8Array[]): Buffer =>
    toWire(Buffer.concat([kind.prefix(channel), Buffer.from([type]), ...rest]));

  const greetings = (channel: string): readonly Buffer[] => [
    ...kind.firstGreetings(channel).map(toWire),
    message(channel, messageTypes.sync, Buffer.from([steps.one]), withLength(emptyVector)),
  ];

  const createWriter = (channel: string, records: number): Writer => {
    const made: Buffer[] = [];
    const doc = new Y.Doc();
    clients.set(channel, doc.clientID);
    const rows = doc.getArray<Uint8Array>('rows');
    let latest: Uint8Array = new Uint8Array();
    doc.on('update', (update: Uint8Array) => {
      latest = update;
    });
    const make = (): Buffer => {
      rows.push(Array.from({ length: records }, () => new Uint8Array(randomBytes(recordBytes))));
      return message(channel, messageTypes.sync, Buffer.from([steps.update]), withLength(latest));
    };
    return {
      path: kind.path(channel),
      greetings: greetings(channel),
      update: (index) => {
        while (made.length <= index) made.push(make());
        return made[index] ?? Buffer.alloc(0);
      },
    };
  };

  const open = (bytes: Buffer): { readonly type: number; readonly reader: Reader } => {
    const reader = readerOf(bytes);
    if (kind.hasPrefix) reader.bytes();
    return { type: reader.number(), reader };
  };

  const isUpdate = (bytes: Buffer): boolean => {
    const { type, reader } = open(bytes);
    return type === messageTypes.sync && reader.number() === steps.update;
  };

  return {
    writer: (channel, records) => {
      const key = `${channel} ${records}`;
      const writer = writers.get(key) ?? createWriter(channel, records);
      writers.set(key, writer);
      return writer;
    },
    follower: (channel) => ({ path: kind.path(channel), greetings: greetings(channel) }),
    isGreeting: (bytes) => {
      const { type, reader } = open(bytes);
      if (type === messageTypes.auth) {
        if (reader.number() === tokenRefused) throw new Error('The server refused the token.');
        return true;
      }
      return type === messageTypes.sync && reader.number() === steps.two;
    },
    isSaved: (bytes) => {
      if (kind.savedType === null) return isUpdate(bytes);
      const { type, reader } = open(bytes);
      if (type !== kind.savedType) return false;
      if (reader.number() !== 1) throw new Error('The server said that it is not saved.');
      return true;
    },
    pushed: (bytes, heard) => (isUpdate(bytes) ? [heard] : []),
    lossReader: (channel, records, told) => {
      const doc = new Y.Doc();
      return (bytes) => {
        const { type, reader } = open(bytes);
        if (type !== messageTypes.sync || reader.number() === steps.one) return null;
        Y.applyUpdate(doc, new Uint8Array(reader.bytes()));
        const clock = Y.getState(doc.store, clients.get(channel) ?? 0);
        return Math.max(0, told - Math.floor(clock / records));
      };
    },
  };
};

/** It tells everybody what came, also who sent it: the nearest that it has to an answer. */
export const createYWebsocketDialect = (): Dialect =>
  createYDialect({
    path: (channel) => `/${channel}`,
    prefix: () => Buffer.alloc(0),
    hasPrefix: false,
    firstGreetings: () => [],
    savedType: null,
  });

export const createHocuspocusDialect = (): Dialect => {
  const token = Buffer.concat([Buffer.from([messageTypes.auth, 0]), word('bench'), word('4.7.0')]);
  return createYDialect({
    path: () => '/',
    prefix: word,
    hasPrefix: true,
    firstGreetings: (channel) => [Buffer.concat([word(channel), token])],
    savedType: messageTypes.saved,
  });
};
