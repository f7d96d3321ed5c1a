/** Keys and views fit together: what is used is there (the types say so too), what is there is used. */
import { expect, it } from 'vitest';
import { allTexts } from './allTexts.ts';

const sources = import.meta.glob<string>(['../**/*.ts', '../**/*.tsx', '!../**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

const namespaces = [...new Set(allTexts.map(({ namespace }) => namespace))].join('|');
const known = new Set(allTexts.map(({ key }) => key.replace(/_(?:one|other)$/u, '')));

const literals = [
  new RegExp(`(['"])((?:${namespaces}):[^'"\\s]+)\\1`, 'gu'),
  new RegExp(`(\`)((?:${namespaces}):(?:\\$\\{[^}]*\\}|[^\`$\\s])+)\``, 'gu'),
];
const comments = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gmu;
const used = Object.values(sources).flatMap((source) =>
  literals.flatMap((literal) =>
    [...source.replace(comments, '').matchAll(literal)].map((found) => found[2] ?? ''),
  ),
);

/** A key with values in it stands for every key of its form; a value is one step of the path. */
function formOf(key: string): RegExp {
  const pieces = key
    .split(/\$\{[^}]*\}/u)
    .map((piece) => piece.replace(/[.*+?^$()|[\]\\]/gu, '\\$&'));
  return new RegExp(`^${pieces.join('[^:.]+')}$`, 'u');
}

// `namespace:${string}` is a type.
const forms = [...new Set(used.filter((key) => key.includes('${') && !/\$\{string\}/u.test(key)))];
const plain = new Set(used.filter((key) => !key.includes('${')));

it('finds the sources it looks through', () => {
  expect(Object.keys(sources).length).toBeGreaterThan(50);
  expect(plain.size).toBeGreaterThan(50);
});

it('has every text that a view asks for', () => {
  const missing = [...plain].filter((key) => !known.has(key));
  const keys = [...known];
  const empty = forms.filter((form) => {
    const isOf = formOf(form);
    return !keys.some((key) => isOf.test(key));
  });
  expect([...missing, ...empty]).toEqual([]);
});

it('has no text that nobody asks for', () => {
  const asked = forms.map(formOf);
  const unused = [...known].filter(
    (key) => !plain.has(key) && !asked.some((form) => form.test(key)),
  );
  expect(unused).toEqual([]);
});
