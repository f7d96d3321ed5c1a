// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import drawings from './drawings.svg?raw';
import { Picture } from './Picture.tsx';
import { pictureNames } from './pictureNames.ts';

afterEach(cleanup);

// Not `?raw`: styles are empty in tests.
const style = readFileSync('src/ui/Picture/Picture.css', 'utf8');
const file = new DOMParser().parseFromString(drawings, 'image/svg+xml');
const symbols = [...file.querySelectorAll('symbol')];
const sources = Object.entries(
  import.meta.glob<string>('/src/**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }),
)
  .filter(([path]) => !/\.test\.|\.examples\.|\/pictureNames\.ts$|\/codedPicture\.ts$/u.test(path))
  .map(([, source]) => source)
  .join('\n');

/** The views put these names together of a kind and what they have. */
const composed = /^(?:face|answer)-|^area-farm$/u;

describe('Picture', () => {
  it('has a name for every drawing and a drawing for every name', () => {
    expect(symbols.map(({ id }) => id)).toEqual([...pictureNames]);
  });

  it.each(symbols.map((symbol) => [symbol.id, symbol] as const))(
    'is drawn by one hand: %s',
    (_, symbol) => {
      expect(symbol.getAttribute('viewBox')).toBe('0 0 96 96');
      expect(symbol.querySelector('title')?.textContent).toMatch(/\p{L}{2}/u);
      const drawn = symbol.innerHTML;
      expect(drawn).toContain('stroke="currentColor"');
      expect(drawn).toContain('stroke-width="var(--pen, 5)"');
      expect(drawn).not.toMatch(/style=|<style|<script|href|url\(/u);
      // Ink and felt, and no other colour: forced colours and one colour carry it.
      expect(drawn.match(/(?:fill|stroke)="(?!none|currentColor|var\(--felt)[^"]*"/gu)).toBeNull();
    },
  );

  it.each(symbols.map((symbol) => [symbol.id, symbol.innerHTML] as const))(
    'has one felt for a grown-up and two for a child: %s',
    (_, drawn) => {
      const two = drawn.includes('var(--child, none)');
      expect(drawn.includes('var(--grown, inline)')).toBe(two);
      const [grown = '', child = grown] = drawn.split('var(--child, none)');
      expect(grown.match(/var\(--felt, #F1EADD\)/gu)).toHaveLength(1);
      if (two) expect(grown).not.toContain('--felt-second');
      expect(child.match(/var\(--felt, #F1EADD\)/gu)).toHaveLength(1);
      expect(child.match(/var\(--felt-second, none\)/gu)).toHaveLength(1);
    },
  );

  it('is well-formed, or a browser would show nothing and say nothing', () => {
    const open: string[] = [];
    for (const [, ends, name, closed] of drawings.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/gu)) {
      if (ends === '/') expect(open.pop()).toBe(name);
      else if (closed !== '/') open.push(name ?? '');
    }
    expect(open).toEqual([]);
  });

  it.each(pictureNames.filter((name) => !composed.test(name)))('is used by a view: %s', (name) => {
    expect(sources).toMatch(new RegExp(`['"]${name}['"]`, 'u'));
  });

  it('is silent beside a text, and an image with a name alone', () => {
    const { container, rerender } = render(<Picture name="thing-call" part={5} />);
    expect(screen.queryByRole('img')).toBeNull();
    expect(container.querySelector('use')?.getAttribute('href')).toMatch(
      /drawings\.svg#thing-call$/u,
    );
    rerender(<Picture name="thing-call" label="Ring" />);
    expect(screen.getByRole('img', { name: 'Ring' })).toBeTruthy();
  });

  it('is the child’s by CSS alone, and has no felt in forced colours', () => {
    const [, child = ''] = style.match(/\[data-pictures='child'\] \.picture \{([^}]*)\}/u) ?? [];
    expect(child).toMatch(/--pen: 7;[^}]*--grown: none;[^}]*--child: inline;/u);
    expect(child).toContain('--felt-second: var(--part-second)');
    const forced = style.slice(style.indexOf('forced-colors: active'));
    expect(forced).toMatch(/--felt: Canvas;\s*--felt-second: Canvas;/u);
  });
});
