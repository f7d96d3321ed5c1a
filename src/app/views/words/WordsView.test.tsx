// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { initI18n } from '../../../i18n/i18n.ts';
import { offeredLanguages } from '../../../i18n/languages.ts';
import { loadTexts } from '../../../i18n/loadTexts.ts';
import { hardWordIds } from '../../../plan/hardWords.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { HelpRoute } from '../help/HelpRoute.tsx';
import { WordsView } from './WordsView.tsx';

beforeAll(async () => {
  await initI18n('sv');
  await loadTexts('sv', 'words');
});
afterEach(cleanup);

const search = (letters: string): void => {
  fireEvent.input(screen.getByRole('searchbox', { name: 'Sök ett ord' }), {
    target: { value: letters },
  });
};
/** By element: a role is worked out for each of the whole list. */
const terms = (): readonly (string | null)[] =>
  [...document.querySelectorAll('main dt')].map((term) => term.textContent);

describe('Ordlista', () => {
  it('has every word by the alphabet, explained, and is open to all', async () => {
    const { container } = render(<WordsView />);
    expect(container.querySelectorAll('main dd')).toHaveLength(hardWordIds.length);
    expect(terms()[0]).toBe('Abstinens');
    expect(terms().at(-1)).toBe('Överklaga');
    expect(screen.getByRole('status').textContent).toBe(`${hardWordIds.length} ord`);
    search('vård');
    expect(await axeFindings(container)).toEqual([]);
  });

  it('is come to from Hjälp', async () => {
    render(<HelpRoute page={undefined} />);
    expect(screen.getByRole('link', { name: 'Öppna ordlistan' }).getAttribute('href')).toBe(
      '/hjalp/ord',
    );
    cleanup();
    render(<HelpRoute page="ord" />);
    await screen.findByRole('heading', { name: 'Ordlista' });
  });

  it('finds a word by some of its letters, and by a form that it has in a text', () => {
    render(<WordsView />);
    search('vårdnadsh');
    expect(terms()).toEqual(['Vårdnadshavare']);
    search('insatserna');
    expect(terms()).toEqual(['Insats']);
    search(' God Man ');
    expect(terms()).toEqual(['God man']);
  });

  it('says what to do when there is no such word', () => {
    render(<WordsView />);
    search('kosmonaut');
    expect(terms()).toEqual([]);
    expect(screen.getByRole('status').textContent).toBe(
      'Ordet finns inte här. Prova ett annat ord, eller fråga den som sa det vad det betyder.',
    );
    search('');
    expect(terms()).toHaveLength(hardWordIds.length);
  });

  it('explains in lättläst', async () => {
    await loadTexts('sv-x-lattlast', 'words');
    const { container } = render(<WordsView />);
    fireEvent.click(screen.getByRole('radio', { name: 'Lättläst' }));
    search('avslut');
    expect(screen.getByRole('definition').textContent).toBe('Planen är klar.');
    expect(container.querySelector('[lang="sv-x-lattlast"]')).not.toBeNull();
  });

  it.each(offeredLanguages)(
    'keeps the Swedish word, as it is said, in $swedishName',
    async (language) => {
      await loadTexts(language.code, 'words');
      render(<WordsView />);
      fireEvent.click(screen.getByRole('radio', { name: language.ownName }));
      fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'vårdnadsh' } });
      within(screen.getByRole('term')).getByText('Vårdnadshavare');
    },
  );
});
