import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Arrows, findBreaches } from './findBreaches.ts';

/** Inside of the project, so that its packages are found. */
const cache = fileURLToPath(new URL('../../.cache', import.meta.url));

/** A small program in which each file does one thing that it must not. */
const breaches: readonly (readonly [file: string, source: string, rule: string])[] = [
  ['src/plan/a.ts', "import '../vault/key.ts';", 'plan-imports-only'],
  [
    'src/plan/b.ts',
    "import type { Key } from '../vault/key.ts'; export type K = Key;",
    'plan-imports-only',
  ],
  ['src/consent/a.ts', "import '../plan/good.ts';", 'consent-imports-only'],
  ['src/meeting/a.ts', "import '../storage/good.ts';", 'meeting-imports-only'],
  ['src/meeting/b.ts', "import '../ui/good.ts';", 'meeting-imports-only'],
  ['src/meeting/views/a.ts', "import '../../cases/good.ts';", 'meeting-views-import-only'],
  ['src/meeting/a.test.ts', "import '../cases/good.ts';", 'meeting-tests-import-only'],
  ['src/vault/a.ts', "import '../storage/good.ts';", 'vault-imports-only'],
  ['src/storage/a.ts', "import '../plan/good.ts';", 'storage-imports-only'],
  ['src/protocol/a.ts', "import '../vault/key.ts';", 'protocol-imports-only'],
  ['src/ui/a.ts', "import '../meeting/good.ts';", 'ui-imports-only'],
  ['src/i18n/a.ts', "import '../ui/good.ts';", 'i18n-imports-only'],
  ['src/individual/a.ts', "import '../vault/key.ts';", 'individual-imports-only'],
  ['src/shared/a.ts', "import '../plan/good.ts';", 'shared-imports-only'],
  ['src/cases/a.ts', "import '../app/good.ts';", 'cases-imports-only'],
  ['src/other/a.ts', 'export {};', 'no-folder-unknown'],
  ['src/app/usesOther.ts', "import '../other/a.ts';", 'no-folder-unknown'],
  ['server/a.ts', "import '../src/plan/good.ts';", 'server-imports-only'],
  ['src/app/b.ts', "import '../../server/good.ts';", 'app-not-server'],
  ['src/app/c.ts', "import 'node:fs';", 'no-node-in-the-browser'],
  ['src/app/d.ts', "import './missing.ts';", 'no-missing'],
  ['src/app/e.ts', "import './f.ts'; export const e = 1;", 'no-circle'],
  ['src/plan/c.ts', "import * as Y from 'yjs'; export { Y };", 'yjs-only-in-the-document'],
  ['src/app/g.ts', "import Dexie from 'dexie'; export { Dexie };", 'dexie-only-in-storage'],
  [
    'src/app/h.ts',
    "import { argon2id } from 'hash-wasm'; export { argon2id };",
    'argon2-only-in-the-vault',
  ],
  ['src/plan/d.ts', "import { h } from 'preact'; export { h };", 'views-only-in-views'],
  ['src/cases/b.ts', 'export const x = () => crypto.subtle;', 'crypto-only-in-the-vault'],
  ['src/cases/c.ts', "export const x = () => indexedDB.open('x');", 'indexeddb-only-in-storage'],
  ['src/cases/d.ts', "export const x = () => fetch('/x');", 'network-only-in-sync'],
  ['src/cases/e.ts', "export const x = 'https://example.org/';", 'no-address-of-others'],
  [
    'src/cases/f.ts',
    "export const x = () => localStorage.getItem('x');",
    'nothing-in-clear-storage',
  ],
  [
    'src/cases/g.ts',
    "export const x = (e: Element) => { e.innerHTML = 'x'; };",
    'no-markup-from-text',
  ],
];

/** What the breaches above lean on, and what is allowed. */
const good: readonly (readonly [file: string, source: string])[] = [
  [
    'src/vault/key.ts',
    'export interface Key { readonly id: string }\nexport const x = () => crypto.subtle;',
  ],
  [
    'src/storage/good.ts',
    "import Dexie from 'dexie';\nimport '../vault/key.ts';\nexport { Dexie };",
  ],
  ['src/plan/good.ts', "import '../shared/good.ts';"],
  ['src/plan/documentGood.ts', "import * as Y from 'yjs';\nexport { Y };"],
  ['src/meeting/good.ts', "import '../plan/good.ts';"],
  [
    'src/meeting/views/good.ts',
    "import { h } from 'preact';\nimport '../../ui/good.ts';\nexport { h };",
  ],
  [
    'src/shared/good.ts',
    "// A comment may name fetch() and https://example.org.\nexport const namespace = 'http://www.w3.org/2000/svg';",
  ],
  ['src/ui/good.ts', "import '../i18n/good.ts';"],
  ['src/i18n/good.ts', "import '../shared/good.ts';"],
  ['src/cases/good.ts', "import '../plan/good.ts';\nimport '../storage/good.ts';"],
  ['src/app/f.ts', "import './e.ts';\nexport const f = 1;"],
  ['src/app/good.ts', "import '../cases/good.ts';"],
  ['server/good.ts', "import '../src/shared/good.ts';"],
];

let folder: string;
let found: Arrows;

beforeAll(async () => {
  await mkdir(cache, { recursive: true });
  folder = await mkdtemp(join(cache, 'arrows-'));
  for (const [file, source] of [...breaches, ...good]) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), source);
  }
  found = await findBreaches(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('an arrow that is broken is found', () => {
  it('sees every file', () => {
    expect(found.modules).toBe(breaches.length + good.length);
  });

  it.each(breaches.filter(([file]) => file !== 'src/other/a.ts'))(
    '%s: %s',
    (file, _source, rule) => {
      expect(
        found.breaches.filter(({ from }) => from === file).map((breach) => breach.rule),
      ).toContain(rule);
    },
  );

  it('finds nothing where nothing is broken', () => {
    const files = good.map(([file]) => file);
    expect(found.breaches.filter(({ from }) => files.includes(from))).toEqual([]);
  });
});
