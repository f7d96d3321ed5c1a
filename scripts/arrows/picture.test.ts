/** docs/pictures/architecture.svg shows the folders that are there, and no arrow that the rules forbid. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mayImport } from './rules.ts';

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url);

const picture = readFileSync(at('docs/pictures/architecture.svg'), 'utf8');
const all = (name: string): readonly string[] =>
  [...picture.matchAll(new RegExp(`data-${name}="([^"]+)"`, 'g'))].map(([, value]) => value ?? '');

describe('the picture of the structure', () => {
  it('shows every folder of src, and none that is not there', () => {
    const folders = readdirSync(at('src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect([...all('folder')].sort()).toEqual(folders.sort());
  });

  it('draws no arrow that is forbidden', () => {
    const arrows = all('arrow').map((arrow) => arrow.split(' '));
    expect(arrows.length).toBeGreaterThan(15);
    for (const [from = '', to = ''] of arrows) {
      const allowed = mayImport[from] ?? [];
      expect(allowed.includes('*') || allowed.includes(to), `${from} → ${to}`).toBe(true);
    }
  });

  it('lets nothing reach up: what an arrow points at never points back', () => {
    const arrows = new Set(all('arrow'));
    for (const arrow of arrows)
      expect(arrows.has(arrow.split(' ').reverse().join(' '))).toBe(false);
  });
});
