import { fileURLToPath } from 'node:url';
import { normalizePath } from 'vite';
import { describe, expect, it } from 'vitest';
import { wayFileOf } from './wayFiles.ts';

const idOf = (file: string): string =>
  normalizePath(fileURLToPath(new URL(`../../src/${file}`, import.meta.url)));

/** What imports what, where the program would stand. */
const imports: Readonly<Record<string, readonly string[]>> = {
  'app/main.tsx': ['ui/Button.tsx'],
  'app/shell/FirstStart.tsx': [],
  'app/shell/LockGate.tsx': ['ui/Field.tsx'],
  'app/openFollow.ts': ['wire.ts', 'FollowView.tsx'],
  'vault/vaultMachine.ts': [],
  'vault/unlock.ts': ['keys.ts'],
  'app/OpenCaseRoute.tsx': ['case.ts', 'wire.ts', 'ui/Button.tsx'],
  'app/HomeRoute.tsx': ['list.ts', 'case.ts', 'chips.ts'],
  'app/MeetingRoute.tsx': ['parts.ts', 'case.ts', 'chips.ts', 'ui/Field.tsx'],
  'parts.ts': ['clock.ts'],
  'clock.ts': ['parts.ts'],
  'AlmostNever.tsx': ['case.ts'],
};

const modules = new Map(
  [...Object.keys(imports), ...Object.values(imports).flat()].map((file) => [
    idOf(file),
    { importedIds: (imports[file] ?? []).map(idOf) },
  ]),
);
const fileOf = wayFileOf((id) => modules.get(id) ?? null);

describe('the files of the ways that are gone to most', () => {
  it.each([
    ['ui/Button.tsx', null],
    ['ui/Field.tsx', null],
    ['keys.ts', 'open'],
    ['case.ts', 'open'],
    ['wire.ts', 'shared'],
    ['FollowView.tsx', 'follow'],
    ['list.ts', 'home'],
    ['clock.ts', 'meeting'],
    ['chips.ts', null],
    ['AlmostNever.tsx', null],
  ])('puts %s into %s', (file, way) => {
    expect(fileOf(idOf(file))).toBe(way);
  });

  it('says so when a way begins with a file that is not there any more', () => {
    expect(() => wayFileOf(() => null)).toThrow('is no module of the program');
  });
});
