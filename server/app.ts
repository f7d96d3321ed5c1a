/**
 * The server: hands out the built app, whose recovery key is set (docs/recovery.md), and takes part in syncing where that
 * is given.
 *
 * It never answers 5xx to bad input, never logs what was asked for, and answers with the app itself only where a
 * person opens a page (a navigation), so that a missing file is a 404 and not a page that says it is a picture.
 */
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:https';
import { extname, join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerFactory,
} from 'fastify';
import { type Organisation, organisationToFile } from '../src/protocol/recoveryKey.ts';
import { cacheControl, securityHeaders } from './headers.ts';
import type { SyncServer } from './sync/syncServer.ts';
import { addSyncRoutes } from './syncRoutes.ts';

const organisationFile = 'organisation.json';

export interface AppOptions {
  /** The folder that the build made, absolute. */
  readonly distDir: string;
  /** Whose recovery key people are told of and may seal their vaults to; none when it is left out. */
  readonly organisation?: Organisation;
  /** Stopped with the app. */
  readonly sync?: SyncServer;
  /** Further routes of its own. */
  readonly addRoutes?: (app: FastifyInstance) => void;
  /** Certificate with its chain, and private key, PEM: then it speaks https. */
  readonly tls?: { readonly cert: string | Buffer; readonly key: string | Buffer };
  /** Told the name of what went wrong inside, never what was asked for. */
  readonly onFault?: (name: string) => void;
}

const idleMs = 30_000;
const keepAliveMs = 5_000;

type Tls = NonNullable<AppOptions['tls']>;

/** Fastify sets these times itself only on a server that it makes. */
const secureServer =
  (tls: Tls): FastifyServerFactory<Server> =>
  (handler) => {
    const server = createServer({ ...tls, minVersion: 'TLSv1.2' }, handler);
    server.requestTimeout = idleMs;
    server.keepAliveTimeout = keepAliveMs;
    return server.setTimeout(idleMs);
  };

const sayPlain = (reply: FastifyReply, status: number, words: string): FastifyReply =>
  reply
    .code(status)
    .headers(securityHeaders)
    .header('cache-control', 'no-store')
    .type('text/plain; charset=utf-8')
    .send(words);

/** A person opening an address of the app, as `/installningar`; not a file, a picture or a script. */
const isNavigation = (request: FastifyRequest): boolean => {
  const path = request.url.split(/[?#]/, 1)[0] ?? '/';
  return (
    (request.method === 'GET' || request.method === 'HEAD') &&
    (request.headers.accept ?? '').includes('text/html') &&
    extname(path) === '' &&
    !path.startsWith('/assets/')
  );
};

/** Throws when `distDir` holds no built app. */
export const createApp = async (options: AppOptions): Promise<FastifyInstance> => {
  if (!existsSync(join(options.distDir, 'index.html')))
    throw new Error('There is no built app to serve. Run `npm run build` first.');

  const { tls } = options;
  const app = Fastify<Server>({
    logger: false,
    bodyLimit: 1024,
    connectionTimeout: idleMs,
    requestTimeout: idleMs,
    keepAliveTimeout: keepAliveMs,
    ...(tls !== undefined && { serverFactory: secureServer(tls) }),
    routerOptions: { maxParamLength: 100 },
    frameworkErrors: (_error, _request, reply) => {
      sayPlain(reply, 400, 'Bad address');
    },
  });

  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(securityHeaders);
  });

  // A file of this name is handed out as any other, unless the settings say something.
  const { organisation } = options;
  const ownFile = existsSync(join(options.distDir, organisationFile));
  if (organisation !== undefined || !ownFile) {
    const answer = organisation === undefined ? {} : organisationToFile(organisation);
    app.get(`/${organisationFile}`, async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return answer;
    });
  }

  if (options.sync !== undefined) addSyncRoutes(app, options.sync);
  // Said, not missing: a browser would tell of a file that is not there as of a fault.
  else
    app.get('/sync.json', (_request, reply) => reply.header('cache-control', 'no-store').send({}));
  options.addRoutes?.(app);

  await app.register(fastifyStatic, {
    root: options.distDir,
    // The list of files is made once, so no address can reach outside of it.
    wildcard: false,
    globIgnore: ['**/*.br', '**/*.gz', ...(organisation === undefined ? [] : [organisationFile])],
    preCompressed: true,
    cacheControl: false,
    index: ['index.html'],
    setHeaders: (reply, path) => {
      const address = path
        .slice(options.distDir.length)
        .split(sep)
        .join('/')
        .replace(/\.(br|gz)$/, '');
      reply.header('cache-control', cacheControl(address));
      reply.header('vary', 'accept-encoding');
    },
  });

  app.setNotFoundHandler(async (request, reply) => {
    if (isNavigation(request)) return reply.sendFile('index.html');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      reply.header('allow', 'GET, HEAD');
      return sayPlain(reply, 405, 'Method not allowed');
    }
    return sayPlain(reply, 404, 'Not found');
  });

  app.setErrorHandler(async (error: { statusCode?: number; name?: string }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return sayPlain(reply, status, 'Bad request');
    options.onFault?.(error.name ?? 'Error');
    return sayPlain(reply, 500, 'Something went wrong here');
  });

  await app.ready();
  return app;
};
