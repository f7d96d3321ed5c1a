import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allLanguages } from './languages.ts';
import { fontFilesOf } from './scriptFonts.ts';

const files = readdirSync('public/fonts/scripts').filter((name) => name.endsWith('.woff2'));
const css = readFileSync('src/ui/fonts.css', 'utf8');

it('names for each language the files that lie there and that the page can ask for, and no others', () => {
  const named = new Set(allLanguages.flatMap(({ code }) => fontFilesOf(code)));
  expect([...named].sort()).toEqual(files.map((name) => `/fonts/scripts/${name}`).sort());
  const asked = [...css.matchAll(/url\('(\/fonts\/scripts\/[^']+)'\)/gu)].map(([, path]) => path);
  expect(new Set(asked)).toEqual(named);
});

it('needs none for Latin letters, and regular and bold for the others', () => {
  expect(fontFilesOf('so')).toEqual([]);
  for (const code of ['ar', 'fa-AF', 'ckb', 'ti', 'uk'] as const) {
    expect(fontFilesOf(code).length).toBeGreaterThanOrEqual(2);
  }
});

it('fetches none of them for Swedish text', () => {
  const swedish = [
    0x20, 0x2d, 0xa0, 0xad, 0xe5, 0x2009, 0x2011, 0x2013, 0x2019, 0x201d, 0x2026, 0x2028,
  ];
  const faces = css.split('@font-face').filter((face) => face.includes('/fonts/scripts/'));
  const ranges = faces.flatMap((face) =>
    [...face.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gu)].map(([, from = '', to = from]) => [
      Number.parseInt(from, 16),
      Number.parseInt(to, 16),
    ]),
  );
  expect(ranges.length).toBeGreaterThan(20);
  const covered = swedish.filter((sign) =>
    ranges.some(([from = 0, to = 0]) => from <= sign && sign <= to),
  );
  expect(covered).toEqual([]);
});
