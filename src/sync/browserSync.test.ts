// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { encodeServerMessage } from '../protocol/wire/messages.ts';
import { createBrowserSync } from './browserSync.ts';
import { type OpenSocket, openWebSocket } from './socket.ts';

/** What the browser gives in the place of a socket. */
class StandInSocket extends EventTarget {
  static readonly OPEN = 1;
  static made: StandInSocket[] = [];
  readonly url: string;
  readyState = 1;
  binaryType = 'blob';
  sent: unknown[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor(url: string) {
    super();
    this.url = url;
    StandInSocket.made.push(this);
  }
  send(bytes: unknown): void {
    this.sent.push(bytes);
  }
  close(): void {
    this.readyState = 3;
  }
}

const last = (): StandInSocket => {
  const socket = StandInSocket.made.at(-1);
  if (socket === undefined) throw new Error('No socket was made.');
  return socket;
};

const greet = (socket: StandInSocket): void => {
  const bytes = encodeServerMessage({
    is: 'welcome',
    request: 0,
    serverTime: 5,
    name: '',
    limits: { frameBytes: 1, frameRecords: 1, pageBytes: 1, followed: 1, signalGapMs: 1 },
    served: [1],
  });
  socket.onmessage?.({ data: bytes?.buffer });
};

beforeEach(() => {
  StandInSocket.made = [];
  vi.stubGlobal('WebSocket', StandInSocket);
});

afterEach(() => vi.unstubAllGlobals());

const started = () => {
  const due: (() => void)[] = [];
  let now = 100_000;
  const client = createBrowserSync({
    clock: { now: () => now, monotonic: () => now },
    random: { bytes: (length) => new Uint8Array(length) },
    timers: {
      after: (_, run) => {
        due.push(run);
        return () => undefined;
      },
    },
  });
  client.start();
  return {
    client,
    wait: (ms: number) => {
      now += ms;
    },
  };
};

test('dials the server that handed out the program, and names it as it is dialled', () => {
  const { client } = started();
  const { host, protocol } = window.location;
  expect(last().url).toBe(`${protocol === 'http:' ? 'ws' : 'wss'}://${host}/sync`);
  expect(client.serverName).toBe(host);
  expect(last().binaryType).toBe('arraybuffer');
  greet(last());
  expect(client.status().phase).toBe('live');
  client.stop();
});

test('tries again when the network comes back or somebody looks, and never once it is stopped', () => {
  const { client, wait } = started();
  last().onclose?.();
  expect(client.status().phase).toBe('backingOff');
  window.dispatchEvent(new Event('online'));
  expect(StandInSocket.made).toHaveLength(2);
  last().onclose?.();
  wait(2_000);
  window.dispatchEvent(new Event('focus'));
  expect(StandInSocket.made).toHaveLength(3);
  last().onclose?.();
  window.dispatchEvent(new Event('offline'));
  expect(client.status().phase).toBe('offline');
  wait(2_000);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(StandInSocket.made).toHaveLength(4);
  client.stop();
  wait(60_000);
  window.dispatchEvent(new Event('online'));
  window.dispatchEvent(new Event('focus'));
  expect(StandInSocket.made).toHaveLength(4);
});

test('a socket ends once, at text too, and nothing is sent or heard after it', () => {
  const told: string[] = [];
  const open: OpenSocket = openWebSocket('wss://sip.example/sync');
  const socket = open({
    onMessage: (bytes) => told.push(`${bytes.length} bytes`),
    onClose: () => told.push('closed'),
  });
  const inside = last();
  inside.onmessage?.({ data: new ArrayBuffer(3) });
  inside.onmessage?.({ data: 'text' });
  inside.onmessage?.({ data: new ArrayBuffer(4) });
  inside.onerror?.();
  inside.onclose?.();
  socket.send(new Uint8Array(1));
  expect(told).toEqual(['3 bytes', 'closed']);
  expect(inside.sent).toEqual([]);
});
