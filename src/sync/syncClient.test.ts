import { beforeEach, describe, expect, test } from 'vitest';
import { type Bytes, textToBytes } from '../shared/bytes.ts';
import type { CaseKeys } from '../vault/caseKeys.ts';
import { createMemorySession } from '../vault/memorySession.ts';
import { openProjection, sealProjection } from '../vault/sealProjection.ts';
import { sealRecord } from '../vault/sealRecord.ts';
import { createShareKeys, openShareKeys, shareFragment } from '../vault/shareKeys.ts';
import { readTokenOf } from '../vault/signing.ts';
import { signEnd, signFrame, signOpen, signSnapshot } from '../vault/signMessages.ts';
import { errorOf, realRandom, unwrap } from '../vault/testing.ts';
import { recordIdOf } from './testChannels.ts';
import { createReader, startClient, type TestClient } from './testClient.ts';
import { createFakeServer, type FakeServer } from './testing.ts';

const nothing = new Uint8Array();
const deps = { random: realRandom };

let server: FakeServer;
let one: TestClient;
let keys: CaseKeys;

beforeEach(async () => {
  server = createFakeServer({ now: () => 1_790_000_000_000 });
  keys = unwrap(await unwrap(await createMemorySession(deps)).createCase());
  one = await startClient(server);
  const { serverName } = server;
  const message = unwrap(await signOpen(keys, { use: 'log', credential: nothing, serverName }));
  unwrap(await one.client.open(message));
});

let seq = 0;
const record = async (text: string): Promise<Bytes> => {
  seq += 1;
  const payload = textToBytes(text);
  const { device } = keys;
  const body = { device, seq: 1, prev: null, seen: {}, kind: 'fact', at: seq, payload } as const;
  return unwrap(await sealRecord(keys, body)).bytes;
};

const frameOf = async (...records: readonly Bytes[]): Promise<Bytes> =>
  unwrap(
    await signFrame(keys, {
      frameId: realRandom.bytes(16),
      records,
      serverName: server.serverName,
    }),
  );

const channel = (cursor = 0) => ({
  channelId: keys.channelId,
  readToken: unwrap(readTokenOf(keys)),
  cursor,
});

describe('what is sent', () => {
  test('is acknowledged, and comes to another device in the order it was kept', async () => {
    const records = [await record('a'), await record('b')];
    expect(unwrap(await one.client.append(await frameOf(...records)))).toMatchObject({ cursor: 2 });
    const two = await startClient(server);
    const read = createReader();
    two.client.follow(channel(), read);
    await two.pass(0);
    expect(read.got).toEqual(records);
    expect(read.told).toEqual(['caught up 2']);
    const later = await record('c');
    unwrap(await one.client.append(await frameOf(later)));
    await two.pass(0);
    expect(read.got).toEqual([...records, later]);
  });

  test('twice is there once, with the same answer', async () => {
    const frame = await frameOf(await record('a'));
    const first = unwrap(await one.client.append(frame));
    expect(unwrap(await one.client.append(frame)).cursor).toBe(first.cursor);
    expect(server.channels.open.get(keys.channelId)?.items).toHaveLength(1);
  });

  test('whose answer was lost is told as not reached, and does no harm when sent again', async () => {
    const frame = await frameOf(await record('a'));
    server.loseAnswers(1);
    expect(errorOf(await one.client.append(frame))).toEqual({ kind: 'notReached' });
    expect(errorOf(await one.client.append(frame))).toEqual({ kind: 'notReached' });
    expect(one.client.status().phase).toBe('backingOff');
    await one.pass(2_000);
    expect(one.client.status().phase).toBe('live');
    expect(unwrap(await one.client.append(frame)).cursor).toBe(1);
    expect(server.channels.open.get(keys.channelId)?.items).toHaveLength(1);
  });

  test('wrongly is refused with what must be done', async () => {
    const frame = await frameOf(await record('a'));
    frame[frame.length - 1] = (frame.at(-1) ?? 0) ^ 1;
    const refused = { kind: 'refused', error: { code: 'badSignature' } };
    expect(errorOf(await one.client.append(frame))).toEqual(refused);
    expect(errorOf(await one.client.append(nothing))).toMatchObject({
      error: { code: 'badSignature' },
    });
    expect(errorOf(await one.client.append(new Uint8Array(2_000_000)))).toMatchObject({
      error: { code: 'malformed' },
    });
    expect(one.client.status().phase).toBe('live');
  });
});

describe('what is followed', () => {
  test('goes on where it was after the connection broke, and nothing is lost or doubled', async () => {
    const read = createReader();
    const two = await startClient(server);
    two.client.follow(channel(), read);
    const records: Bytes[] = [];
    for (let round = 0; round < 5; round += 1) {
      const next = await record(`round ${round}`);
      records.push(next);
      unwrap(await one.client.append(await frameOf(next)));
      server.cut();
      await Promise.all([one.pass(3_000), two.pass(3_000)]);
    }
    expect(read.got).toEqual(records);
    expect(read.told.filter((word) => word === 'lost')).toHaveLength(5);
    expect(read.told.at(-1)).toBe('caught up 5');
  });

  test('is never taken as whole while pages are still coming or are not kept', async () => {
    const small = createFakeServer({ pageBytes: 400 });
    server = small;
    one = await startClient(server);
    const { serverName } = small;
    unwrap(
      await one.client.open(
        unwrap(await signOpen(keys, { use: 'log', credential: nothing, serverName })),
      ),
    );
    const records = [await record('a'), await record('b'), await record('c')];
    unwrap(await one.client.append(await frameOf(...records)));
    let isFull = true;
    const read = createReader(async ({ from }) => !(isFull && from === 1));
    const two = await startClient(server);
    two.client.follow(channel(), read);
    await two.pass(0);
    expect(read.got).toEqual(records.slice(0, 1));
    expect([read.told, two.client.status().phase]).toEqual([[], 'catchingUp']);
    isFull = false;
    await two.pass(5_000);
    expect(read.got).toEqual(records);
    expect([read.told, two.client.status().phase]).toEqual([['caught up 3'], 'live']);
  });

  test('is told when it is ended, or gone by age, and nothing follows', async () => {
    const read = createReader();
    const two = await startClient(server);
    two.client.follow(channel(), read);
    await two.pass(0);
    unwrap(await one.client.end(unwrap(await signEnd(keys, server.serverName))));
    await two.pass(60_000);
    expect(read.told).toEqual(['caught up 0', 'gone ended']);
    const again = createReader();
    two.client.follow(channel(), again);
    await two.pass(0);
    expect(again.told).toEqual(['gone ended']);
    // Ending what is ended does no harm.
    unwrap(await one.client.end(unwrap(await signEnd(keys, server.serverName))));
    server.channels.gone.set(keys.channelId, 'aged');
    const aged = createReader();
    two.client.follow(channel(), aged);
    await two.pass(0);
    expect(aged.told).toEqual(['gone aged']);
  });

  test('with another token is refused, and waits where the server is busy', async () => {
    const wrong = createReader();
    one.client.follow({ ...channel(), readToken: new Uint8Array(32) }, wrong);
    await one.pass(0);
    expect(wrong.told).toEqual(['refused badToken']);
    expect(one.client.status().phase).toBe('live');
    const read = createReader();
    server.refuseNext('follow', { code: 'busy', retryAfterMs: 700 });
    one.client.follow(channel(), read);
    await one.pass(699);
    expect([read.told, one.client.status().phase]).toEqual([[], 'catchingUp']);
    await one.pass(1);
    expect(read.told).toEqual(['caught up 0']);
  });

  test('is silent once it is stopped', async () => {
    const read = createReader();
    const stop = one.client.follow(channel(), read);
    await one.pass(0);
    stop();
    const two = await startClient(server);
    unwrap(await two.client.append(await frameOf(await record('a'))));
    server.cut();
    await one.pass(5_000);
    expect([read.got, read.told]).toEqual([[], ['caught up 0']]);
  });

  test('is fetched anew from a server that was put back from a copy', async () => {
    const read = createReader();
    const back = await record('a');
    unwrap(await one.client.append(await frameOf(back)));
    one.client.follow(channel(9), read);
    await one.pass(0);
    expect(read.got).toEqual([back]);
    expect(read.told).toEqual(['caught up 1']);
  });

  test('is also read page by page', async () => {
    const records = [await record('a'), await record('b')];
    unwrap(await one.client.append(await frameOf(...records)));
    const page = unwrap(await one.client.read({ ...channel(), maxBytes: 1 }));
    expect(page).toMatchObject({ from: 0, next: 1, end: 2, more: true });
    const rest = unwrap(await one.client.read({ ...channel(page.next), maxBytes: 1 }));
    expect(rest).toMatchObject({ from: 1, next: 2, end: 2, more: false });
  });
});

describe('a snapshot', () => {
  test('is taken when it names the present one, and else told which that is', async () => {
    const { serverName } = server;
    const old = await record('a');
    unwrap(await one.client.append(await frameOf(old)));
    const made = async (parent: Bytes | null, text: string) =>
      unwrap(
        await signSnapshot(keys, {
          parent,
          replaces: [new Uint8Array(Buffer.from(await recordIdOf(old), 'base64url'))],
          record: await record(text),
          serverName,
        }),
      );
    const first = await made(null, 's1');
    expect(unwrap(await one.client.snapshot(first)).cursor).toBe(2);
    expect(unwrap(await one.client.snapshot(first)).cursor).toBe(2);
    const parent = new Uint8Array(Buffer.from(await recordIdOf(first.record), 'base64url'));
    expect(errorOf(await one.client.snapshot(await made(null, 's2')))).toEqual({
      kind: 'refused',
      error: { code: 'staleParent', parent },
    });
    await server.deleteReplaced(keys.channelId);
    const read = createReader();
    one.client.follow(channel(), read);
    await one.pass(0);
    expect(read.got).toEqual([first.record]);
    expect(read.pages[0]?.snapshotId).toEqual(parent);
  });
});

describe('a share', () => {
  test('shows who follows the newest alone, and carries a signal to who writes', async () => {
    const { serverName } = server;
    const made = unwrap(await createShareKeys(deps)).keys;
    const open = unwrap(await signOpen(made, { use: 'share', credential: nothing, serverName }));
    unwrap(await one.client.open(open));
    const show = async (number: number) =>
      one.client.publish(
        unwrap(
          await sealProjection(
            made,
            { number, at: 0, payload: textToBytes(`${number}`) },
            serverName,
          ),
        ),
      );
    unwrap(await show(1));
    unwrap(await show(3));
    expect(errorOf(await show(2))).toEqual({
      kind: 'refused',
      error: { code: 'oldNumber', number: 3 },
    });
    const follower = unwrap(await openShareKeys(deps, unwrap(shareFragment(made))));
    const readToken = unwrap(readTokenOf(follower));
    const share = { channelId: follower.channelId, readToken, cursor: 0 };
    const phone = await startClient(server);
    const [onPhone, onTablet] = [createReader(), createReader()];
    phone.client.follow(share, onPhone);
    one.client.follow(share, onTablet);
    await phone.pass(0);
    unwrap(await show(4));
    await phone.pass(0);
    const shown = await Promise.all(
      onPhone.got.map(
        async (bytes) => unwrap(await openProjection(follower, bytes, serverName)).number,
      ),
    );
    expect(shown).toEqual([3, 4]);
    unwrap(await phone.client.signal(share, new Uint8Array(321)));
    expect(errorOf(await phone.client.signal(share, new Uint8Array(321)))).toMatchObject({
      error: { code: 'tooFast' },
    });
    await phone.pass(0);
    expect([onTablet.told, onPhone.told]).toEqual([['caught up 3', 'signal 321'], ['caught up 3']]);
  });
});
