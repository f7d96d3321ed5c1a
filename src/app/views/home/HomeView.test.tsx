// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { initI18n } from '../../../i18n/i18n.ts';
import type { CaseCard } from '../../../process/caseCard.ts';
import { testCard } from '../../../process/testCard.ts';
import { HomeView } from './HomeView.tsx';
import type { TakeOverWork } from './takeOver.ts';

afterEach(cleanup);

const now = Date.UTC(2026, 4, 11, 8, 0);

const show = async (
  cards: readonly CaseCard[],
  takeOver: Partial<TakeOverWork> = {},
): Promise<void> => {
  await initI18n();
  render(
    <HomeView
      backupWords={null}
      cards={cards.map((each, place) => ({ caseId: `case${place}`, card: each }))}
      unreadable={0}
      now={now}
      takeOver={{
        offers: [],
        take: async () => 'failed',
        told: [],
        seen: async () => undefined,
        ...takeOver,
      }}
      onLock={() => undefined}
    />,
  );
};

describe('the first screen', () => {
  it('shows nobody’s name before Alla planer is pressed', async () => {
    await show([testCard('Amina'), testCard('Alex')]);
    expect(screen.getByRole('heading', { name: 'Mina SIP:ar' })).toBeTruthy();
    expect(document.body.textContent).toContain('2 planer');
    expect(document.body.textContent).not.toMatch(/Amina|Alex/);
    fireEvent.click(screen.getByRole('button', { name: 'Alla planer' }));
    expect(screen.getByRole('link', { name: 'Amina' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Alex' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Mina SIP:ar' }));
    expect(document.body.textContent).not.toMatch(/Amina|Alex/);
  });

  it('shows only the name of the person whose meeting is about to begin', async () => {
    await show([
      testCard('Amina'),
      testCard('Lars', { nextDate: '2026-05-11', nextTime: '10:30' }),
    ]);
    expect(screen.getByRole('heading', { name: 'Lars' })).toBeTruthy();
    expect(document.body.textContent).not.toContain('Amina');
  });
});
