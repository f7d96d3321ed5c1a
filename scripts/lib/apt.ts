/** Installs packages of Debian or Ubuntu where that needs no question: as root, or by sudo without a password. */
import { spawnSync } from 'node:child_process';

const has = (program: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;

/** How to become root without being asked anything; null where that is not so. */
const asRoot = (): readonly string[] | null => {
  if (process.getuid?.() === 0) return [];
  const isAllowed =
    has('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return isAllowed ? ['sudo', '-n'] : null;
};

/** Says on stderr what it does, and what it could not do. Look afterwards whether what you need is here. */
export const installPackages = (packages: readonly string[]): void => {
  if (packages.length === 0) return;
  const names = packages.join(' ');
  if (!has('apt-get')) {
    console.error(`Missing: ${names}; there is no apt-get here. Install it in your own way.`);
    return;
  }
  const root = asRoot();
  if (root === null) {
    console.error(
      `Missing: ${names}; installing needs root. Run: sudo apt-get install --no-install-recommends ${names}`,
    );
    return;
  }
  console.error(`Installing ${names} …`);
  const apt = (...args: readonly string[]): boolean => {
    // Two who install at the same time wait for each other.
    const [program = 'apt-get', ...rest] = [
      ...root,
      'apt-get',
      '-o',
      'DPkg::Lock::Timeout=300',
      ...args,
    ];
    const result = spawnSync(program, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return result.status === 0;
  };
  if (!apt('update')) console.error('apt-get update failed; trying with the lists that are here.');
  if (!apt('install', '-y', '--no-install-recommends', ...packages))
    console.error(`apt-get could not install ${names}.`);
};
