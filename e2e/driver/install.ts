/**
 * Finds the three browsers, and installs those that are missing where apt can (Debian, Ubuntu, as root or by sudo).
 *
 * `node scripts/with-node24.mjs e2e/driver/install.ts` prints one line of JSON at the end: which are here.
 */
import { spawnSync } from 'node:child_process';
import { findChromium, findFirefox, findWebkit } from './programs.ts';
import type { EngineName } from './types.ts';

interface Wanted {
  readonly engine: EngineName;
  readonly packages: readonly string[];
  readonly isHere: () => boolean;
}

const wanted: readonly Wanted[] = [
  { engine: 'chromium', packages: ['chromium'], isHere: () => findChromium() !== null },
  { engine: 'firefox', packages: ['firefox-esr'], isHere: () => findFirefox() !== null },
  {
    engine: 'webkit',
    packages: ['webkit2gtk-driver', 'xvfb'],
    isHere: () => findWebkit() !== null,
  },
];

const missing = (): readonly Wanted[] => wanted.filter(({ isHere }) => !isHere());

const has = (program: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;

/** How to become root without being asked anything; null where that is not so. */
const asRoot = (): readonly string[] | null => {
  if (process.getuid?.() === 0) return [];
  const isAllowed =
    has('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return isAllowed ? ['sudo', '-n'] : null;
};

const install = (): void => {
  const packages = missing().flatMap((each) => each.packages);
  if (packages.length === 0) return;
  const names = packages.join(' ');
  if (!has('apt-get')) {
    console.error(`Browsers are missing, and there is no apt-get here. Install: ${names}`);
    return;
  }
  const root = asRoot();
  if (root === null) {
    console.error(
      `Browsers are missing, and installing needs root. Run: sudo apt-get install --no-install-recommends ${names}`,
    );
    return;
  }
  console.error(`Installing ${names} …`);
  const apt = (...args: readonly string[]): boolean => {
    const [program = 'apt-get', ...rest] = [...root, 'apt-get', ...args];
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

install();
const gone = missing();
for (const { engine, packages } of gone)
  console.error(`Not here: ${engine} (Debian: ${packages.join(' ')}).`);
console.log(
  JSON.stringify({
    here: wanted.filter((each) => !gone.includes(each)).map(({ engine }) => engine),
    missing: gone.map(({ engine }) => engine),
  }),
);
