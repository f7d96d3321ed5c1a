/** What is asked of the sync server over plain HTTP: is it well, what is counted, what does it speak. */
import type { FastifyInstance } from 'fastify';
import { originOf } from './sync/address.ts';
import type { SyncServer } from './sync/syncServer.ts';

type Counts = ReturnType<SyncServer['counts']>;

/** Each number by its name: [kind, what it is]. None is of one person, address or channel. */
const described: Readonly<Record<keyof Counts, readonly ['counter' | 'gauge', string]>> = {
  connected: ['counter', 'Connections taken since the start'],
  refusedConnections: ['counter', 'Connections refused since the start'],
  droppedSlow: ['counter', 'Connections dropped because they read too slowly'],
  messages: ['counter', 'Messages received'],
  bytesIn: ['counter', 'Bytes of messages received'],
  bytesOut: ['counter', 'Bytes of messages sent'],
  errors: ['counter', 'Messages answered with an error'],
  faults: ['counter', 'Messages that no right program sends'],
  commits: ['counter', 'Durable commits'],
  writes: ['counter', 'Writes made durable'],
  failed: ['counter', 'Writes that the store did not take'],
  channels: ['gauge', 'Channels that somebody follows'],
  followers: ['gauge', 'Followers of all channels'],
  connections: ['gauge', 'Connections now'],
};

const snake = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const isCount = (name: string): name is keyof Counts => Object.hasOwn(described, name);

/** As Prometheus reads it. */
export const metricsText = (counts: Counts): string => {
  const lines = Object.keys(described)
    .filter(isCount)
    .flatMap((name) => {
      const [kind, words] = described[name];
      const full = `sip_sync_${snake(name)}${kind === 'counter' ? '_total' : ''}`;
      return [`# HELP ${full} ${words}.`, `# TYPE ${full} ${kind}`, `${full} ${counts[name]}`];
    });
  return `${lines.join('\n')}\n`;
};

export const addSyncRoutes = (app: FastifyInstance, sync: SyncServer): void => {
  app.addHook('onRequest', async (request, reply) => {
    if (['/healthz', '/readyz', '/metrics', '/sync.json'].includes(request.url))
      reply.header('cache-control', 'no-store');
  });

  app.get('/sync.json', async () => ({
    name: sync.title,
    versions: sync.versions,
    open: sync.policy.kind,
  }));

  app.get('/healthz', async (_request, reply) => reply.type('text/plain').send('ok\n'));

  app.get('/readyz', async (_request, reply) => {
    try {
      await sync.check();
      return reply.type('text/plain').send('ready\n');
    } catch {
      return reply.code(503).type('text/plain').send('The store takes no writes\n');
    }
  });

  // For who looks after the machine, and nobody else.
  app.get('/metrics', async (request, reply) => {
    if (!originOf(request.raw, false).isLoopback) return reply.callNotFound();
    return reply.type('text/plain; version=0.0.4').send(metricsText(sync.counts()));
  });

  sync.attach(app.server);
  app.addHook('preClose', () => sync.stop());
};
