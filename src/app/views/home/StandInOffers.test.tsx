// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { WhyTakenOver } from '../../../cases/takeOverCase.ts';
import { initI18n } from '../../../i18n/i18n.ts';
import type { CaseCard } from '../../../process/caseCard.ts';
import { testCard } from '../../../process/testCard.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { HomeView } from './HomeView.tsx';
import type { Offer, TakeOverAnswer, TakeOverWork } from './takeOver.ts';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const offer: Offer = { caseId: 'case1', from: 'vault1', shortName: 'K', label: 'Lasse' };

const show = (
  answer: TakeOverAnswer = 'taken',
  own: Partial<TakeOverWork> = {},
  cards: readonly CaseCard[] = [],
) => {
  const taken: (readonly [Offer, WhyTakenOver])[] = [];
  const seen: string[] = [];
  const { container } = render(
    <HomeView
      backupWords={null}
      cards={cards.map((card) => ({ caseId: 'case1', card }))}
      unreadable={0}
      now={Date.UTC(2026, 4, 11, 8, 0)}
      takeOver={{
        offers: [offer],
        take: async (...given) => {
          taken.push(given);
          return answer;
        },
        told: [],
        seen: async ({ caseId }) => {
          seen.push(caseId);
        },
        ...own,
      }}
      onLock={() => undefined}
    />,
  );
  return { container, taken, seen };
};

const open = () => {
  fireEvent.click(screen.getByRole('button', { name: 'Ta över: plan 1, från K' }));
  return within(screen.getByRole('dialog', { name: 'Ta över planen från K?' }));
};

describe('a plan that may be taken over', () => {
  it('is on the first screen of somebody without plans, and names nobody there', async () => {
    const { container } = show();
    screen.getByRole('heading', { name: 'Om en kollega blir borta' });
    screen.getByText('En plan från K');
    expect(container.textContent).not.toContain('Lasse');
    expect(await axeFindings(container)).toEqual([]);
    open();
    expect(container.textContent).not.toContain('Lasse');
  });

  it('asks for a reason first, and says what is logged and who is told', async () => {
    const { container, taken } = show();
    const dialog = open();
    dialog.getByText(/Det antecknas i Historik, och K får veta det/);
    const take = dialog.getByRole('button', { name: 'Ta över' });
    expect(take.hasAttribute('disabled')).toBe(true);
    fireEvent.click(dialog.getByRole('radio', { name: 'Kollegan är borta längre' }));
    expect(await axeFindings(container)).toEqual([]);
    fireEvent.click(take);
    expect(taken).toEqual([[offer, { reason: 'longer', note: '' }]]);
  });

  it('wants words for another reason, and none about health', async () => {
    const { taken } = show();
    const dialog = open();
    fireEvent.click(dialog.getByRole('radio', { name: 'Annat' }));
    dialog.getByText(/Skriv inget om någons hälsa/);
    fireEvent.click(dialog.getByRole('button', { name: 'Ta över' }));
    await dialog.findByText('Skriv skälet med några ord.');
    expect(taken).toEqual([]);
    fireEvent.input(dialog.getByLabelText('Vad är skälet?'), {
      target: { value: ' Byte av tjänst ' },
    });
    fireEvent.click(dialog.getByRole('button', { name: 'Ta över' }));
    expect(taken).toEqual([[offer, { reason: 'other', note: 'Byte av tjänst' }]]);
  });

  it.each([
    ['gone', 'Inget är ändrat. Valet gäller inte längre. Fråga kollegan eller din chef.'],
    ['failed', 'Inget är ändrat. Det gick inte att ta över planen nu. Prova igen.'],
  ] as const)('says that nothing has changed when it could not be: %s', async (answer, words) => {
    show(answer);
    const dialog = open();
    fireEvent.click(dialog.getByRole('radio', { name: 'Kollegan är borta i dag' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Ta över' }));
    await dialog.findByText(words);
  });
});

describe('the owner of a plan that was taken over', () => {
  const told = {
    caseId: 'case1',
    by: 'vault2',
    name: 'Per Berg',
    told: { reason: 'today', note: '', at: Date.UTC(2026, 4, 8, 8, 0), name: 'Per Berg' },
  } as const;

  it('reads who and why without the person’s name, until it is said to be seen', async () => {
    const { container, seen } = show('failed', { offers: [], told: [told] }, [testCard('Lars')]);
    screen.getByText('Per Berg har tagit över en plan');
    screen.getByText(/8 maj 2026\. Kollegan är borta i dag\. Du har planen kvar\./);
    expect(container.textContent).not.toContain('Lars');
    expect(screen.getByRole('link', { name: 'Till Historik' }).getAttribute('href')).toBe(
      '/sip/case1/historik',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Jag har sett det' }));
    await waitFor(() => expect(screen.queryByText(/har tagit över/)).toBeNull());
    expect(seen).toEqual(['case1']);
  });
});
