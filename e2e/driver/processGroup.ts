/** A program that leads a process group of its own, so that all of it can be ended at once. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

export interface ProcessGroup {
  readonly child: ChildProcess;
  /** SIGKILL to the whole group; resolves when the leader is gone. */
  readonly kill: () => Promise<void>;
}

const living = new Set<number>();

const killGroup = (pid: number): void => {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left in it.
  }
};

const killAll = (): void => {
  for (const pid of living) killGroup(pid);
};

// No browser may outlive the tests, however they end: by themselves, told to stop, or left by the one who started them.
process.on('exit', killAll);
process.on('disconnect', killAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    killAll();
    process.exit(1);
  });

/** Ends a group that somebody else started, as a library that launches a browser. */
export const groupOf = (child: ChildProcess): ProcessGroup => {
  const { pid } = child;
  if (pid === undefined) throw new Error('The program did not start.');
  living.add(pid);
  const gone = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  return {
    child,
    kill: async () => {
      killGroup(pid);
      await gone;
      // A second time, for those that the first ones were just starting.
      killGroup(pid);
      living.delete(pid);
    },
  };
};

export const startGroup = (
  program: string,
  args: readonly string[],
  options: SpawnOptions = {},
): ProcessGroup => groupOf(spawn(program, args, { ...options, detached: true }));
