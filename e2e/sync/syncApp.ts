/** The built app served with syncing, as `npm start` serves them, on a store of its own in a folder that is removed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createApp } from '../../server/app.ts';
import { listen } from '../../server/listen.ts';
import { createSqliteStore } from '../../server/store/sqlite/sqliteStore.ts';
import { createSyncServer } from '../../server/sync/syncServer.ts';
import { builtApp } from '../driver/server.ts';
import type { Stoppable } from '../driver/types.ts';

export interface SyncApp extends Stoppable {
  /** `http://localhost:PORT`, without a slash at the end. */
  readonly url: string;
  /** Stops it, and removes what it kept. */
  readonly close: () => Promise<void>;
  /** Names of faults so far; there should be none. */
  readonly faults: readonly string[];
}

export const startSyncApp = async (): Promise<SyncApp> => {
  const folder = await mkdtemp(join(tmpdir(), 'sip-sync-'));
  const faults: string[] = [];
  let app: FastifyInstance | null = null;
  let port = 0;
  const start = async (): Promise<void> => {
    if (app !== null) return;
    const sync = createSyncServer({
      store: createSqliteStore(join(folder, 'data')),
      names: () => [`localhost:${port}`],
      onFault: (error) => faults.push(error instanceof Error ? error.name : 'unknown'),
    });
    app = await createApp({ distDir: builtApp, sync, onFault: (name) => faults.push(name) });
    port = await listen(app, port);
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
    close: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
