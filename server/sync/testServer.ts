/** For tests: the sync server on a real port, with the embedded store in a folder of its own, or the one that is given. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSqliteStore } from '../store/sqlite/sqliteStore.ts';
import type { Store } from '../store/store.ts';
import { createSyncServer, type SyncOptions, type SyncServer } from './syncServer.ts';
import { type ClientSettings, connectTestClient, type TestClient } from './testing.ts';

export interface TestServer {
  readonly port: number;
  readonly serverName: string;
  /** Where the store lies. */
  readonly folder: string;
  readonly sync: SyncServer;
  readonly store: Store;
  readonly faults: unknown[];
  readonly connect: (settings?: ClientSettings) => Promise<TestClient>;
  readonly stop: () => Promise<void>;
}

export const startTestServer = async (
  options: Partial<SyncOptions> & { readonly wrap?: (store: Store) => Store } = {},
): Promise<TestServer> => {
  const { wrap = (store: Store) => store, ...own } = options;
  const folder = await mkdtemp(join(tmpdir(), 'sip-sync-'));
  const store = wrap(own.store ?? createSqliteStore(folder));
  const faults: unknown[] = [];
  let port = 0;
  const sync = createSyncServer({
    names: () => [`localhost:${port}`, `127.0.0.1:${port}`],
    title: 'Åby',
    onFault: (error) => faults.push(error),
    ...own,
    store,
  });
  const http = createServer((_request, response) => response.writeHead(404).end());
  sync.attach(http);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
  const clients: TestClient[] = [];
  return {
    port,
    serverName: `localhost:${port}`,
    folder,
    sync,
    store,
    faults,
    connect: async (settings) => {
      const client = await connectTestClient(port, settings);
      clients.push(client);
      return client;
    },
    stop: async () => {
      for (const { socket } of clients) socket.terminate();
      const closed = new Promise((resolve) => http.close(resolve));
      await sync.stop();
      await closed;
      await rm(folder, { recursive: true, force: true });
    },
  };
};
