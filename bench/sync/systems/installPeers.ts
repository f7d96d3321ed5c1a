/** The servers beside ours, from bench/package.json: brought from the npm registry when they are first asked for. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../', import.meta.url));

const read = (file: string): string | null => {
  try {
    return readFileSync(`${folder}${file}`, 'utf8');
  } catch {
    return null;
  }
};

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}

const versionsOf = (text: string | null): string => {
  if (text === null) return '';
  const { packages } = JSON.parse(text) as Lock;
  const own = Object.entries(packages).filter(([name]) => name !== '');
  return own
    .map(([name, { version }]) => `${name} ${version}`)
    .sort()
    .join('\n');
};

const isThere = (): boolean =>
  versionsOf(read('package-lock.json')) === versionsOf(read('node_modules/.package-lock.json'));

export const installPeers = (): void => {
  if (isThere()) return;
  console.log('Installing what the sync bench measures beside …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm could not install bench/package.json.');
};
