/** One connection for all that want one: dialled for the first of them, closed with the last. */
import { err, type Result } from '../shared/result.ts';
import type { ConnectedPort, SyncFailure } from './syncPort.ts';

/** Gives each who asks a port of their own over it: what they follow and ask ends with their `stop`, and nothing else. */
export const createSharedPort = (
  dial: () => Promise<ConnectedPort>,
): (() => Promise<ConnectedPort>) => {
  let line: { readonly port: Promise<ConnectedPort>; holders: number } | null = null;
  return async () => {
    line ??= { port: dial(), holders: 0 };
    const own = line;
    own.holders += 1;
    try {
      const port = await own.port;
      return holdPort(port, () => {
        own.holders -= 1;
        if (own.holders > 0) return;
        if (line === own) line = null;
        port.stop();
      });
    } catch (error) {
      if (line === own) line = null;
      throw error;
    }
  };
};

const holdPort = (port: ConnectedPort, letGo: () => void): ConnectedPort => {
  const ends = new Set<() => void>();
  let stopped = false;

  const untilStopped = (end: () => void): (() => void) => {
    ends.add(end);
    return () => {
      if (ends.delete(end)) end();
    };
  };

  /** Once it is stopped nothing is asked any more, though others still hold the connection. */
  const asking =
    <A extends readonly unknown[], T>(ask: (...args: A) => Promise<Result<T, SyncFailure>>) =>
    async (...args: A): Promise<Result<T, SyncFailure>> =>
      stopped ? err({ kind: 'notReached' }) : ask(...args);

  return {
    serverName: port.serverName,
    status: port.status,
    tryNow: port.tryNow,
    subscribe: (listener) => untilStopped(port.subscribe(listener)),
    follow: (channel, listener) =>
      stopped ? () => undefined : untilStopped(port.follow(channel, listener)),
    open: asking(port.open),
    append: asking(port.append),
    read: asking(port.read),
    snapshot: asking(port.snapshot),
    publish: asking(port.publish),
    signal: asking(port.signal),
    end: asking(port.end),
    stop: () => {
      if (stopped) return;
      stopped = true;
      for (const end of ends) end();
      ends.clear();
      letGo();
    },
  };
};
