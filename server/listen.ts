/** Finds a port where nobody else listens on this machine, and listens there. */
import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** How many ports are tried, counted from the wished one. */
const tries = 50;

const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      // A machine without IPv6 has no such address: nobody can listen there.
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT');
    });
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });

/**
 * A browser may read `localhost` as either address, so both must be free: otherwise the printed address could
 * lead to somebody else's program. `wished` 0 means any. Throws when none of the ports is free.
 */
export const listen = async (
  app: FastifyInstance,
  wished: number,
  host = 'localhost',
): Promise<number> => {
  for (let port = wished; port < wished + tries && port <= 65_535; port += 1) {
    if (port !== 0) {
      const hosts = host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
      const free = await Promise.all(hosts.map((each) => isFree(port, each)));
      if (free.includes(false)) continue;
    }
    try {
      await app.listen({ port, host });
      const address = app.server.address();
      return typeof address === 'object' && address !== null ? address.port : port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`No free port between ${wished} and ${wished + tries - 1}.`);
};
