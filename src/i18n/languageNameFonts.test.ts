import { readdirSync, readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { allLanguages } from './languages.ts';

/** The letters of the own names that are not Latin, by script (scripts/fonts/languageNames.py makes the files of them). */
const scripts = ['arabic', 'ethiopic', 'cyrillic'] as const;

const lettersOf = (script: string): readonly number[] =>
  [
    ...new Set(
      allLanguages
        .filter((language) => language.script === script)
        .flatMap(({ ownName }) => [...ownName].map((letter) => letter.codePointAt(0) ?? 0))
        .filter((letter) => letter > 0x24f),
    ),
  ].toSorted((one, other) => one - other);

const css = readFileSync('src/individual/languageChips.css', 'utf8');

const rangeOf = (script: string): readonly number[] => {
  const face = css.split('@font-face').find((each) => each.includes(`names-${script}.woff2`)) ?? '';
  return [...face.matchAll(/U\+([0-9A-F]+)/gu)].map(([, hex = '']) => Number.parseInt(hex, 16));
};

/** A number of seven bits a byte, the highest first (WOFF2, UIntBase128), and where the next thing begins. */
const readBase128 = (bytes: Buffer, at: number): readonly [value: number, next: number] => {
  let value = 0;
  let place = at;
  for (;;) {
    const byte = bytes.readUInt8(place);
    place += 1;
    value = value * 128 + (byte & 127);
    if (byte < 128) return [value, place];
  }
};

/** The tables of a WOFF2 file that may be written in another form: their length stands twice. */
const [cmapIndex, glyfIndex, locaIndex] = [0, 10, 11];

/** What the font can draw: the `cmap` of a WOFF2 file (https://www.w3.org/TR/WOFF2/), in format 4. */
const drawnBy = (file: string): readonly number[] => {
  const bytes = readFileSync(file);
  let at = 48;
  let offset = 0;
  let cmap: readonly [number, number] | null = null;
  for (let table = 0; table < bytes.readUInt16BE(12); table += 1) {
    const flags = bytes.readUInt8(at);
    const index = flags & 63;
    const form = flags >> 6;
    at += index === 63 ? 5 : 1;
    let length: number;
    [length, at] = readBase128(bytes, at);
    const isOther = index === glyfIndex || index === locaIndex ? form !== 3 : form !== 0;
    if (isOther) [length, at] = readBase128(bytes, at);
    if (index === cmapIndex) cmap = [offset, length];
    offset += length;
  }
  if (cmap === null) throw new Error('no cmap');
  const tables = brotliDecompressSync(bytes.subarray(at, at + bytes.readUInt32BE(20)));
  const map = tables.subarray(cmap[0], cmap[0] + cmap[1]);
  const letters = new Set<number>();
  for (let record = 0; record < map.readUInt16BE(2); record += 1) {
    const start = map.readUInt32BE(4 + record * 8 + 4);
    if (map.readUInt16BE(start) !== 4) continue;
    const segments = map.readUInt16BE(start + 6) / 2;
    for (let segment = 0; segment < segments; segment += 1) {
      const last = map.readUInt16BE(start + 14 + segment * 2);
      const first = map.readUInt16BE(start + 16 + (segments + segment) * 2);
      for (let letter = first; letter <= last && letter < 0xffff; letter += 1) letters.add(letter);
    }
  }
  return [...letters].toSorted((one, other) => one - other);
};

describe.each(scripts)('the names of the languages in %s', (script) => {
  const file = `public/fonts/language-names-${script}.woff2`;

  it('are drawn with a font that has every letter of them, and is asked for by those letters alone', () => {
    const letters = lettersOf(script);
    expect(letters.length).toBeGreaterThan(3);
    expect(rangeOf(script)).toEqual(letters);
    expect(drawnBy(file)).toEqual(letters);
  });
});

it('keeps on every device a few kB of them', () => {
  const files = readdirSync('public/fonts').filter((name) => name.startsWith('language-names'));
  expect(files.toSorted()).toEqual(
    scripts.map((script) => `language-names-${script}.woff2`).toSorted(),
  );
  const size = files.reduce((sum, name) => sum + readFileSync(`public/fonts/${name}`).length, 0);
  expect(size).toBeLessThan(10_000);
});
