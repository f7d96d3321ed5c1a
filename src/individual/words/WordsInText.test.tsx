// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { initI18n } from '../../i18n/i18n.ts';
import { loadTexts } from '../../i18n/loadTexts.ts';
import { axeFindings } from '../../ui/axeFindings.ts';
import { WordsInText } from './WordsInText.tsx';

beforeAll(async () => {
  await initI18n('sv');
  await loadTexts('sv-x-lattlast', 'words');
});
afterEach(cleanup);

describe('the hard words of a text', () => {
  it('stand below it, each once, and are explained when touched', async () => {
    const { container } = render(
      <main>
        <h1>Planen</h1>
        <WordsInText
          texts={['Remiss till kuratorn', 'Samma kurator gör uppföljningen']}
          language="sv-x-lattlast"
        />
      </main>,
    );
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Remiss',
      'Kurator',
      'Uppföljning',
    ]);
    const word = screen.getByRole('button', { name: 'Kurator' });
    expect(word.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(word);
    screen.getByText('En person att prata med om det som är svårt.');
    expect(word.getAttribute('aria-expanded')).toBe('true');
    expect(await axeFindings(container)).toEqual([]);
  });

  it('are nothing where there are none', () => {
    const { container } = render(<WordsInText texts={['Gå en promenad', '']} language="sv" />);
    expect(container.textContent).toBe('');
  });
});
