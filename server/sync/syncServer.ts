/** The WebSocket at /sync: who is let in, what all connections share, and how it stops. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { servedVersions, type WireVersions } from '../../src/protocol/wire/messages.ts';
import { maxClientMessageBytes } from '../../src/protocol/wire/wireLimits.ts';
import { createGroupCommit, type GroupCounts } from '../store/groupCommit.ts';
import type { Store, Told } from '../store/store.ts';
import { type Origin, originOf } from './address.ts';
import { createBuckets } from './buckets.ts';
import { type Connection, createConnection } from './connection.ts';
import { createHalfMessages } from './halfMessages.ts';
import { createHub } from './hub.ts';
import { defaultLimits, type SyncLimits } from './limits.ts';
import { createOpenPolicy, type OpenPolicy } from './openPolicy.ts';
import { createQuotas } from './quotas.ts';
import { asBytes, createSignatures } from './signatures.ts';
import type { SyncContext, SyncCounts } from './syncContext.ts';
import { createUpkeep } from './upkeep.ts';

export interface SyncOptions {
  readonly store: Store;
  /** Hosts by which this server is dialled, as `location.host` has them. Asked anew each time: a port may come late. */
  readonly names: () => readonly string[];
  readonly policy?: OpenPolicy;
  readonly limits?: SyncLimits;
  /** What people call this server. */
  readonly title?: string;
  /** Days after which an unused channel is deleted; null: never. */
  readonly retentionDays?: number | null;
  /** Whether a proxy of one's own stands before it. */
  readonly hasProxy?: boolean;
  readonly versions?: WireVersions;
  readonly now?: () => number;
  readonly scrubAfterMs?: number;
  /** Told what went wrong inside, never what was asked for. */
  readonly onFault?: (error: unknown) => void;
}

export interface SyncServer {
  /** Takes over all upgrades of this server. */
  readonly attach: (server: Server) => void;
  readonly policy: OpenPolicy;
  readonly title: string;
  readonly versions: readonly number[];
  readonly counts: () => SyncCounts &
    GroupCounts &
    ReturnType<ReturnType<typeof createHub>['counts']> & { readonly connections: number };
  /** Rejects when no write can be taken now. */
  readonly check: () => Promise<void>;
  /** Answers what is in work, closes all, then the store. */
  readonly stop: () => Promise<void>;
}

const path = '/sync';
const pingEvery = 30_000;
const sweepEvery = 60_000;
/** Longer than any message: so that one that is too long is answered with words. Beyond it, the connection is closed. */
const maxPayload = maxClientMessageBytes + 65_536;
const closeWithin = 3_000;

const refuseUpgrade = (socket: Duplex, status: string): void => {
  // Else whoever keeps their half open would be counted nowhere, and stay.
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

export const createSyncServer = (options: SyncOptions): SyncServer => {
  const { store, names, hasProxy = false, title = '', versions = servedVersions } = options;
  const { limits = defaultLimits, now = Date.now, onFault = () => {} } = options;
  const policy = options.policy ?? createOpenPolicy('loopback', limits);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload,
    perMessageDeflate: false,
    clientTracking: false,
  });
  const connections = new Set<Connection>();
  const ofAddress = new Map<string, number>();
  const connects = createBuckets(
    { perSecond: limits.connectsPerSecond, burst: limits.connectBurst },
    now,
  );
  const addressBytes = createBuckets(
    { perSecond: limits.addressBytesPerSecond, burst: limits.addressByteBurst },
    now,
  );
  const channelWrites = createBuckets(
    { perSecond: limits.channelWritesPerSecond, burst: limits.channelWriteBurst },
    now,
  );
  const channelSignals = createBuckets(
    { perSecond: limits.channelSignalsPerSecond, burst: limits.channelSignalBurst },
    now,
  );
  const strangeEnds = createBuckets({ perSecond: 1 / 60, burst: 20 }, now);
  const halves = createHalfMessages(limits.addressHalfBytes);
  const hub = createHub(store, versions, onFault);
  const upkeep = createUpkeep({
    store,
    now,
    retentionDays: options.retentionDays ?? null,
    onAged: (channelId) => hub.gone(asBytes(channelId), 'aged'),
    onFault,
    ...(options.scrubAfterMs !== undefined && { scrubAfterMs: options.scrubAfterMs }),
  });
  const group = createGroupCommit(store);
  const counts: SyncCounts = {
    connected: 0,
    refusedConnections: 0,
    droppedSlow: 0,
    messages: 0,
    bytesIn: 0,
    bytesOut: 0,
    errors: 0,
    faults: 0,
  };
  const context: SyncContext = {
    store,
    group,
    hub,
    signatures: createSignatures(),
    policy,
    quotas: createQuotas(store, policy, now),
    limits,
    now,
    versions,
    channelWrites,
    channelSignals,
    strangeEnds,
    counts,
    deleted: upkeep.deleted,
    onFault,
  };
  let isStopping = false;

  const hear = (told: Told): void => {
    switch (told.is) {
      case 'grew':
        hub.grewElsewhere(asBytes(told.channelId));
        break;
      case 'gone':
        hub.gone(asBytes(told.channelId), told.why);
        break;
      case 'signal':
        hub.signal(asBytes(told.channelId), asBytes(told.bytes), null);
        break;
      case 'missed':
        hub.lookAtAll();
        break;
    }
  };
  const unwatch = store.watch(hear);

  const pinging = setInterval(() => {
    for (const connection of connections) {
      if (connection.wasHeard()) connection.ping();
      else connection.drop();
    }
  }, pingEvery);
  pinging.unref();
  const sweeping = setInterval(() => {
    for (const buckets of [connects, addressBytes, channelWrites, channelSignals, strangeEnds])
      buckets.sweep();
  }, sweepEvery);
  sweeping.unref();

  /** A page of another origin has no business here. Programs that are no browser send none. */
  const isOwnPage = ({ headers }: IncomingMessage): boolean => {
    const { origin, host } = headers;
    if (origin === undefined) return true;
    const dialled = URL.canParse(origin) ? new URL(origin).host : null;
    return dialled !== null && (dialled === host || names().includes(dialled));
  };

  /** The status of the refusal, or null where it is let in. */
  const refusalOf = (request: IncomingMessage, { address }: Origin): string | null => {
    if (request.url?.split('?', 1)[0] !== path) return '404 Not Found';
    if (isStopping) return '503 Service Unavailable';
    if (!isOwnPage(request)) return '403 Forbidden';
    if (connections.size >= limits.connections) return '503 Service Unavailable';
    const isMany = (ofAddress.get(address) ?? 0) >= limits.connectionsPerAddress;
    return isMany || connects.take(address, 1) > 0 ? '429 Too Many Requests' : null;
  };

  const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    stream.on('error', () => {});
    const origin = originOf(request, hasProxy);
    const refusal = refusalOf(request, origin);
    if (refusal !== null) {
      counts.refusedConnections += 1;
      refuseUpgrade(stream, refusal);
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      const { address } = origin;
      const host = request.headers.host?.toLowerCase() ?? '';
      const serverName = names().includes(host) ? host : null;
      counts.connected += 1;
      ofAddress.set(address, (ofAddress.get(address) ?? 0) + 1);
      const half = halves.of(address);
      const connection = createConnection(context, {
        socket,
        origin,
        serverName,
        title,
        addressBytes,
        half,
      });
      connections.add(connection);
      // Before the WebSocket reads them: what it makes of them is whole then.
      stream.prependListener('data', (piece: Buffer) => {
        if (half.came(piece.length)) return;
        counts.faults += 1;
        socket.terminate();
      });
      socket.once('close', () => {
        connections.delete(connection);
        const left = (ofAddress.get(address) ?? 1) - 1;
        if (left > 0) ofAddress.set(address, left);
        else ofAddress.delete(address);
      });
    });
  };
  sockets.on('wsClientError', (_error, stream) => refuseUpgrade(stream, '400 Bad Request'));

  return {
    attach: (server) => {
      server.on('upgrade', upgrade);
    },
    policy,
    title,
    versions: [...versions.keys()].sort((a, b) => a - b),
    counts: () => ({
      ...counts,
      ...group.counts(),
      ...hub.counts(),
      connections: connections.size,
    }),
    check: () => store.check(),
    stop: async () => {
      isStopping = true;
      clearInterval(pinging);
      clearInterval(sweeping);
      unwatch();
      const late = setTimeout(() => {
        for (const connection of connections) connection.drop();
      }, closeWithin);
      await Promise.all([...connections].map((connection) => connection.close(1001)));
      clearTimeout(late);
      await group.idle();
      await context.signatures.close();
      await upkeep.stop();
      await store.close();
    },
  };
};
