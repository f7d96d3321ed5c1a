/** A channel that is written and followed while connections break, answers are lost and disks are full, in any order. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bytes, bytesToHex, textToBytes } from '../shared/bytes.ts';
import type { CaseKeys } from '../vault/caseKeys.ts';
import { createMemorySession } from '../vault/memorySession.ts';
import { sealRecord } from '../vault/sealRecord.ts';
import { readTokenOf } from '../vault/signing.ts';
import { signFrame, signOpen } from '../vault/signMessages.ts';
import { realRandom, unwrap } from '../vault/testing.ts';
import { createReader, startClient } from './testClient.ts';
import { createFakeServer } from './testing.ts';

const steps = [
  'write',
  'write',
  'cut',
  'lose',
  'busy',
  'full',
  'room',
  'time',
  'away',
  'back',
  'slow',
  'kept',
] as const;

const frameOf = async (keys: CaseKeys, at: number, serverName: string) => {
  const { device } = keys;
  const payload = textToBytes('{}');
  const body = { device, seq: 1, prev: null, seen: {}, kind: 'fact', at, payload } as const;
  const record = unwrap(await sealRecord(keys, body)).bytes;
  const frameId = realRandom.bytes(16);
  return {
    record,
    frame: unwrap(await signFrame(keys, { frameId, records: [record], serverName })),
  };
};

test('brings every record once and in order, and never says too early that all has come', async () => {
  const session = unwrap(await createMemorySession({ random: realRandom }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...steps), { minLength: 4, maxLength: 25 }),
      async (walk) => {
        const server = createFakeServer({ now: () => 1_790_000_000_000, pageBytes: 700 });
        const { serverName } = server;
        const keys = unwrap(await session.createCase());
        const [writer, follower] = [await startClient(server), await startClient(server)];
        const credential = new Uint8Array();
        unwrap(
          await writer.client.open(
            unwrap(await signOpen(keys, { use: 'log', credential, serverName })),
          ),
        );
        let isFull = false;
        const early: string[] = [];
        let isSlow = false;
        let slow: (() => void)[] = [];
        const keepNow = () => {
          isSlow = false;
          for (const keep of slow) keep();
          slow = [];
        };
        const reader = createReader(async () => {
          if (isSlow) await new Promise<void>((keep) => slow.push(keep));
          return !isFull;
        });
        const items = () => server.channels.open.get(keys.channelId)?.items ?? [];
        follower.client.follow(
          { channelId: keys.channelId, readToken: unwrap(readTokenOf(keys)), cursor: 0 },
          {
            ...reader,
            onCaughtUp: (end) => {
              const known = items().filter(({ cursor }) => cursor <= end);
              if (reader.got.length < known.length) early.push(`at ${end}`);
            },
          },
        );
        /** As an outbox does: a frame waits until it is acknowledged. */
        const outbox: Bytes[] = [];
        const sendAll = async () => {
          for (const frame of [...outbox]) {
            if ((await writer.client.append(frame)).ok) outbox.shift();
            else break;
          }
        };
        const written: string[] = [];
        for (const [at, step] of walk.entries()) {
          if (step === 'write') {
            const { record, frame } = await frameOf(keys, at, serverName);
            written.push(bytesToHex(record));
            outbox.push(frame);
            await sendAll();
          } else if (step === 'cut') server.cut();
          else if (step === 'lose') server.loseAnswers(1);
          else if (step === 'busy')
            server.refuseNext('follow', { code: 'busy', retryAfterMs: 900 });
          else if (step === 'full') isFull = true;
          else if (step === 'room') isFull = false;
          else if (step === 'slow') isSlow = true;
          else if (step === 'kept') keepNow();
          else if (step === 'time') await Promise.all([writer.pass(7_000), follower.pass(7_000)]);
          else server.setReachable(step === 'back');
          await server.settled();
        }
        isFull = false;
        keepNow();
        server.setReachable(true);
        server.loseAnswers(0);
        for (let turn = 0; turn < 3; turn += 1) {
          await writer.pass(70_000);
          await sendAll();
          await follower.pass(70_000);
        }
        expect(early).toEqual([]);
        expect(reader.got.map(bytesToHex)).toEqual(written);
        expect(items()).toHaveLength(written.length);
        expect(follower.client.status().phase).toBe('live');
      },
    ),
    { numRuns: 15 },
  );
}, 120_000);
