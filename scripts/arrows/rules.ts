/**
 * Who may import whom (docs/architecture.md). Domain folders know nothing of keys, storage or network; plumbing knows
 * nothing of plans and meetings; `cases` alone joins the two. Read by `.dependency-cruiser.mjs` and `checkArrows.ts`.
 */
import type { IForbiddenRuleType } from 'dependency-cruiser';

/** Folder of `src/` → the other folders of `src/` that it may import. Folders not named here may not exist. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  // Domain.
  plan: ['shared'],
  consent: ['shared'],
  meeting: ['shared', 'plan', 'consent'],
  process: ['shared', 'plan', 'consent', 'meeting'],
  mapping: ['shared', 'plan', 'consent'],
  statistics: ['shared', 'plan', 'consent', 'meeting', 'process'],
  // Plumbing.
  protocol: ['shared'],
  vault: ['shared', 'protocol'],
  storage: ['shared', 'protocol', 'vault'],
  sync: ['shared', 'protocol', 'vault', 'storage'],
  // What knows neither.
  ui: ['shared', 'i18n'],
  i18n: ['shared'],
  pwa: ['shared'],
  // What joins them.
  cases: [
    'shared',
    'plan',
    'consent',
    'meeting',
    'process',
    'protocol',
    'vault',
    'storage',
    'sync',
  ],
  individual: ['shared', 'plan', 'consent', 'meeting', 'process', 'cases', 'ui', 'i18n', 'pwa'],
  handover: ['shared', 'plan', 'consent', 'meeting', 'process', 'cases', 'ui', 'i18n'],
  practice: ['shared', 'plan', 'consent', 'meeting', 'process', 'cases', 'ui', 'i18n'],
  app: ['*'],
};

/** `views/` of a domain folder may also know these. */
const viewsMayImport = ['ui', 'i18n', 'pwa'];

const domain = ['plan', 'consent', 'meeting', 'process', 'mapping', 'statistics'];

const tests = String.raw`\.test\.tsx?$`;

const oneOf = (folders: readonly string[]): string => `(${folders.join('|')})`;

const folderRules = Object.entries(mayImport)
  .filter(([, allowed]) => !allowed.includes('*'))
  .flatMap(([folder, allowed]): IForbiddenRuleType[] => {
    const rule = (name: string, from: IForbiddenRuleType['from'], to: readonly string[]) => ({
      name,
      severity: 'error' as const,
      from,
      to: { path: '^src/', pathNot: `^src/${oneOf([folder, ...to])}/` },
    });
    if (!domain.includes(folder))
      return [rule(`${folder}-imports-only`, { path: `^src/${folder}/` }, allowed)];
    const views = `^src/${folder}/views/`;
    return [
      // A test of a domain folder may read the words that its keys stand for.
      rule(`${folder}-imports-only`, { path: `^src/${folder}/`, pathNot: [views, tests] }, allowed),
      rule(`${folder}-tests-import-only`, { path: `^src/${folder}/.*${tests}` }, [
        ...allowed,
        ...viewsMayImport,
      ]),
      rule(`${folder}-views-import-only`, { path: views }, [...allowed, ...viewsMayImport]),
    ];
  });

/** A package that only some files may use. */
const onlyIn = (name: string, packages: string, where: string): IForbiddenRuleType => ({
  name,
  severity: 'error',
  from: { path: '^src/', pathNot: [where, tests] },
  to: { path: `(^|/)node_modules/${packages}/` },
});

export const forbidden: readonly IForbiddenRuleType[] = [
  ...folderRules,
  {
    name: 'no-folder-unknown',
    comment: 'A new folder needs its place among the arrows.',
    severity: 'error',
    from: {},
    to: { path: '^src/', pathNot: `^src/${oneOf(Object.keys(mayImport))}/` },
  },
  {
    name: 'server-imports-only',
    severity: 'error',
    from: { path: '^server/' },
    to: { path: '^src/', pathNot: '^src/(protocol|shared)/' },
  },
  {
    name: 'app-not-server',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^(server|scripts|e2e|bench)/' },
  },
  {
    name: 'no-node-in-the-browser',
    severity: 'error',
    from: { path: '^src/', pathNot: tests },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'no-circle',
    severity: 'error',
    from: {},
    // Types may know each other; code that runs may not go in a circle.
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-missing',
    severity: 'error',
    from: {},
    // A file that Vite hands out by its address (`?url`) is no module.
    to: { couldNotResolve: true, pathNot: ['^virtual:', '\\?url$'] },
  },
  onlyIn('yjs-only-in-the-document', '(yjs|lib0|y-protocols)', '^src/plan/document'),
  onlyIn('dexie-only-in-storage', 'dexie', '^src/storage/'),
  onlyIn('argon2-only-in-the-vault', 'hash-wasm', '^src/vault/'),
  onlyIn(
    'views-only-in-views',
    '(preact|react|react-dom|wouter|@xstate/react|@preact)',
    '^src/(app|ui|i18n|individual|handover|practice|cases|pwa)/|/views/',
  ),
];

/** Told apart from the rules, since dependency-cruiser wants them beside. */
export const options = {
  doNotFollow: { path: 'node_modules' },
  tsPreCompilationDeps: true,
  enhancedResolveOptions: {
    extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    exportsFields: ['exports'],
    conditionNames: ['import', 'browser', 'default'],
  },
};
