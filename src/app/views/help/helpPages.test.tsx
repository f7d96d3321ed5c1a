// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { allTexts } from '../../../i18n/allTexts.ts';
import { initI18n } from '../../../i18n/i18n.ts';
import { lix } from '../../../i18n/lix.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { HelpRoute } from './HelpRoute.tsx';
import { helpPages } from './helpPages.ts';
import { troublePages } from './troublePages.ts';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const textOf = new Map(allTexts.map(({ key, text }) => [key, text]));
const wordsOf = (key: string): string => textOf.get(key) ?? '';

describe('Hjälp', () => {
  it('lists every page with a way to it', async () => {
    const { container } = render(<HelpRoute page={undefined} />);
    const linksOf = (name: string): readonly (string | null)[] =>
      within(screen.getByRole('list', { name }))
        .getAllByRole('link')
        .map((link) => link.getAttribute('href'));
    expect([...linksOf('När något har hänt'), ...linksOf('Om programmet')]).toEqual(
      helpPages.map(({ id }) => `/hjalp/${id}`),
    );
    expect(await axeFindings(container)).toEqual([]);
  });

  it.each(troublePages.map((page) => [page.id, page] as const))(
    'begins with what is safe, and then leads on in steps: %s',
    async (id, page) => {
      const { container } = render(<HelpRoute page={id} />);
      const headings = screen.getAllByRole('heading').map((heading) => heading.textContent);
      expect(headings).toEqual([
        wordsOf(page.title),
        'Vad är tryggt?',
        ...page.parts.map(({ title }) => wordsOf(title)),
      ]);
      expect(container.querySelectorAll('ol > li').length).toBeGreaterThan(4);
      expect(container.textContent).not.toContain('**');
      const here = within(screen.getByRole('navigation', { name: 'Sidor i Hjälp' }));
      expect(here.getByRole('link', { current: 'page' }).textContent).toBe(wordsOf(page.title));
      expect(await axeFindings(container)).toEqual([]);
    },
  );

  it.each(troublePages.map((page) => [page.id, page] as const))(
    'is easy to read: %s',
    (_, page) => {
      const words = [
        ...page.safe,
        ...page.parts.flatMap(({ steps = [], lines = [] }) => [...steps, ...lines]),
      ];
      expect(lix(words.map(wordsOf))).toBeLessThan(45);
    },
  );

  it('names every button and page as it stands in the program', () => {
    const elsewhere = new Set(
      allTexts.filter(({ namespace }) => namespace !== 'help').map(({ text }) => text),
    );
    const named = allTexts
      .filter(({ namespace }) => namespace === 'help')
      .flatMap(({ text }) => [...text.matchAll(/\*\*(.+?)\*\*/gu)].map(([, words]) => words ?? ''));
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((words) => !elsewhere.has(words))).toEqual([]);
  });

  it('says so where there is no such page', () => {
    render(<HelpRoute page="finns-inte" />);
    screen.getByRole('heading', { name: 'Den sidan finns inte' });
  });
});
