import { describe, expect, test } from 'vitest';
import { codecOne } from '../protocol/wire/codecOne.ts';
import { encodeServerMessage, type WireVersions } from '../protocol/wire/messages.ts';
import type { ServerMessage } from '../protocol/wire/serverMessage.ts';
import type { Bytes } from '../shared/bytes.ts';
import { createConnection } from './connection.ts';

const next: WireVersions = new Map([
  [1, codecOne],
  [2, codecOne],
]);

const world = (versions?: WireVersions) => {
  const sent: Bytes[] = [];
  const told: string[] = [];
  let say = (_: Bytes): void => undefined;
  const due: (() => void)[] = [];
  const connection = createConnection(
    {
      clock: { now: () => 1_000, monotonic: () => 0 },
      timers: {
        after: (_, run) => {
          due.push(run);
          return () => {
            if (due.includes(run)) due.splice(due.indexOf(run), 1);
          };
        },
      },
      openSocket: ({ onMessage }) => {
        say = onMessage;
        return { send: (bytes) => sent.push(bytes), close: () => told.push('hung up') };
      },
      ...(versions !== undefined && { versions }),
    },
    {
      onWelcome: () => told.push('welcome'),
      onTold: ({ is }) => told.push(is),
      onSkew: (ms) => told.push(`skew ${ms}`),
      onClosed: (trouble) => told.push(trouble),
    },
  );
  const hear = (message: ServerMessage, version = 1): void => {
    const bytes = encodeServerMessage(message, version, next);
    if (bytes === null) throw new Error('It was not written.');
    say(bytes);
  };
  const welcome = (served: readonly number[]): void =>
    hear({
      is: 'welcome',
      request: 0,
      serverTime: 400,
      name: '',
      limits: { frameBytes: 1, frameRecords: 1, pageBytes: 1, followed: 1, signalGapMs: 1 },
      served,
    });
  return { connection, sent, told, hear, welcome, due };
};

describe('a connection', () => {
  test('speaks the newest version that both know, in the shape of the first until then', async () => {
    for (const [served, spoken] of [
      [[1], 1],
      [[1, 2], 2],
      [[2, 3], 2],
    ] as const) {
      const { connection, sent, welcome, hear } = world(next);
      welcome(served);
      const answer = connection.ask({ is: 'append', frame: new Uint8Array(3) }, 'appended');
      expect(sent[0]?.[0]).toBe(spoken);
      hear({ is: 'appended', request: 1, cursor: 4 }, spoken);
      expect(await answer).toMatchObject({ ok: true, value: { cursor: 4 } });
    }
  });

  test('to a server that knows none of ours says that another program is needed', () => {
    const { told, welcome } = world();
    welcome([2, 3]);
    expect(told).toEqual(['hung up', 'unknownVersion']);
  });

  test('gives each answer to who asked, whatever their order', async () => {
    const { connection, hear, welcome, told } = world();
    welcome([1]);
    const first = connection.ask({ is: 'append', frame: new Uint8Array(1) }, 'appended');
    const second = connection.ask({ is: 'append', frame: new Uint8Array(2) }, 'appended');
    hear({ is: 'appended', request: 2, cursor: 20 });
    hear({ is: 'error', request: 1, error: { code: 'full', retryAfterMs: 5 } });
    expect(await second).toMatchObject({ value: { cursor: 20 } });
    expect(await first).toEqual({
      ok: false,
      error: { kind: 'refused', error: { code: 'full', retryAfterMs: 5 } },
    });
    // Nobody waits for these.
    hear({ is: 'appended', request: 2, cursor: 21 });
    hear({ is: 'ended', request: 9 });
    expect(told).toEqual(['skew 600', 'welcome']);
  });

  test('answers all that waits when it ends, and is ended by an answer of another kind', async () => {
    const { connection, hear, welcome, told } = world();
    welcome([1]);
    const first = connection.ask({ is: 'append', frame: new Uint8Array(1) }, 'appended');
    const second = connection.ask({ is: 'ping' }, 'pong');
    hear({ is: 'ended', request: 1 });
    const notReached = { ok: false, error: { kind: 'notReached' } };
    expect([await first, await second]).toEqual([notReached, notReached]);
    expect(await connection.ask({ is: 'ping' }, 'pong')).toEqual(notReached);
    expect(told.slice(2)).toEqual(['hung up', 'unreachable']);
  });

  test('does not wait for ever for one answer', async () => {
    const { connection, welcome, due } = world();
    welcome([1]);
    const answer = connection.ask({ is: 'append', frame: new Uint8Array(1) }, 'appended');
    // The last that was set is that of the answer.
    due.at(-1)?.();
    expect(await answer).toEqual({ ok: false, error: { kind: 'notReached' } });
  });

  test('asks nothing before the server has greeted, and hears nothing else first', async () => {
    const { connection, sent, hear, told } = world();
    expect((await connection.ask({ is: 'ping' }, 'pong')).ok).toBe(false);
    expect(sent).toEqual([]);
    hear({ is: 'pong', request: 1, serverTime: 0 });
    expect(told).toEqual(['hung up', 'unreachable']);
  });
});
