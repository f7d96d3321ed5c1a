import type { Example } from './example.ts';

/** Every component's examples by the component's name; a new folder is found by itself. */
export const allExamples: ReadonlyMap<string, readonly Example[]> = new Map(
  Object.entries(
    import.meta.glob<readonly Example[]>('./*/*.examples.tsx', { import: 'examples', eager: true }),
  ).map(([path, examples]) => [path.split('/')[1] ?? path, examples]),
);
