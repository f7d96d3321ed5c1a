/** The servers beside ours, from bench/package.json: brought from the npm registry when they are first asked for. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../', import.meta.url));

const read = <T>(file: string): T => JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as T;

const isThere = (): boolean => {
  const { dependencies } = read<{ readonly dependencies: Readonly<Record<string, string>> }>(
    'package.json',
  );
  return Object.entries(dependencies).every(([name, version]) => {
    const file = `node_modules/${name}/package.json`;
    return existsSync(`${folder}${file}`) && read<{ version: string }>(file).version === version;
  });
};

export const installPeers = (): void => {
  if (isThere()) return;
  console.log('Installing what the sync bench measures beside …');
  const { status } = spawnSync(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: folder,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) throw new Error('npm could not install bench/package.json.');
};
