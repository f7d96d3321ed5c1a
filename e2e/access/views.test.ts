/** The list of views (views.ts) knows every way of the program. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { views } from './views.ts';

const read = (file: string): Promise<string> =>
  readFile(new URL(`../../src/app/${file}`, import.meta.url), 'utf8');

const pathsIn = (source: string): readonly string[] =>
  [...source.matchAll(/<Route path="([^"]+)"/g)].map((found) => found[1] ?? '');

/** As the program's own lists write them: `App.tsx`, `routes.tsx`, and the views of a case in `CaseOffice.tsx`, with the meeting. */
const waysOfProgram = async (): Promise<readonly string[]> => {
  const paths = [...pathsIn(await read('App.tsx')), ...pathsIn(await read('routes.tsx'))];
  const ofCase = [...(await read('CaseOffice.tsx')).matchAll(/case '([^']*)':/g)].map(
    (found) => found[1] ?? '',
  );
  return paths.flatMap((path) => {
    if (path === '/sip/:id/:way?')
      return [...ofCase, 'mote'].map((way) => (way === '' ? '/sip/:id' : `/sip/:id/${way}`));
    const shortest = path.replace(/\/(\*|:\w+)\?$/, '');
    return path.endsWith('*?') ? [shortest] : [...new Set([shortest, path.replace('?', '')])];
  });
};

it('every way of the program has a view that is checked', async () => {
  const ways = await waysOfProgram();
  expect(ways.length).toBeGreaterThan(12);
  const known = new Set(views.map(({ way }) => way));
  expect(ways.filter((way) => !known.has(way))).toEqual([]);
});

it('no view is listed twice', () => {
  const names = views.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
