import { expect, test } from 'vitest';
import type { PageMessage, PushMessage } from '../protocol/wire/serverMessage.ts';
import { bytesToBase64Url } from '../shared/bytes.ts';
import type { Connection } from './connection.ts';
import { createFollowed } from './followed.ts';
import type { SyncFailure } from './syncPort.ts';
import { createReader } from './testClient.ts';

const channelId = new Uint8Array(32).fill(1);

/** Items after `from` up to `next`, one byte each. */
const items = (from: number, next: number) =>
  Array.from({ length: next - from }, (_, at) => ({
    cursor: from + at + 1,
    kind: 'record' as const,
    bytes: Uint8Array.of(from + at + 1),
  }));

const pageOf = (from: number, next: number, end = next): PageMessage => ({
  is: 'page',
  request: 1,
  channelId,
  from,
  next,
  end,
  more: next < end,
  snapshotId: null,
  items: items(from, next),
});

const pushOf = (from: number, next: number): PushMessage => ({
  ...pageOf(from, next),
  is: 'push',
  request: 0,
});

const settle = () => new Promise((turn) => setTimeout(turn));

const world = (keeps?: Parameters<typeof createReader>[0]) => {
  const asked: {
    cursor: number;
    page: (page: PageMessage) => void;
    end: (failure: SyncFailure | null) => void;
  }[] = [];
  const nonsense: string[] = [];
  const reader = createReader(keeps);
  const connection: Connection = {
    ask: async () => ({ ok: false, error: { kind: 'notReached' } }),
    askPages: (message, page, end) => {
      if (message.is === 'follow') asked.push({ cursor: message.cursor, page, end });
    },
    check: () => undefined,
    close: () => undefined,
  };
  const due: (() => void)[] = [];
  const followed = createFollowed(
    {
      timers: {
        after: (_, run) => {
          due.push(run);
          return () => {
            due.splice(due.indexOf(run), 1);
          };
        },
      },
      onChange: () => undefined,
      onNonsense: () => nonsense.push('nonsense'),
    },
    { channelId: bytesToBase64Url(channelId), readToken: channelId, cursor: 0 },
    reader,
  );
  const got = () => reader.got.map(([byte]) => byte);
  return { asked, nonsense, reader, connection, followed, due, got };
};

test('what was being kept when the connection broke does not come twice', async () => {
  let keep = (): void => undefined;
  const { asked, connection, followed, got, reader } = world(
    () =>
      new Promise((resolve) => {
        keep = () => resolve(true);
      }),
  );
  followed.connected(connection);
  asked[0]?.page(pageOf(0, 2));
  followed.lost();
  followed.connected(connection);
  expect(asked[1]?.cursor).toBe(0);
  keep();
  await settle();
  asked[1]?.page(pageOf(0, 3));
  await settle();
  expect(asked[2]?.cursor).toBe(2);
  asked[2]?.page(pageOf(2, 3));
  await settle();
  keep();
  await settle();
  expect(got()).toEqual([1, 2, 3]);
  expect(reader.told).toEqual(['lost', 'caught up 3']);
});

test('what was lost on the way is asked for again', async () => {
  const { asked, connection, followed, got, reader } = world();
  followed.connected(connection);
  asked[0]?.page(pageOf(0, 1));
  await settle();
  followed.push(pushOf(3, 4));
  await settle();
  expect(followed.isCaughtUp()).toBe(false);
  expect(asked[1]?.cursor).toBe(1);
  asked[1]?.page(pageOf(1, 4));
  await settle();
  expect(got()).toEqual([1, 2, 3, 4]);
  expect(reader.told).toEqual(['caught up 1', 'caught up 4']);
});

test('pages to an earlier question are nobody’s, and nonsense ends the connection', async () => {
  const { asked, connection, followed, got, nonsense } = world();
  followed.connected(connection);
  followed.lost();
  asked[0]?.page(pageOf(0, 1));
  await settle();
  expect(got()).toEqual([]);
  followed.connected(connection);
  const odd = [
    { ...pageOf(0, 2), next: 1 },
    { ...pageOf(0, 2), end: 1 },
    { ...pageOf(0, 2), items: [...items(1, 2), ...items(0, 1)] },
    { ...pageOf(0, 2), items: items(1, 4) },
  ];
  for (const page of odd) {
    followed.push({ ...page, is: 'push', request: 0 });
    await settle();
  }
  expect(nonsense).toHaveLength(odd.length);
  expect(got()).toEqual([]);
});

test('what could not be kept, or was not answered, is asked for again after a while', async () => {
  let isFull = true;
  const { asked, connection, due, followed, got } = world(async () => !isFull);
  followed.connected(connection);
  asked[0]?.page(pageOf(0, 1));
  await settle();
  expect([asked.length, due.length]).toEqual([1, 1]);
  isFull = false;
  due[0]?.();
  asked[1]?.end({ kind: 'notReached' });
  expect(due).toHaveLength(1);
  due[0]?.();
  asked[2]?.page(pageOf(0, 1));
  await settle();
  expect(got()).toEqual([1]);
});
