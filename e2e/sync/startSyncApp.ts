/** The app's own server with syncing, for a test: its store in a folder of its own, stopped and started at will. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createApp } from '../../server/app.ts';
import { listen } from '../../server/listen.ts';
import { openStore } from '../../server/openStore.ts';
import { ownNames, readOptions } from '../../server/options.ts';
import { createSyncServer } from '../../server/sync/syncServer.ts';
import { builtApp, type TestServer } from '../driver/server.ts';

export interface SyncTestServer extends TestServer {
  /** Stops, and takes the store away. */
  readonly remove: () => Promise<void>;
  /** Names of faults so far; there should be none. */
  readonly faults: readonly string[];
}

/** `now`: the server's clock, where a journey takes days. */
export const startSyncApp = async (now: () => number = Date.now): Promise<SyncTestServer> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'sip-sync-'));
  const options = readOptions([], { SIP_DATA: dataDir });
  const faults: string[] = [];
  let app: FastifyInstance | null = null;
  let port = 0;
  const start = async (): Promise<void> => {
    if (app !== null) return;
    let names: readonly string[] = [];
    const sync = createSyncServer({
      store: await openStore(options),
      names: () => names,
      limits: options.limits,
      title: '',
      retentionDays: null,
      hasProxy: false,
      now,
      onFault: (error) => faults.push(error instanceof Error ? error.name : 'unknown'),
    });
    app = await createApp({ distDir: builtApp, sync, onFault: (name) => faults.push(name) });
    port = await listen(app, port);
    names = ownNames(options.host, port, false);
  };
  const stop = async (): Promise<void> => {
    app?.server.closeAllConnections();
    await app?.close();
    app = null;
  };
  await start();
  return {
    url: `http://localhost:${port}`,
    start,
    stop,
    faults,
    remove: async () => {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
