/** The port to a server, through connections that come and go (`syncMachine.ts` says when). */
import { createActor } from 'xstate';
import type { Bytes } from '../shared/bytes.ts';
import { base64UrlToBytes, bytesToBase64Url } from '../shared/bytes.ts';
import type { RandomDep } from '../shared/deps.ts';
import { err, ok, type Result } from '../shared/result.ts';
import {
  type Connection,
  type ConnectionDeps,
  createConnection,
  type ToldMessage,
} from './connection.ts';
import { createFollowed, type Followed } from './followed.ts';
import { type SyncContext, type SyncEvent, syncMachine } from './syncMachine.ts';
import type { ConnectedPort, SyncFailure, SyncPhase, SyncStatus } from './syncPort.ts';

/** Clocks that differ by more than this are told. */
const skewToTellMs = 120_000;

export type Woken = 'network.found' | 'network.lost' | 'looked';

export interface SyncClientDeps extends ConnectionDeps, RandomDep {
  readonly serverName: string;
  readonly wakes: {
    readonly isOnline: () => boolean;
    readonly subscribe: (listener: (woken: Woken) => void) => () => void;
  };
}

/** `stop` closes: the vault is locked. What is followed is forgotten. */
export interface SyncClient extends ConnectedPort {
  /** Connects, and stays connected. */
  readonly start: () => void;
}

const notReached: Result<never, SyncFailure> = err({ kind: 'notReached' });

export const createSyncClient = (deps: SyncClientDeps): SyncClient => {
  const { clock, timers, random, wakes, serverName } = deps;
  const actor = createActor(syncMachine).start();
  const listeners = new Set<() => void>();
  const followed = new Map<string, Followed>();
  let connection: Connection | null = null;
  let isWelcomed = false;
  let skewMs: number | null = null;
  let stopTimer = (): void => undefined;
  let stopWakes: (() => void) | null = null;

  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };

  const send = (event: SyncEvent): void => {
    const before = actor.getSnapshot();
    actor.send(event);
    const after = actor.getSnapshot();
    if (after === before) return;
    const { nextTryAt, isWanted } = after.context;
    stopTimer();
    if (nextTryAt !== null && isWanted) {
      const wait = Math.max(0, nextTryAt - clock.now());
      stopTimer = timers.after(wait, () => send({ type: 'time', at: clock.now() }));
    }
    if (after.value === 'connecting' && before.value !== 'connecting') connect();
    tell();
  };

  const isBehind = (): boolean => [...followed.values()].some((each) => !each.isCaughtUp());

  /** What is followed has come, or something new is followed. */
  const judge = (): void => {
    if (isWelcomed) send({ type: isBehind() ? 'behind' : 'caughtUp' });
  };

  const connect = (): void => {
    connection?.close('unreachable');
    isWelcomed = false;
    const own: Connection = createConnection(deps, {
      onWelcome: () => {
        isWelcomed = true;
        send({ type: 'welcomed', isBehind: followed.size > 0 });
        for (const each of [...followed.values()]) each.connected(own);
      },
      onTold: (message) => toldBy(message),
      onSkew: (ms) => {
        const wasSkewed = status().isSkewed;
        skewMs = ms;
        if (status().isSkewed !== wasSkewed) tell();
      },
      onClosed: (trouble) => {
        isWelcomed = false;
        connection = null;
        for (const each of [...followed.values()]) each.lost();
        const chance = (random.bytes(1)[0] ?? 0) / 255;
        send({ type: 'closed', trouble, at: clock.now(), chance });
      },
    });
    connection = own;
  };

  const toldBy = (message: ToldMessage): void => {
    const id = bytesToBase64Url(message.channelId);
    const each = followed.get(id);
    if (message.is === 'push') each?.push(message);
    else if (message.is === 'signal') each?.signal(message.signal);
    else {
      followed.delete(id);
      each?.gone(message.why);
    }
  };

  const status = (): SyncStatus => {
    const { value, context } = actor.getSnapshot();
    return statusOf(value, context, skewMs);
  };

  const ask = async <T>(
    act: (connection: Connection) => Promise<Result<T, SyncFailure>>,
  ): Promise<Result<T, SyncFailure>> =>
    connection === null || !isWelcomed ? notReached : act(connection);

  const done = async (
    answer: Promise<Result<unknown, SyncFailure>>,
  ): Promise<Result<null, SyncFailure>> => {
    const result = await answer;
    return result.ok ? ok(null) : result;
  };

  return {
    serverName,
    status,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tryNow: () => send({ type: 'try', at: clock.now() }),
    start: () => {
      stopWakes ??= wakes.subscribe((type) => {
        send({ type, at: clock.now() });
        connection?.check();
      });
      if (!wakes.isOnline()) send({ type: 'network.lost', at: clock.now() });
      send({ type: 'wanted', at: clock.now() });
    },
    stop: () => {
      stopWakes?.();
      stopWakes = null;
      for (const each of [...followed.values()]) each.stop();
      followed.clear();
      send({ type: 'unwanted' });
      connection?.close('unreachable');
    },
    open: (message) => ask((to) => done(to.ask(message, 'opened'))),
    append: (frame) => ask((to) => to.ask({ is: 'append', frame }, 'appended')),
    read: ({ channelId, ...rest }) =>
      ask((to) => to.ask({ is: 'read', channelId: idOf(channelId), ...rest }, 'page')),
    snapshot: (message) => ask((to) => to.ask(message, 'snapshotted')),
    publish: (message) => ask((to) => to.ask(message, 'published')),
    signal: ({ channelId, readToken }, signal: Bytes) =>
      ask((to) =>
        done(to.ask({ is: 'signal', channelId: idOf(channelId), readToken, signal }, 'signalled')),
      ),
    end: (message) => ask((to) => done(to.ask(message, 'ended'))),
    follow: (channel, listener) => {
      const { channelId } = channel;
      followed.get(channelId)?.stop();
      const own = createFollowed(
        {
          timers,
          onChange: () => {
            if (followed.get(channelId) === own) judge();
          },
          onNonsense: () => connection?.close('unreachable'),
        },
        channel,
        listener,
      );
      followed.set(channelId, own);
      if (connection !== null && isWelcomed) own.connected(connection);
      judge();
      return () => {
        if (followed.get(channelId) === own) followed.delete(channelId);
        own.stop();
        judge();
      };
    },
  };
};

const idOf = (channelId: string): Bytes => base64UrlToBytes(channelId) ?? new Uint8Array();

const statusOf = (phase: SyncPhase, context: SyncContext, skewMs: number | null): SyncStatus => ({
  phase,
  skewMs,
  isSkewed: skewMs !== null && Math.abs(skewMs) > skewToTellMs,
  nextTryAt: context.nextTryAt,
  trouble: context.trouble,
});
