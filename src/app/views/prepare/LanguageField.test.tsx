// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { initI18n } from '../../../i18n/i18n.ts';
import { offeredLanguages } from '../../../i18n/languages.ts';
import { createLars } from '../../../individual/testRoom.ts';
import { createTestWorkspace, TestCase } from '../../../individual/testWorkspace.tsx';
import { testStart } from '../../../meeting/testMeeting.ts';
import { LanguageField } from './LanguageField.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const open = () => {
  const workspace = createTestWorkspace({ ...createLars(), log: [], now: () => testStart });
  render(
    <TestCase workspace={workspace}>
      <LanguageField />
    </TestCase>,
  );
  return workspace;
};

const chip = (name: RegExp) => screen.getByRole('button', { name });

describe('Språk', () => {
  it('is chosen among those that are whole, and says who has read its texts', async () => {
    open();
    expect(screen.getAllByRole('button')).toHaveLength(offeredLanguages.length);
    fireEvent.click(chip(/^Lättläst$/));
    expect(await screen.findByText(/Ingen läsare har provat dem än/)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Språk' }).value).toBe(
      'lättläst svenska',
    );
    fireEvent.click(chip(/^Svenska/));
    await screen.findByDisplayValue('svenska');
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('may be one that there are no texts in, and is then left in words', async () => {
    open();
    const field = screen.getByRole('textbox', { name: 'Språk' });
    fireEvent.input(field, { target: { value: 'kurmanji' } });
    fireEvent.blur(field);
    await screen.findByDisplayValue('kurmanji');
    for (const each of screen.getAllByRole('button')) {
      expect(each.getAttribute('aria-pressed')).toBe('false');
    }
  });
});
