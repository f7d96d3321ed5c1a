// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Picture } from './Picture.tsx';
import { parseDrawing } from './parseDrawing.ts';
import { pictureNames } from './pictureNames.ts';

afterEach(cleanup);

const files = import.meta.glob<string>('./drawings/**/*.svg', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const drawn = Object.keys(files).filter((path) => !path.includes('/waiting/'));

describe('Picture', () => {
  it('has a name for every drawing and a drawing for every name', () => {
    const names = drawn.map((path) => path.slice('./drawings/'.length, -'.svg'.length));
    expect([...pictureNames].sort()).toEqual(names.sort());
  });

  it.each(Object.keys(files))('is drawn by one hand: %s', (path) => {
    const source = files[path] ?? '';
    const drawing = parseDrawing(source);
    expect(drawing.title).not.toBe('');
    expect(drawing.nodes.length).toBeGreaterThan(0);
    expect(source).toContain('viewBox="0 0 96 96"');
    expect(source).toContain('stroke="currentColor"');
    expect(source.match(/var\(--felt/gu)).toHaveLength(1);
    expect(source).not.toMatch(/style=|<style|<script|href|url\(|\bid=/u);
  });

  it('is silent beside a text, and an image with a name alone', () => {
    const { container, rerender } = render(<Picture name="thing-call" part={5} />);
    expect(screen.queryByRole('img')).toBeNull();
    expect(container.querySelectorAll('path').length).toBeGreaterThan(1);
    rerender(<Picture name="thing-call" label="Ring" />);
    expect(screen.getByRole('img', { name: 'Ring' })).toBeTruthy();
  });
});
