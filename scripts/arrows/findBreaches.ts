/** Runs dependency-cruiser over a work tree, and searches its sources for what no import shows. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type IReporterOutput } from 'dependency-cruiser';
import { forbidden, options } from './rules.ts';

export interface Breach {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export interface Arrows {
  /** How many files of our own were looked at. */
  readonly modules: number;
  readonly breaches: readonly Breach[];
}

const byImports = async (root: string): Promise<Arrows> => {
  const folders = ['src', 'server'].filter(
    (folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }).length > 0,
  );
  const result: IReporterOutput = await cruise(folders, {
    ...options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: [...forbidden] },
  });
  if (typeof result.output === 'string') throw new Error('dependency-cruiser gave only text.');
  const { modules, summary } = result.output;
  return {
    modules: modules.filter(({ source }) => /^(src|server)\/.*\.tsx?$/.test(source)).length,
    breaches: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
};

/** What only one folder may touch, by the words that it takes. */
const touched = [
  {
    rule: 'crypto-only-in-the-vault',
    pattern: /\bcrypto\s*\.\s*subtle\b/,
    // Whether keys can be made at all, and the sums of the program's own files.
    allowed: /^src\/(vault\/|pwa\/(readiness|keptFiles)\.ts$)/,
  },
  {
    rule: 'indexeddb-only-in-storage',
    pattern: /\bindexedDB\s*\./,
    allowed: /^src\/storage\//,
  },
  {
    rule: 'network-only-in-sync',
    pattern: /\bfetch\s*\(|\bnew\s+(WebSocket|EventSource|XMLHttpRequest)\b|\bsendBeacon\s*\(/,
    // Besides, the program's own files are fetched again when a browser has cleared them.
    allowed: /^src\/(sync\/|pwa\/ownFiles\.ts$)/,
  },
  {
    rule: 'no-address-of-others',
    pattern: /['"`](https?:)?\/\/(?!localhost|www\.w3\.org\/)[a-z0-9]/,
    allowed: /^$/,
  },
  {
    rule: 'nothing-in-clear-storage',
    pattern: /\b(localStorage|sessionStorage)\s*[.[]/,
    // What anybody may read: colours and text size of this device, and that others see this window's screen. Both are
    // handed the storage in `main.tsx`; whether a vault was ever here is kept by `storage/vaultMarker.ts`.
    allowed: /^src\/app\/(appearance|seenScreen)\.ts$/,
  },
  {
    rule: 'no-markup-from-text',
    pattern: /dangerouslySetInnerHTML|\.innerHTML\s*=|insertAdjacentHTML|document\.write\b/,
    allowed: /^$/,
  },
] as const;

const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');

const byWords = (root: string): Breach[] =>
  globSync('src/**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .sort()
    .flatMap((file) => {
      const source = withoutComments(readFileSync(join(root, file), 'utf8'));
      return touched
        .filter(({ pattern, allowed }) => !allowed.test(file) && pattern.test(source))
        .map(({ rule, pattern }) => ({ rule, from: file, to: pattern.exec(source)?.[0] ?? '' }));
    });

/** @param root the work tree, absolute */
export const findBreaches = async (root: string): Promise<Arrows> => {
  const { modules, breaches } = await byImports(root);
  return { modules, breaches: [...breaches, ...byWords(root)] };
};
