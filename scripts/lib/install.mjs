/**
 * Installs what is missing, from the committed lock file, and only when it has changed.
 *
 * `npm install`, not `npm ci`: some registries lack the packages of other platforms, and `npm ci` refuses then.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './node24.mjs';

const stampFile = join(root, 'node_modules', '.cache', 'sip-installed');

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package.json')))
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

const isInstalled = () =>
  existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === lockHash();

/** Runs npm as the one that started this process, else as the one on the path. */
const npm = (args) => {
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] };
  const script = process.env.npm_execpath;
  if (script !== undefined && /npm-cli\.c?js$/.test(script) && existsSync(script))
    return spawnSync(process.execPath, [script, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
};

/** Ends the program with plain words when installing fails. */
export const ensureInstalled = () => {
  if (isInstalled()) return;
  process.stdout.write('Installing packages …\n');
  const { status } = npm([
    'install',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (status !== 0) {
    process.stderr.write(
      'npm could not install the packages. Is the npm registry reachable from here? (npm ping)\n',
    );
    process.exit(1);
  }
  mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true });
  writeFileSync(stampFile, `${lockHash()}\n`);
};
