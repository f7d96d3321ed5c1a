import { describe, expect, it } from 'vitest';
import { lix } from '../../i18n/lix.ts';
import swedish from '../../i18n/locales/sv/coded.json' with { type: 'json' };
import easy from '../../i18n/locales/sv-x-lattlast/coded.json' with { type: 'json' };
import { codedSearchWords } from '../../i18n/locales/words/codedSearch.ts';
import { catalogue, codedKinds, codedOf } from './catalogue.ts';
import { codedKeys } from './codedKeys.ts';
import released from './released.txt?raw';

const drawn = import.meta.glob<string>('../../ui/Picture/drawings.svg', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const drawings = [
  ...Object.values(drawn)
    .join('')
    .matchAll(/<symbol id="([^"]+)"/gu),
].map(([, name]) => name);
const languages = { sv: swedish.item, 'sv-x-lattlast': easy.item };

describe('the catalogue', () => {
  it('holds the usual words of each kind', () => {
    const count = (wanted: string): number =>
      catalogue.filter(({ kind }) => kind === wanted).length;
    expect(codedKinds.map((kind) => [kind, count(kind)])).toEqual([
      ['help', expect.toSatisfy((n: number) => n >= 60)],
      ['area', expect.toSatisfy((n: number) => n >= 12)],
      ['timing', expect.toSatisfy((n: number) => n >= 15)],
      ['function', expect.toSatisfy((n: number) => n >= 25)],
      ['service', expect.toSatisfy((n: number) => n >= 15)],
    ]);
    expect(catalogue.length).toBeGreaterThanOrEqual(120);
  });

  it('gives each an id of its own, in small letters and hyphens', () => {
    const ids = catalogue.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(?:-[a-z]+)*(?:-\d+)?$/u.test(id))).toEqual([]);
    expect(ids.every((id) => codedOf(id)?.id === id)).toBe(true);
    expect(codedOf('from-a-newer-program')).toBeNull();
  });

  it('keeps every id that was once released, with its kind and its Swedish name', () => {
    const lines = released.trim().split('\n');
    const here = catalogue.map(({ id, kind }) => `${kind} ${id} ${swedish.item[id].name}`);
    expect(lines.filter((line) => !here.includes(line))).toEqual([]);
    expect(here.filter((line) => !lines.includes(line))).toEqual([]);
  });

  it('has a drawn picture for each', () => {
    expect(drawings.length).toBeGreaterThan(40);
    expect(catalogue.filter(({ picture }) => !drawings.includes(picture))).toEqual([]);
  });

  it('can be found by words of its own, in small letters', () => {
    expect(Object.keys(codedSearchWords).sort()).toEqual(catalogue.map(({ id }) => id).sort());
    const wrong = Object.values(codedSearchWords).filter(
      (words) => words === '' || words !== words.toLowerCase() || /\s{2}|^\s|\s$/u.test(words),
    );
    expect(wrong).toEqual([]);
  });
});

describe.each(Object.entries(languages))('the coded words in %s', (_, items) => {
  const texts: Readonly<Record<string, { readonly name: string; readonly plain: string }>> = items;

  it('are all named and explained, and no others', () => {
    expect(Object.keys(texts)).toEqual(catalogue.map(({ id }) => id));
    expect(codedKeys('mat-hem').plain).toBe('coded:item.mat-hem.plain');
  });

  it('have each a name and an explanation that no other has', () => {
    const names = Object.values(texts).map(({ name }) => name);
    const explanations = Object.values(texts).map(({ plain }) => plain);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(new Set(explanations).size).toBe(explanations.length);
  });

  it('are each explained in words that are easy to read', () => {
    const hard = Object.values(texts).filter(({ plain }) => lix([plain]) >= 30);
    expect(hard).toEqual([]);
  });
});

it('explains each in two ways: plain, and easier', () => {
  const ids = catalogue.map(({ id }) => id);
  expect(ids.filter((id) => swedish.item[id].plain === easy.item[id].plain)).toEqual([]);
});
