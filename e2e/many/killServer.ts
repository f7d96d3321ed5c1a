/**
 * Kills of the sync server under load. After each, with the server started again on what the dead one left: every
 * acknowledged record is there, none twice, all readers see the same, and who followed had seen nothing else; a frame
 * without an answer is sent again; what was ended stays ended, and what was published is not older than it was said to be.
 */
import {
  createTestWriter,
  hashOf,
  type TestClient,
  type TestWriter,
} from '../../server/sync/testing.ts';
import { type Bytes, bytesToHex } from '../../src/shared/bytes.ts';
import { type Chance, createChance } from '../crash/chance.ts';
import { createKilledServer, type KilledServer, serverName } from './killedServer.ts';

export interface KillServerInput {
  readonly seed: number;
  readonly kills: number;
  /** Which store: SIP_DATA, or DATABASE_URL. */
  readonly env: Readonly<Record<string, string>>;
}

export type KillServerCounts = Readonly<
  Record<'kills' | 'acknowledged' | 'records' | 'repeated' | 'ended' | 'published' | 'lost', number>
>;

interface Author {
  readonly writer: TestWriter;
  readonly share: TestWriter;
  /** Ids of records that were acknowledged. */
  readonly acknowledged: Set<string>;
  /** Ids of all that were ever sent. */
  readonly sent: Set<string>;
  /** Sent and not answered: its fate is not known. */
  inHand: { readonly frame: Bytes; readonly ids: readonly string[] } | null;
  /** Number that was said to be published, and the highest that was sent. */
  published: number;
  lastNumber: number;
}

const authorsAtOnce = 6;
/** How many lives of the server a set of authors goes on. */
const livesOfAuthors = 5;

const idOf = (record: Bytes): string => bytesToHex(hashOf(record));

const promise = (holds: boolean, words: string): void => {
  if (!holds) throw new Error(words);
};

const createAuthor = (): Author => ({
  writer: createTestWriter(),
  share: createTestWriter(),
  acknowledged: new Set(),
  sent: new Set(),
  inHand: null,
  published: 0,
  lastNumber: 0,
});

const readAll = async (client: TestClient, { channelId, readToken }: TestWriter) => {
  const items: { cursor: number; bytes: Bytes }[] = [];
  for (let cursor = 0; ; ) {
    const ask = { is: 'read', channelId, readToken, cursor, maxBytes: 1_048_576 } as const;
    const page = await client.ask(ask);
    if (page.is !== 'page') throw new Error(`Reading was answered ${JSON.stringify(page)}`);
    items.push(...page.items);
    if (!page.more) return items;
    cursor = page.next;
  }
};

/** Holds what the server has against what it said. */
const verify = async (clients: readonly TestClient[], author: Author): Promise<number> => {
  const [items, ...others] = await Promise.all(
    clients.map((client) => readAll(client, author.writer)),
  );
  if (items === undefined) return 0;
  const ids = items.map(({ bytes }) => idOf(bytes));
  for (const other of others) {
    const same = other.map(({ bytes }) => idOf(bytes)).join() === ids.join();
    promise(same, 'Two readers see different records.');
  }
  const there = new Set(ids);
  promise(there.size === ids.length, 'A record is there twice.');
  for (const id of author.acknowledged) promise(there.has(id), 'An acknowledged record is lost.');
  for (const id of ids) promise(author.sent.has(id), 'A record is there that nobody sent.');
  const cursors = items.map(({ cursor }) => cursor);
  promise(
    cursors.every((cursor, index) => cursor === index + 1),
    'Cursors have gaps.',
  );
  return ids.length;
};

const verifyShare = async (client: TestClient, { share, published, lastNumber }: Author) => {
  const [item] = await readAll(client, share);
  const number = item?.cursor ?? 0;
  promise(number >= published, 'What is published is older than was said.');
  promise(number <= lastNumber, 'A projection is there that nobody sent.');
};

interface Life {
  readonly chance: Chance;
  isOver: boolean;
  acknowledged: number;
  repeated: number;
  /** Called at each acknowledgement. */
  readonly onAcknowledged: () => void;
}

/** One frame after the other, until the server dies. */
const write = async (client: TestClient, author: Author, life: Life): Promise<void> => {
  const { writer } = author;
  while (!life.isOver) {
    const isRepeated = author.inHand !== null;
    if (author.inHand === null) {
      const count = 1 + life.chance.below(3);
      const records = Array.from({ length: count }, () =>
        writer.record(life.chance.below(10) === 0 ? 4_161 : 321),
      );
      const ids = records.map(idOf);
      for (const id of ids) author.sent.add(id);
      author.inHand = { frame: writer.frame(serverName, records), ids };
    }
    const { frame, ids } = author.inHand;
    const answer = await client.ask({ is: 'append', frame });
    if (answer.is !== 'appended') throw new Error(`A frame was answered ${JSON.stringify(answer)}`);
    for (const id of ids) author.acknowledged.add(id);
    author.inHand = null;
    life.acknowledged += ids.length;
    life.repeated += isRepeated ? 1 : 0;
    life.onAcknowledged();
  }
};

const publish = async (client: TestClient, author: Author, life: Life): Promise<void> => {
  while (!life.isOver) {
    author.lastNumber += 1;
    const number = author.lastNumber;
    const answer = await client.ask(
      author.share.publish(serverName, number, author.share.record(4_161)),
    );
    if (answer.is !== 'published') throw new Error(`Publishing was answered ${answer.is}`);
    author.published = number;
    life.onAcknowledged();
  }
};

/** What a follower hears must be what the log holds, in its order. */
const follow = async (client: TestClient, { writer }: Author): Promise<() => readonly string[]> => {
  const first = client.ask({ is: 'follow', ...writer, cursor: 0 });
  await first;
  return () =>
    client
      .heard()
      .flatMap((message) => (message.is === 'push' ? message.items : []))
      .map(({ bytes }) => idOf(bytes));
};

const isClosed = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('closed with');

/** Ends when the server is gone; anything else that goes wrong is told. */
const untilKilled = async (work: Promise<void>): Promise<void> => {
  try {
    await work;
  } catch (error) {
    if (!isClosed(error)) throw error;
  }
};

const liveAndDie = async (
  server: KilledServer,
  authors: readonly Author[],
  ended: Set<TestWriter>,
  chance: Chance,
) => {
  const killAfter = chance.below(300);
  let killing: Promise<void> | null = null;
  const life: Life = {
    chance,
    isOver: false,
    acknowledged: 0,
    repeated: 0,
    onAcknowledged: () => {
      count += 1;
      if (count < killAfter || killing !== null) return;
      // Somewhere within the next few groups.
      killing = new Promise<void>((resolve) => setTimeout(resolve, chance.below(8))).then(() =>
        server.kill(),
      );
    },
  };
  let count = 0;
  const clients = await Promise.all(authors.map(() => server.connect()));
  const followers = await Promise.all(authors.map(() => server.connect()));
  const heard = await Promise.all(
    authors.map((author, index) => {
      const follower = followers[index];
      if (follower === undefined) throw new Error('no follower');
      return follow(follower, author);
    }),
  );
  const toEnd = createTestWriter();
  const work = authors.flatMap((author, index) => {
    const client = clients[index];
    return client === undefined ? [] : [write(client, author, life), publish(client, author, life)];
  });
  const end = async (): Promise<void> => {
    const [client] = clients;
    if (client === undefined) return;
    await client.ask(toEnd.open(serverName));
    await client.ask({ is: 'append', frame: toEnd.frame(serverName, [toEnd.record()]) });
    const answer = await client.ask(toEnd.end(serverName));
    if (answer.is === 'ended') ended.add(toEnd);
  };
  await Promise.all([...work, end()].map(untilKilled));
  life.isOver = true;
  await killing;
  return { ...life, heard: heard.map((each) => each()) };
};

const openAll = async (server: KilledServer, authors: readonly Author[]): Promise<void> => {
  const client = await server.connect();
  for (const { writer, share } of authors) {
    await client.ask(writer.open(serverName));
    await client.ask(share.open(serverName, 'share'));
  }
  await client.close();
};

/** Throws when a promise is broken. */
export const killServer = async ({
  seed,
  kills,
  env,
}: KillServerInput): Promise<KillServerCounts> => {
  const chance = createChance(seed);
  const server = createKilledServer(env);
  const ended = new Set<TestWriter>();
  const sum = { kills: 0, acknowledged: 0, records: 0, repeated: 0, published: 0 };
  let authors: readonly Author[] = [];

  const look = async (heard: readonly (readonly string[])[]): Promise<number> => {
    const readers = [await server.connect(), await server.connect()];
    const [reader] = readers;
    if (reader === undefined) return 0;
    let records = 0;
    for (const [index, author] of authors.entries()) {
      records += await verify(readers, author);
      await verifyShare(reader, author);
      const all = (await readAll(reader, author.writer)).map(({ bytes }) => idOf(bytes));
      const seen = heard[index] ?? [];
      const from = all.indexOf(seen[0] ?? '');
      const isPart =
        seen.length === 0 || seen.join() === all.slice(from, from + seen.length).join();
      promise(isPart, 'A follower was told what is not there, or in another order.');
    }
    for (const { channelId, readToken } of ended) {
      const ask = { is: 'read', channelId, readToken, cursor: 0, maxBytes: 1_000 } as const;
      const answer = await reader.ask(ask);
      const isEnded = answer.is === 'error' && answer.error.code === 'ended';
      promise(isEnded, 'What was ended is served again.');
    }
    await Promise.all(readers.map((each) => each.close()));
    return records;
  };

  try {
    await server.start();
    while (sum.kills < kills) {
      if (sum.kills % livesOfAuthors === 0) {
        authors = Array.from({ length: authorsAtOnce }, createAuthor);
        await openAll(server, authors);
      }
      const life = await liveAndDie(server, authors, ended, chance);
      sum.kills += 1;
      sum.acknowledged += life.acknowledged;
      sum.repeated += life.repeated;
      await server.start();
      const records = await look(life.heard);
      if (sum.kills % livesOfAuthors === 0 || sum.kills === kills) {
        sum.records += records;
        sum.published += authors.reduce((all, each) => all + each.published, 0);
      }
    }
    promise(
      server.faults().length === 0,
      `The server told of faults: ${server.faults().join(' ')}`,
    );
    return { ...sum, ended: ended.size, lost: 0 };
  } finally {
    await server.kill();
  }
};
