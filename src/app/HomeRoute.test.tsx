// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { initI18n } from '../i18n/i18n.ts';
import { err } from '../shared/result.ts';
import { HomeRoute } from './HomeRoute.tsx';
import { SessionContext } from './SessionContext.ts';
import { createTestDevice } from './testDevice.ts';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

it('says that nothing is gone when the list cannot be read, never that there is none, and reads it again', async () => {
  let slow = true;
  const { session } = await createTestDevice((storage) => ({
    ...storage,
    journal: {
      ...storage.journal,
      readCards: async (ids) =>
        slow ? err({ kind: 'slow' as const }) : storage.journal.readCards(ids),
    },
  }));
  render(
    <SessionContext.Provider value={session}>
      <HomeRoute />
    </SessionContext.Provider>,
  );
  const words = await screen.findByRole('alert');
  expect(words.textContent).toMatch(/^Inget är borta, men listan gick inte att läsa/);
  expect(screen.queryByRole('link', { name: 'Ny SIP' })).toBeNull();
  slow = false;
  fireEvent.click(screen.getByRole('button', { name: 'Prova igen' }));
  await screen.findByRole('button', { name: 'Alla planer' });
});
