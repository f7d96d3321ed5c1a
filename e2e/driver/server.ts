/** The app's own server, for a test: on a free port, stopped and started at will on the same one. */
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { type AppOptions, createApp } from '../../server/app.ts';
import { listen } from '../../server/listen.ts';
import type { Stoppable } from './types.ts';

export interface TestServer extends Stoppable {
  /** `http://localhost:PORT`, without a slash at the end. */
  readonly url: string;
}

/** `SIP_DIST` chooses another. */
export const builtApp: string =
  process.env.SIP_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));

/** Serves `distDir`, by default the built app. Throws when it is not built. */
export const startServer = async (
  distDir: string = builtApp,
  { port: wished = 0, ...settings }: Pick<AppOptions, 'organisation'> & { port?: number } = {},
): Promise<TestServer> => {
  let app: FastifyInstance | null = null;
  let port = wished;
  const start = async (): Promise<void> => {
    if (app !== null) return;
    app = await createApp({ distDir, ...settings });
    port = await listen(app, port);
  };
  await start();
  return {
    url: `http://localhost:${port}`,
    start,
    stop: async () => {
      app?.server.closeAllConnections();
      await app?.close();
      app = null;
    },
  };
};
