// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { initI18n } from '../../../i18n/i18n.ts';
import { loadTexts } from '../../../i18n/loadTexts.ts';
import { createLars } from '../../../individual/testRoom.ts';
import { createTestWorkspace, TestCase } from '../../../individual/testWorkspace.tsx';
import { testStart } from '../../../meeting/testMeeting.ts';
import { setPlanField } from '../../../plan/commands/wholePlan.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { PackView } from './PackView.tsx';

beforeAll(async () => {
  await initI18n('sv');
  await loadTexts('sv', 'ownCircles');
});
afterEach(cleanup);

const open = (language: string | null = null) => {
  const lars = createLars();
  setPlanField(lars.doc, lars.ctx, { field: 'audience', value: 'aldre' });
  setPlanField(lars.doc, lars.ctx, { field: 'language', value: language });
  return render(
    <TestCase workspace={createTestWorkspace({ ...lars, log: [], now: () => testStart })}>
      <PackView />
    </TestCase>,
  );
};

const cards = (): readonly (string | null)[] =>
  [...document.querySelectorAll('.print-root .circle-card h1')].map((one) => one.textContent);
/** Each card has two sides. */
const titles = (): readonly (string | null)[] => cards().filter((_, at) => at % 2 === 0);

it('prints a card for the leader and for those who come, until one is taken away', async () => {
  const { container } = open();
  await waitFor(() => expect(titles()).toContain('Mötescirkel för personal'), { timeout: 10_000 });
  expect(titles().slice(0, 2)).toEqual(['Mötescirkel för den som leder', 'Mötescirkel för äldre']);
  fireEvent.click(screen.getByRole('button', { name: 'Personal' }));
  expect(titles()).not.toContain('Mötescirkel för personal');
  fireEvent.click(screen.getByRole('button', { name: 'Övriga' }));
  expect(titles()).toContain('Mötescirkel för övriga');
  // It can lie on a table: it names nobody.
  expect(document.querySelector('.print-root')?.textContent).not.toMatch(/Lars|Eva|\{\{/u);
  expect(await axeFindings(container)).toEqual([]);
});

it('prints the individual’s own in the language that was chosen for them', async () => {
  open('lättläst svenska');
  await waitFor(() => expect(titles()[1]).toBe('Cirkel för äldre'), { timeout: 10_000 });
  expect(titles()).toContain('Mötescirkel för personal');
});
