/** A sync server in its own process: started on the same data again and again, and killed by SIGKILL. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import {
  type ClientSettings,
  connectTestClient,
  type TestClient,
} from '../../server/sync/testing.ts';

/** What signatures name, whatever port it has this time. */
export const serverName = 'sync.example.se';

export interface KilledServer {
  readonly start: () => Promise<void>;
  readonly connect: (settings?: ClientSettings) => Promise<TestClient>;
  /** At once, with whatever it is doing. Resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** What it said of faults, all lives together. */
  readonly faults: () => readonly string[];
}

const program = fileURLToPath(new URL('syncProcess.ts', import.meta.url));

/** Every limit that would slow a load down. */
const limits = JSON.stringify({
  messagesPerSecond: 1_000_000,
  messageBurst: 1_000_000,
  channelWritesPerSecond: 1_000_000,
  channelWriteBurst: 1_000_000,
  addressBytesPerSecond: 1_000_000_000,
  addressByteBurst: 1_000_000_000,
  connectsPerSecond: 100_000,
  connectBurst: 100_000,
});

/** @param env which store: SIP_DATA, or DATABASE_URL */
export const createKilledServer = (env: Readonly<Record<string, string>>): KilledServer => {
  let child: ChildProcess | null = null;
  let port = 0;
  const faults: string[] = [];

  return {
    start: async () => {
      const started = spawn(process.execPath, [program], {
        env: { ...process.env, DATABASE_URL: '', SIP_NAME: serverName, SIP_LIMITS: limits, ...env },
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      child = started;
      createInterface({ input: started.stderr }).on('line', (line) => faults.push(line));
      const said = createInterface({ input: started.stdout });
      const ended = once(started, 'exit').then(() => [`ended: ${faults.join(' ')}`]);
      const [line] = await Promise.race([once(said, 'line'), ended]);
      port = Number(line);
      if (!Number.isInteger(port)) throw new Error(`The server did not start: ${String(line)}`);
    },
    connect: (settings) => connectTestClient(port, { ...settings, headers: { host: serverName } }),
    kill: async () => {
      if (child === null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      child = null;
    },
    faults: () => faults,
  };
};
