/** The Evolu relay. One owner a channel; a row with as many bytes as a sealed record is sealed before anything is timed. */
import { randomBytes } from 'node:crypto';
import type { Dialect, Writer } from './dialect.ts';
import { toWire } from './rawSocket.ts';
import { recordBytes } from './sipDialect.ts';

/** What is used of it: https://github.com/evoluhq/evolu, packages/common/src/local-first. */
interface Owner {
  readonly id: string;
}

interface EvoluRow {
  readonly timestamp: object;
  readonly change: {
    readonly table: string;
    readonly id: string;
    readonly values: Readonly<Record<string, Uint8Array>>;
    readonly isInsert: boolean;
    readonly isDelete: boolean | null;
  };
}

interface Random {
  readonly randomBytes: object;
}

interface Evolu {
  readonly createRandomBytes: () => object;
  readonly createId: (deps: Random) => string;
}

interface EvoluLocalFirst {
  readonly createOwnerSecret: (deps: Random) => object;
  readonly createAppOwner: (secret: object) => Owner;
  readonly createTimestamp: (of: object) => object;
  readonly createProtocolMessageFromCrdtMessages: (
    deps: Random,
  ) => (owner: Owner, rows: readonly EvoluRow[]) => Uint8Array;
  readonly createProtocolMessageForSync: (
    deps: object,
  ) => (owner: string, subscription: number) => Uint8Array;
}

/** Names that only bench/package.json knows: what comes is what the interfaces say. */
const load = async <T>(name: string): Promise<T> => (await import(name)) as T;

/** version ‖ owner (16) ‖ kind ‖ of an answer: error ‖ how many rows. */
const kindAt = 17;
const kinds = { answer: 1, broadcast: 2 } as const;
const subscribe = 1;

const countAt = (message: Buffer, start: number): number => {
  let value = 0;
  let factor = 1;
  for (let at = start; at < message.length; at += 1, factor *= 128) {
    const byte = message[at] ?? 0;
    value += (byte & 127) * factor;
    if (byte < 128) break;
  }
  return value;
};

const isAnswer = (message: Buffer): boolean => {
  if (message[kindAt] !== kinds.answer) return false;
  if (message[kindAt + 1] !== 0) throw new Error(`The relay answered ${message[kindAt + 1]}.`);
  return true;
};

/** A device that has nothing yet. */
const emptyStorage = { getSize: () => 0, iterate: () => {} };

export const createEvoluDialect = async (): Promise<Dialect> => {
  const common = await load<Evolu>('@evolu/common');
  const local = await load<EvoluLocalFirst>('@evolu/common/local-first');
  const deps = { randomBytes: common.createRandomBytes() };
  const owners = new Map<string, Owner>();
  const writers = new Map<string, Writer>();

  const ownerOf = (channel: string): Owner => {
    const owner = owners.get(channel) ?? local.createAppOwner(local.createOwnerSecret(deps));
    owners.set(channel, owner);
    return owner;
  };

  const greetings = (channel: string): readonly Buffer[] => [
    toWire(
      local.createProtocolMessageForSync({ storage: emptyStorage })(ownerOf(channel).id, subscribe),
    ),
  ];

  const createWriter = (channel: string, records: number): Writer => {
    const nodeId = randomBytes(8).toString('hex');
    const start = Date.now();
    let made = 0;
    const row = (): EvoluRow => {
      made += 1;
      const body = new Uint8Array(randomBytes(recordBytes));
      return {
        timestamp: local.createTimestamp({ millis: start + made, counter: 0, nodeId }),
        change: {
          table: 'row',
          id: common.createId(deps),
          values: { body },
          isInsert: true,
          isDelete: null,
        },
      };
    };
    const updates: Buffer[] = [];
    return {
      path: `/?ownerId=${ownerOf(channel).id}`,
      greetings: [],
      update: (index) => {
        while (updates.length <= index) {
          const rows = Array.from({ length: records }, row);
          updates.push(
            toWire(local.createProtocolMessageFromCrdtMessages(deps)(ownerOf(channel), rows)),
          );
        }
        return updates[index] ?? Buffer.alloc(0);
      },
    };
  };

  return {
    writer: (channel, records) => {
      const key = `${channel} ${records}`;
      const writer = writers.get(key) ?? createWriter(channel, records);
      writers.set(key, writer);
      return writer;
    },
    follower: (channel) => ({
      path: `/?ownerId=${ownerOf(channel).id}`,
      greetings: greetings(channel),
    }),
    isGreeting: isAnswer,
    isSaved: isAnswer,
    pushed: (message, heard) =>
      message[kindAt] === kinds.broadcast
        ? Array.from({ length: countAt(message, kindAt + 1) }, (_, n) => heard + n)
        : [],
    lossReader: (_channel, records, told) => (message) =>
      isAnswer(message)
        ? Math.max(0, told - Math.floor(countAt(message, kindAt + 2) / records))
        : null,
  };
};
