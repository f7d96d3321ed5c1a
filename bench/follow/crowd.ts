/** A worker: many more who follow the same share, so that the server hands on to them too. What comes is not opened. */
import { parentPort, workerData } from 'node:worker_threads';
import { browserTimers } from '../../src/cases/timers.ts';
import { openWebSocket } from '../../src/sync/socket.ts';
import { createSyncClient, type SyncClient } from '../../src/sync/syncClient.ts';
import { openShareKeys } from '../../src/vault/shareKeys.ts';
import { readTokenOf } from '../../src/vault/signing.ts';

export interface Crowd {
  readonly link: string;
  readonly count: number;
}

const { link, count } = workerData as Crowd;
const { hash, host } = new URL(link);
const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
const keys = await openShareKeys({ random }, hash.slice(1));
const readToken = keys.ok ? readTokenOf(keys.value) : keys;
if (!keys.ok || !readToken.ok) throw new Error('The link is not whole.');
const { channelId } = keys.value;

const follow = (): Promise<SyncClient> => {
  const client = createSyncClient({
    serverName: host,
    openSocket: openWebSocket(`ws://${host}/sync`),
    clock: { now: Date.now, monotonic: () => performance.now() },
    random,
    timers: browserTimers,
    wakes: { isOnline: () => true, subscribe: () => () => undefined },
  });
  return new Promise((resolve, reject) => {
    client.follow(
      { channelId, readToken: readToken.value, cursor: 0 },
      {
        onPage: async () => true,
        onCaughtUp: () => resolve(client),
        onGone: reject,
        onRefused: ({ code }) => reject(new Error(code)),
      },
    );
    client.start();
  });
};

const clients = await Promise.all(Array.from({ length: count }, follow));
parentPort?.once('message', () => {
  for (const client of clients) client.stop();
  parentPort?.close();
});
parentPort?.postMessage('all follow');
