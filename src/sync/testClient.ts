/** Clients of a fake server whose time and network a test moves itself. For tests only. */

import type { Bytes } from '../shared/bytes.ts';
import type { Instant } from '../shared/deps.ts';
import { createSyncClient, type SyncClient, type Woken } from './syncClient.ts';
import type { ChannelPage, FollowListener } from './syncPort.ts';
import type { FakeServer } from './testing.ts';

export interface TestClient {
  readonly client: SyncClient;
  /** What the browser would tell. */
  readonly wake: (woken: Woken) => void;
  /** Lets time pass for this device alone, and waits until nothing is under way. */
  readonly pass: (ms: number) => Promise<void>;
  readonly now: () => Instant;
  /** Sets the clock as a person would; no time passes. */
  readonly setClock: (at: Instant) => void;
}

export const createTestClient = (
  server: FakeServer,
  { start = 1_790_000_000_000, isOnline = true }: { start?: Instant; isOnline?: boolean } = {},
): TestClient => {
  let now = start;
  let elapsed = 0;
  let due: { readonly at: number; readonly run: () => void }[] = [];
  const listeners = new Set<(woken: Woken) => void>();
  let drawn = 0;
  const client = createSyncClient({
    serverName: server.serverName,
    openSocket: server.openSocket,
    clock: { now: () => now, monotonic: () => elapsed },
    random: {
      bytes: (length) => {
        drawn += 1;
        return new Uint8Array(length).fill((drawn * 37) % 256);
      },
    },
    timers: {
      after: (ms, run) => {
        const timer = { at: elapsed + ms, run };
        due.push(timer);
        return () => {
          due = due.filter((other) => other !== timer);
        };
      },
    },
    wakes: {
      isOnline: () => isOnline,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  });
  return {
    client,
    now: () => now,
    setClock: (at) => {
      now = at;
    },
    wake: (woken) => {
      for (const listener of listeners) listener(woken);
    },
    pass: async (ms) => {
      await server.settled();
      const until = elapsed + ms;
      for (;;) {
        const [next] = due.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        due = due.filter((other) => other !== next);
        now += next.at - elapsed;
        elapsed = next.at;
        next.run();
        await server.settled();
      }
      now += until - elapsed;
      elapsed = until;
      await server.settled();
    },
  };
};

/** A client that has been started, and is connected where the server can be reached. */
export const startClient = async (server: FakeServer): Promise<TestClient> => {
  const made = createTestClient(server);
  made.client.start();
  await made.pass(0);
  return made;
};

export interface TestReader extends FollowListener {
  /** What was told, in words. */
  readonly told: string[];
  readonly pages: ChannelPage[];
  /** What was kept. */
  readonly got: Bytes[];
}

/** Keeps what comes, as long as `keeps` says so. */
export const createReader = (
  keeps: (page: ChannelPage) => Promise<boolean> = async () => true,
): TestReader => {
  const told: string[] = [];
  const pages: ChannelPage[] = [];
  const got: Bytes[] = [];
  return {
    told,
    pages,
    got,
    onPage: async (page) => {
      pages.push(page);
      const isKept = await keeps(page);
      if (isKept) got.push(...page.items.map(({ bytes }) => bytes));
      return isKept;
    },
    onCaughtUp: (end) => told.push(`caught up ${end}`),
    onLost: () => told.push('lost'),
    onGone: (why) => told.push(`gone ${why}`),
    onRefused: ({ code }) => told.push(`refused ${code}`),
    onSignal: (signal) => told.push(`signal ${signal.length}`),
  };
};
