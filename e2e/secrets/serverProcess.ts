/** The server as it is run, in a process of its own, with the built app; all that it says is kept in a file. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { builtApp } from '../driver/server.ts';

export interface ServerProcess {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));

/** @param said the first thing in its log, as if it had said it */
export const startServerProcess = async (
  env: Readonly<Record<string, string>>,
  logFile: string,
  said: string,
): Promise<ServerProcess> => {
  const log = createWriteStream(logFile);
  log.write(`${said}\n`);
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, DATABASE_URL: '', SIP_DIST: builtApp, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const line = once(createInterface({ input: child.stdout }), 'line');
  const ended = once(child, 'exit').then(() => ['']);
  const [address] = await Promise.race([line, ended]);
  if (!URL.canParse(String(address))) throw new Error('The server did not start.');
  return {
    port: Number(new URL(String(address)).port),
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, 'exit');
        child.kill('SIGTERM');
        await gone;
      }
      await new Promise((resolve) => log.end(resolve));
    },
  };
};
