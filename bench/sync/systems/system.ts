/** A server that is measured: how it is started, killed and started again, each in processes of its own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { DialectName } from '../load/jobs.ts';

export interface System {
  readonly name: string;
  readonly dialect: DialectName;
  /** Of this folder's parent's parent: the program. */
  readonly program: string;
  /** Processes side by side on one store. */
  readonly processes?: number;
  /** It takes for new what it has had before. */
  readonly takesAgain?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Running {
  readonly ports: readonly number[];
  /** Kilobytes in memory, of all its processes. */
  readonly memory: () => number;
  /** SIGKILL. */
  readonly kill: () => Promise<void>;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });

interface Process {
  readonly child: ChildProcess;
  readonly port: number;
}

const startOne = async ({ name, program, env = {} }: System, folder: string): Promise<Process> => {
  const port = await freePort();
  const child = spawn(process.execPath, [...process.execArgv, `${root}${program}`], {
    cwd: folder,
    env: {
      ...process.env,
      DATABASE_URL: '',
      ...env,
      PORT: `${port}`,
      HOST: '127.0.0.1',
      SIP_DATA: folder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr?.on('data', (data: Buffer) => {
    errors = `${errors}${data.toString('utf8')}`.slice(-2_000);
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (data: Buffer) => {
      if (data.toString('utf8').includes('http://')) resolve();
    });
    child.once('exit', () => reject(new Error(`${name} did not start. ${errors}`)));
  });
  return { child, port };
};

/** `folder` is where it keeps its data; the same again after a kill. */
export const startSystem = async (system: System, folder: string): Promise<Running> => {
  const started: Process[] = [];
  for (let n = 0; n < (system.processes ?? 1); n += 1) started.push(await startOne(system, folder));
  const endAtExit = (): void => {
    for (const { child } of started) child.kill('SIGKILL');
  };
  process.once('exit', endAtExit);
  return {
    ports: started.map(({ port }) => port),
    memory: () =>
      started
        .map(({ child }) => spawnSync('ps', ['-o', 'rss=', '-p', `${child.pid}`]))
        .reduce((sum, { stdout }) => sum + Number(stdout.toString('utf8')), 0),
    kill: async () => {
      process.off('exit', endAtExit);
      await Promise.all(
        started.map(
          ({ child }) =>
            new Promise<void>((resolve) => {
              if (child.exitCode !== null || child.signalCode !== null) return resolve();
              child.once('exit', () => resolve());
              child.kill('SIGKILL');
            }),
        ),
      );
    },
  };
};
