/** The app's own server with syncing, for a test: its store in a folder of its own, stopped and started at will. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type AccessSettings, accessOf } from '../../server/access/accessSettings.ts';
import { type Access, createAccess } from '../../server/access/createAccess.ts';
import { createApp } from '../../server/app.ts';
import { listen } from '../../server/listen.ts';
import { openStore } from '../../server/openStore.ts';
import { ownNames, readOptions } from '../../server/options.ts';
import { createSyncServer, type SyncServer } from '../../server/sync/syncServer.ts';
import { builtApp, type TestServer } from '../driver/server.ts';

export interface SyncTestServer extends TestServer {
  /** Where its store lies: for the command line beside it. */
  readonly dataDir: string;
  /** Stops, and takes the store away. */
  readonly remove: () => Promise<void>;
  /** Of all devices together, now. */
  readonly connections: () => number;
  /** Names of faults so far; there should be none. */
  readonly faults: readonly string[];
}

/** Of a server that is to be known before it listens. */
const freePort = async (): Promise<number> => {
  const probe = await createApp({ distDir: builtApp });
  const port = await listen(probe, 0);
  await probe.close();
  return port;
};

/**
 * @param accessAt who may open channels, by the server's own address; anybody on this machine when left out
 * @param now the server's clock, where a journey takes days
 */
export const startSyncApp = async (
  accessAt?: (origin: string) => Promise<AccessSettings>,
  now: () => number = Date.now,
): Promise<SyncTestServer> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'sip-sync-'));
  const options = readOptions([], { SIP_DATA: dataDir });
  const faults: string[] = [];
  let app: FastifyInstance | null = null;
  let sync: SyncServer | null = null;
  let access: Access | null = null;
  let port = accessAt === undefined ? 0 : await freePort();
  const settings = (await accessAt?.(`http://localhost:${port}`)) ?? accessOf({});
  const start = async (): Promise<void> => {
    if (app !== null) return;
    let names: readonly string[] = [];
    access = await createAccess({
      access: settings,
      store: options,
      limits: options.limits,
      names: () => names,
      isSecure: false,
    });
    sync = createSyncServer({
      store: await openStore(options),
      names: () => names,
      policy: access.policy,
      limits: options.limits,
      title: '',
      retentionDays: null,
      hasProxy: false,
      now,
      onFault: (error) => faults.push(error instanceof Error ? error.name : 'unknown'),
    });
    app = await createApp({
      distDir: builtApp,
      sync,
      addRoutes: access.addRoutes,
      onFault: (name) => faults.push(name),
    });
    port = await listen(app, port);
    names = ownNames(options.host, port, false);
  };
  const stop = async (): Promise<void> => {
    app?.server.closeAllConnections();
    await app?.close();
    await access?.close();
    app = null;
  };
  await start();
  return {
    url: `http://localhost:${port}`,
    dataDir,
    start,
    stop,
    connections: () => sync?.counts().connections ?? 0,
    faults,
    remove: async () => {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
