/** A server whose program can be made another version, as an installation of a new one does. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compressFolder } from '../../scripts/vite/compressDist.ts';
import { builtApp, startServer, type TestServer } from '../driver/server.ts';

export interface Publisher {
  readonly server: TestServer;
  readonly publish: (version: string) => Promise<void>;
  readonly end: () => Promise<void>;
}

export const createPublisher = async (): Promise<Publisher> => {
  const folder = await mkdtemp(join(tmpdir(), 'sip-publish-'));
  const dist = join(folder, 'dist');
  const lay = async (version: string): Promise<void> => {
    await rm(dist, { recursive: true, force: true });
    await cp(builtApp, dist, { recursive: true });
    const worker = await readFile(join(dist, 'sw.js'), 'utf8');
    const changed = worker.replace(
      /(\{url:"index\.html",revision:")[^"]+/,
      (_, before) => `${before}${version}`,
    );
    if (changed === worker) throw new Error('The worker names no index.html.');
    await writeFile(join(dist, 'sw.js'), changed);
    await compressFolder(dist);
  };
  await lay('first');
  const server = await startServer(dist);
  return {
    server,
    publish: async (version) => {
      await lay(version);
      await server.stop();
      await server.start();
    },
    end: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
