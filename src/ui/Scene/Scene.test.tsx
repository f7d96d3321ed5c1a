// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Scene } from './Scene.tsx';
import { sceneNames } from './sceneNames.ts';
import source from './scenes.svg?raw';

afterEach(cleanup);

const file = new DOMParser().parseFromString(source, 'image/svg+xml');
const symbols = [...file.querySelectorAll('symbol')];

describe('Scene', () => {
  it('has a drawing for every name and a name for every drawing', () => {
    expect(symbols.map(({ id }) => id)).toEqual([...sceneNames]);
  });

  it.each(symbols.map((symbol) => [symbol.id, symbol] as const))(
    'is drawn by one hand: %s',
    (_, symbol) => {
      expect(symbol.getAttribute('viewBox')).toBe('0 0 192 128');
      expect(symbol.querySelector('title')?.textContent).toMatch(/\p{L}{3}/u);
      const drawn = symbol.innerHTML;
      expect(drawn).toContain('stroke="currentColor"');
      expect(drawn).toContain('stroke-width="var(--pen, 5)"');
      expect(drawn.match(/var\(--felt,/gu)).toHaveLength(1);
      expect(drawn.match(/var\(--felt-under,/gu)).toHaveLength(1);
      expect(drawn).not.toMatch(/style=|<style|<script|href|url\(/u);
    },
  );

  it('is well-formed, or a browser would show nothing and say nothing', () => {
    // A comment may hold no double hyphen, and names in CSS begin with one.
    expect(source).not.toContain('<!--');
    const open: string[] = [];
    for (const [, ends, name, closed] of source.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/gu)) {
      if (ends === '/') expect(open.pop()).toBe(name);
      else if (closed !== '/') open.push(name ?? '');
    }
    expect(open).toEqual([]);
  });

  it('is silent, and takes its drawing from the one file', () => {
    const { container } = render(<Scene name="meeting" forChild={true} />);
    expect(screen.queryByRole('img')).toBeNull();
    expect(container.querySelector('use')?.getAttribute('href')).toMatch(/scenes\.svg#meeting$/u);
    expect(container.querySelector('.scene--child')).not.toBeNull();
  });
});
