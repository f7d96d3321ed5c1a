/** Many wrong messages and requests in a row to a real server, seeded: as `npm test` and the long run do them. */
import { createTestWriter, type TestWriter } from '../../../server/sync/testing.ts';
import type { Bytes } from '../../../src/shared/bytes.ts';
import { bytesToHex } from '../../../src/shared/bytes.ts';
import { type Chance, createChance } from '../../crash/chance.ts';
import { forkFuzzServer } from './fuzzServer.ts';
import { sendHostile } from './hostileHttp.ts';
import { type InputKind, inputs, type Making, written } from './inputs.ts';
import { createLine, type Line } from './line.ts';

/** Of a hundred inputs, how many of each kind; the others are right messages between them. */
const shares: Readonly<Record<InputKind | 'right' | 'requests', number>> = {
  flippedSignature: 12,
  flippedAnywhere: 18,
  truncated: 10,
  extended: 5,
  tooLong: 1,
  otherVersion: 4,
  replayed: 9,
  publishedAgain: 3,
  otherChannel: 6,
  otherToken: 4,
  otherServer: 6,
  otherMethod: 2,
  unknownChannel: 2,
  ended: 4,
  random: 6,
  text: 1,
  right: 4,
  requests: 3,
};

/** More than this after all was let go is growth: the server keeps nothing of what it refuses. */
const growthBytes = 12 * 1_024 * 1_024;

export interface SyncFuzzOutcome {
  readonly counts: Readonly<Record<string, number>>;
}

const kindsOf = (): readonly (InputKind | 'right' | 'requests')[] =>
  Object.entries(shares).flatMap(([kind, share]) =>
    isKind(kind) ? Array.from({ length: share }, () => kind) : [],
  );

const isKind = (name: string): name is keyof typeof shares => Object.hasOwn(shares, name);

interface World {
  readonly line: Line;
  readonly making: Making;
  /** Sends a frame that is right, and notes its records. */
  readonly write: () => Promise<void>;
  readonly show: () => Promise<void>;
  readonly records: ReadonlySet<string>;
}

const createWorld = async (port: number, chance: Chance): Promise<World> => {
  const serverName = `localhost:${port}`;
  const line = createLine(port);
  let request = 0;
  let number = 1;
  const taken: { frame: Bytes; cursor: number }[] = [];
  const records = new Set<string>();
  let published: ReturnType<Making['published']> = null;
  const nextRequest = (): number => {
    request = (request % 1_000_000) + 1;
    return request;
  };
  const ask = async (message: Parameters<typeof written>[0], expected: string) => {
    const own = nextRequest();
    const came = await line.send(written(message, own), own);
    if (came.is !== expected) throw new Error(`${message.is} came to ${JSON.stringify(came)}`);
    return came;
  };
  const [log, other, share, ended] = [1, 2, 3, 4].map(createTestWriter) as [
    TestWriter,
    TestWriter,
    TestWriter,
    TestWriter,
  ];
  for (const writer of [log, other, ended]) await ask(writer.open(serverName), 'opened');
  await ask(share.open(serverName, 'share'), 'opened');
  await ask(ended.end(serverName), 'ended');
  const write = async (): Promise<void> => {
    const fresh = Array.from({ length: 1 + chance.below(3) }, () => log.record());
    const frame = log.frame(serverName, fresh);
    const came = await ask({ is: 'append', frame }, 'appended');
    for (const record of fresh) records.add(bytesToHex(record));
    if (came.is === 'appended' && taken.length < 500) taken.push({ frame, cursor: came.cursor });
  };
  const show = async (): Promise<void> => {
    number += 1;
    const message = share.publish(serverName, number, share.record(4_161));
    await ask(message, 'published');
    published = message;
  };
  await write();
  await show();
  return {
    line,
    write,
    show,
    records,
    making: {
      chance,
      serverName,
      log,
      other,
      share,
      ended,
      nextRequest,
      nextNumber: () => number + 1,
      taken,
      published: () => published,
    },
  };
};

/** Reads the whole log back. */
const readAll = async ({ line, making }: World): Promise<readonly string[]> => {
  const { channelId, readToken } = making.log;
  const found: string[] = [];
  for (let cursor = 0, more = true; more; ) {
    const request = making.nextRequest();
    const message = { is: 'read', channelId, readToken, cursor, maxBytes: 1_000_000 } as const;
    const came = await line.send(written(message, request), request);
    if (came.is !== 'page') throw new Error(`Reading came to ${JSON.stringify(came)}`);
    found.push(...came.items.map(({ bytes }) => bytesToHex(bytes)));
    cursor = came.next;
    more = came.more;
  }
  return found;
};

export const runSyncFuzz = async ({
  seed,
  runs,
}: {
  readonly seed: number;
  readonly runs: number;
}): Promise<SyncFuzzOutcome> => {
  const server = await forkFuzzServer();
  const counts: Record<string, number> = { inputs: 0, wrong: 0, crashed: 0, grown: 0 };
  const count = (name: string): void => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  try {
    const chance = createChance(seed);
    const world = await createWorld(server.port, chance);
    const kinds = kindsOf();
    const one = async (place: number): Promise<void> => {
      const kind = kinds[chance.below(kinds.length)] ?? 'right';
      const told = (words: string): Error =>
        new Error(`${kind}, seed ${seed}, input ${place}: ${words.slice(0, 600)}`);
      if (kind === 'right') await (chance.below(2) === 0 ? world.write() : world.show());
      else if (kind === 'requests') {
        const status = await sendHostile(server.port, chance);
        if (status !== null && status >= 500) throw told(`answered ${status}`);
      } else {
        const { bytes, request, isRight, closes } = inputs[kind](world.making);
        const came = await world.line.send(bytes, request);
        if (!isRight(came)) throw told(JSON.stringify(came));
        if (closes && came.is !== 'closed') await world.line.closed();
      }
      if (server.exitCode() !== null) throw told('the server is gone');
      count('inputs');
      count(kind);
    };
    // Warm first: what is loaded and made once is no growth.
    const warm = Math.min(1_000, Math.floor(runs / 4));
    for (let place = 0; place < warm; place += 1) await one(place);
    await world.line.hangUp();
    const before = await server.look();
    for (let place = warm; place < runs; place += 1) await one(place);
    const found = await readAll(world);
    const isSame =
      found.length === world.records.size && found.every((each) => world.records.has(each));
    if (!isSame) throw new Error(`${found.length} records lie there, not ${world.records.size}.`);
    await world.line.hangUp();
    const after = await server.look();
    const [fault] = after.faults;
    if (fault !== undefined) throw new Error(`Seed ${seed}, inside: ${fault}`);
    if (after.channels !== before.channels)
      throw new Error('There are channels that nobody opened.');
    if (after.followers !== 0) throw new Error('Somebody still follows who is gone.');
    const grown = after.heap - before.heap;
    if (grown > growthBytes) throw new Error(`The server grew by ${grown} bytes.`);
    return { counts: { ...counts, records: found.length } };
  } finally {
    await server.stop();
  }
};
