/**
 * The server of the fuzzing, in a process of its own (`forkFuzzServer`): what brings it down is seen, and what grows in it is its own.
 * It is the real one, with the embedded store, and with rates so high that the checks themselves are tried.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from '../../../server/app.ts';
import { createSqliteStore } from '../../../server/store/sqlite/sqliteStore.ts';
import { defaultLimits } from '../../../server/sync/limits.ts';
import { createSyncServer } from '../../../server/sync/syncServer.ts';

export interface Look {
  /** Bytes in use after everything that can be was let go. */
  readonly heap: number;
  /** What went wrong inside. */
  readonly faults: readonly string[];
  readonly channels: number;
  readonly storedBytes: number;
  readonly connections: number;
  readonly followers: number;
}

export interface FuzzServer {
  readonly port: number;
  readonly look: () => Promise<Look>;
  /** Null while it runs. */
  readonly exitCode: () => number | string | null;
  readonly stop: () => Promise<void>;
}

type Told = { readonly port: number } | { readonly look: Look };

const isTold = (value: unknown): value is Told =>
  typeof value === 'object' && value !== null && ('port' in value || 'look' in value);

export const forkFuzzServer = async (): Promise<FuzzServer> => {
  const child: ChildProcess = fork(fileURLToPath(import.meta.url), ['--serve'], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const told = (): Promise<Told> =>
    new Promise((resolve, reject) => {
      const gone = (): void => reject(new Error('The server is gone.'));
      child.once('exit', gone);
      child.once('message', (value) => {
        child.off('exit', gone);
        if (isTold(value)) resolve(value);
        else reject(new Error('The server told what nobody knows.'));
      });
    });
  const first = await told();
  if (!('port' in first)) throw new Error('The server did not start.');
  return {
    port: first.port,
    look: async () => {
      const answer = told();
      child.send('look');
      const value = await answer;
      if (!('look' in value)) throw new Error('The server did not look.');
      return value.look;
    },
    exitCode: () => child.exitCode ?? child.signalCode,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.send('stop');
      await ended;
    },
  };
};

const serve = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'sip-sync-fuzz-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Prov</title>');
  const store = createSqliteStore(join(folder, 'data'));
  const faults: string[] = [];
  const note = (error: unknown): void => {
    faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };
  const much = 1e9;
  let port = 0;
  const sync = createSyncServer({
    store,
    names: () => [`localhost:${port}`],
    onFault: note,
    limits: {
      ...defaultLimits,
      connectsPerSecond: much,
      connectBurst: much,
      messagesPerSecond: much,
      messageBurst: much,
      addressBytesPerSecond: much,
      addressByteBurst: much,
      channelWritesPerSecond: much,
      channelWriteBurst: much,
      channelBytes: much,
      openerBytes: 1e12,
      faults: much,
    },
  });
  const app = await createApp({ distDir: folder, sync, onFault: note });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
  const look = async (): Promise<Look> => {
    globalThis.gc?.();
    const { channels, bytes } = await store.total();
    const { connections, followers } = sync.counts();
    const heap = process.memoryUsage().heapUsed;
    return { heap, faults, channels, storedBytes: bytes, connections, followers };
  };
  process.on('message', async (asked) => {
    if (asked === 'look') process.send?.({ look: await look() });
    else {
      await app.close();
      await rm(folder, { recursive: true, force: true });
      process.exit(0);
    }
  });
  process.on('disconnect', () => process.exit(1));
  process.send?.({ port });
};

if (process.argv[2] === '--serve') await serve();
