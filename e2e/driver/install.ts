/**
 * Finds the three browsers, and installs those that are missing where apt can (Debian, Ubuntu, as root or by sudo).
 *
 * `node scripts/with-node24.mjs e2e/driver/install.ts` prints one line of JSON at the end: which are here.
 */
import { installPackages } from '../../scripts/lib/apt.ts';
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

installPackages(missing().flatMap((each) => each.packages));
const gone = missing();
for (const { engine, packages } of gone)
  console.error(`Not here: ${engine} (Debian: ${packages.join(' ')}).`);
console.log(
  JSON.stringify({
    here: wanted.filter((each) => !gone.includes(each)).map(({ engine }) => engine),
    missing: gone.map(({ engine }) => engine),
  }),
);
