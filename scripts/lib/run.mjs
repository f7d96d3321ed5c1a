/** Runs one step of a longer work on Node 24, and tells how it went. */
import { spawn } from 'node:child_process';
import { projectEnv, requireNode24, root } from './node24.mjs';

/**
 * Runs a file on Node 24. With `quiet` its output is kept and given back instead of shown.
 * @returns {Promise<{code: number, output: string, seconds: number}>}
 */
export const run = (args, { env = {}, quiet = false } = {}) =>
  new Promise((resolve) => {
    const started = performance.now();
    const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined };
    const child = spawn(requireNode24(), args, {
      cwd: root,
      env: projectEnv({ ...plain, ...env }),
      stdio: quiet ? ['ignore', 'pipe', 'inherit'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    child.stdout?.on('data', (data) => {
      output += data;
    });
    const done = (code) => resolve({ code, output, seconds: (performance.now() - started) / 1000 });
    child.on('error', () => done(1));
    child.on('close', (code) => done(code ?? 1));
  });

export const inSeconds = (seconds) => `${seconds.toFixed(1)} s`;
