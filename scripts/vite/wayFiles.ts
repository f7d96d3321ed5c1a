/**
 * One file for what each of the ways that are gone to most needs, where the bundler by itself makes forty: many small files
 * are larger on the way, as each is packed alone. What a lighter way needs too stays out of it.
 */
import { fileURLToPath } from 'node:url';
import { normalizePath, type Rolldown } from 'vite';

const root = new URL('../../', import.meta.url);

/** Before a vault is open, as little as can be: what these need is in no file of another way. */
const light = ['src/app/main.tsx', 'src/app/shell/FirstStart.tsx', 'src/app/shell/LockGate.tsx'];

/** What each way begins with. */
const ways = {
  /** A phone that follows: no vault, and no case. */
  follow: ['src/app/openFollow.ts'],
  open: ['src/vault/vaultMachine.ts', 'src/vault/unlock.ts', 'src/app/OpenCaseRoute.tsx'],
  home: ['src/app/HomeRoute.tsx'],
  meeting: ['src/app/MeetingRoute.tsx'],
} as const;

type Way = keyof typeof ways;
type GetModule = (id: string) => { readonly importedIds: readonly string[] } | null;

/** All that is loaded with these. */
const withImports = (getModule: GetModule, files: readonly string[]): ReadonlySet<string> => {
  const waiting = files.map((file) => normalizePath(fileURLToPath(new URL(file, root))));
  const found = new Set<string>();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    const module = getModule(id);
    if (module === null) throw new Error(`${id} is no module of the program: see wayFiles.ts.`);
    found.add(id);
    waiting.push(...module.importedIds);
  }
  return found;
};

/** The file that a module is put into; null where the bundler finds one. */
export const wayFileOf = (getModule: GetModule): ((id: string) => string | null) => {
  const before = withImports(getModule, light);
  const reached = Object.entries(ways).map(
    ([way, files]) => [way as Way, withImports(getModule, files)] as const,
  );
  return (id) => {
    if (before.has(id)) return null;
    const by = reached.flatMap(([way, modules]) => (modules.has(id) ? way : []));
    // Whoever is at home or in a meeting has opened, or soon will.
    if (by.includes('open')) return by.includes('follow') ? 'shared' : 'open';
    return by.length === 1 ? (by[0] ?? null) : null;
  };
};

export const wayFiles = (): Rolldown.CodeSplittingGroup => {
  let fileOf: ReturnType<typeof wayFileOf> | null = null;
  return {
    debugName: 'ways',
    name: (id, context) => {
      fileOf ??= wayFileOf((module) => context.getModuleInfo(module));
      return fileOf(id);
    },
    includeDependenciesRecursively: false,
  };
};
