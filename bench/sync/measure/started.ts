/** A system that runs, in a folder of its own, and how the load finds it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Channels, Target } from '../load/jobs.ts';
import { type Running, type System, startSystem } from '../systems/system.ts';

export interface Started {
  readonly system: System;
  readonly target: () => Target;
  readonly memory: () => number;
  /** SIGKILL. */
  readonly kill: () => Promise<void>;
  /** After a kill, on what is left on disk. */
  readonly startAgain: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/** A busy office's worth of writers at once. */
export const writersOf = (records: number, prefix = 'c'): Channels => ({
  prefix,
  count: 32,
  records,
});

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));

export const start = async (system: System): Promise<Started> => {
  const folder = mkdtempSync(join(tmpdir(), 'sip-bench-'));
  let running: Running = await startSystem(system, folder);
  const kill = (): Promise<void> => running.kill();
  return {
    system,
    target: () => ({
      name: system.name,
      dialect: system.dialect,
      ports: running.ports,
      takesAgain: system.takesAgain ?? false,
    }),
    memory: () => running.memory(),
    kill,
    startAgain: async () => {
      running = await startSystem(system, folder);
    },
    end: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
