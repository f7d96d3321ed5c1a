// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadTexts } from '../../i18n/loadTexts.ts';
import { axeFindings } from '../../ui/axeFindings.ts';
import type { RoomRow } from '../roomShape.ts';
import { WordsOfPlan } from './WordsOfPlan.tsx';

const languages = ['sv', 'en'] as const;

beforeAll(async () => {
  for (const language of languages) {
    await Promise.all([loadTexts(language, 'words'), loadTexts(language, 'coded')]);
  }
});
afterEach(cleanup);

/** Hemtjänst is the one coded word. */
const words = { explained: (text: string): string => (text === 'Hemtjänst' ? 'Hjälp hemma.' : '') };

const row = (text: string): RoomRow => ({ text, who: [], when: null, undecided: null });
const body = (...texts: readonly string[]) => ({
  part: 'behov' as const,
  goals: [],
  steps: [{ number: null, text: null, rows: texts.map(row) }],
  agreed: { agreed: 0, waiting: 0 },
});
const pictureIn = (element: Element): string | undefined =>
  element.querySelector('use')?.getAttribute('href')?.split('#')[1];

describe('what the words of the plan mean', () => {
  it('explains a hard word of free text in the reader’s language, with its picture', async () => {
    const { container } = render(
      <WordsOfPlan body={body('Per skriver en remiss')} words={words} language="en" />,
    );
    const word = screen.getByRole('button', { name: /remiss/iu });
    expect(word.textContent).not.toBe('Remiss');
    fireEvent.click(word);
    expect(pictureIn(container)).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('leaves coded words alone: they are explained where they stand', () => {
    render(
      <WordsOfPlan
        body={body('Hemtjänst', 'Remiss till kuratorn', 'Hemtjänst på kvällen')}
        words={words}
        language="sv"
      />,
    );
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Remiss',
      'Kurator',
      'Hemtjänst',
    ]);
  });

  it('is nothing where there are none', () => {
    const { container } = render(
      <WordsOfPlan body={body('Gå en promenad')} words={words} language="sv" />,
    );
    expect(container.textContent).toBe('');
  });
});
