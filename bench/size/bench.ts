/** JavaScript by gzip, without the service worker, languages and wasm (design.md 9). */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Bench, Figure } from '../bench.ts';
import { type Bundle, buildBundle, type Chunk, neededFor } from '../lib/bundle.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** What is loaded for a screen besides `index.html`'s own: the modules its ways import when they are gone to. */
const screens = {
  firstStart: ['src/app/shell/FirstStart.tsx'],
  locked: ['src/app/shell/LockGate.tsx'],
  home: ['src/vault/vaultMachine.ts', 'src/vault/unlock.ts', 'src/app/HomeRoute.tsx'],
  meeting: [
    'src/vault/vaultMachine.ts',
    'src/vault/unlock.ts',
    'src/app/OpenCaseRoute.tsx',
    'src/app/MeetingRoute.tsx',
  ],
  practice: ['src/app/PracticeRoute.tsx', 'src/app/MeetingRoute.tsx'],
  follow: ['src/app/openFollow.ts'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const limits = { first: 100, meeting: 175, all: 330, ownFirst: 25, ownMeeting: 65 } as const;

const kB = (bytes: number): number => bytes / 1000;

const sum = (chunks: Iterable<Chunk>, of: 'gzip' | 'own'): number => {
  let bytes = 0;
  for (const chunk of chunks) if (!chunk.isLanguage) bytes += chunk[of];
  return kB(bytes);
};

const screen = (
  bundle: Bundle,
  name: string,
  modules: readonly string[],
  most?: { readonly all: number; readonly own: number },
): readonly Figure[] => {
  const needed = neededFor(bundle, modules);
  return [
    {
      name,
      value: sum(needed, 'gzip'),
      unit: 'kB',
      ...(most !== undefined && { limit: { most: most.all } }),
    },
    {
      name: `${name}, own code`,
      value: sum(needed, 'own'),
      unit: 'kB',
      ...(most !== undefined && { limit: { most: most.own } }),
    },
  ];
};

const run = async (): Promise<readonly Figure[]> => {
  const bundle = await buildBundle();
  const first = { all: limits.first, own: limits.ownFirst };
  const meeting = { all: limits.meeting, own: limits.ownMeeting };
  const workers = kB(bundle.workers.reduce((bytes, { gzip }) => bytes + gzip, 0));
  const languages = bundle.chunks.filter(({ isLanguage }) => isLanguage);
  const files = [...bundle.chunks, ...bundle.workers];
  const firstLanguages = [...neededFor(bundle, screens.firstStart)].filter(
    ({ isLanguage }) => isLanguage,
  );
  const texts = kB(firstLanguages.reduce((bytes, { gzip }) => bytes + gzip, 0));
  return [
    ...screen(bundle, 'first screen, no vault yet (Välkommen)', screens.firstStart, first),
    ...screen(bundle, 'first screen, locked (Låst)', screens.locked, first),
    ...screen(bundle, 'home after unlock', screens.home),
    ...screen(bundle, 'running meeting', screens.meeting, meeting),
    ...screen(bundle, 'running meeting in practice', screens.practice),
    ...screen(bundle, 'a phone that follows', screens.follow),
    {
      name: 'all, with the worker for passwords',
      value: sum(bundle.chunks, 'gzip') + workers,
      unit: 'kB',
      limit: { most: limits.all },
    },
    { name: 'all, own code', value: sum(bundle.chunks, 'own'), unit: 'kB' },
    { name: 'of these: the worker for passwords', value: workers, unit: 'kB' },
    {
      name: 'not counted: languages',
      value: kB(languages.reduce((bytes, { gzip }) => bytes + gzip, 0)),
      unit: 'kB',
    },
    { name: 'languages, files', value: languages.length, unit: 'count' },
    {
      name: 'languages, the largest',
      value: kB(Math.max(...languages.map(({ gzip }) => gzip))),
      unit: 'kB',
    },
    // However many there are, the first screen waits for its own alone.
    {
      name: 'first screen: files of languages',
      value: firstLanguages.length,
      unit: 'count',
      limit: { most: 1 },
    },
    { name: 'first screen: its texts', value: texts, unit: 'kB' },
    { name: 'files', value: files.length, unit: 'count' },
    {
      name: 'files that dist/ does not have',
      value: files.filter(({ file }) => !existsSync(`${dist}${file}`)).length,
      unit: 'count',
    },
  ];
};

export const bench: Bench = { title: 'JavaScript, gzip -9, 1 kB = 1,000 bytes', run };
