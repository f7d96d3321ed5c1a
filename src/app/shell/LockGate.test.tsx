// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { initI18n } from '../../i18n/i18n.ts';
import { err } from '../../shared/result.ts';
import type { StoreError } from '../../vault/vaultStore.ts';
import { SessionContext } from '../SessionContext.ts';
import { createTestDevice, testPassword } from '../testDevice.ts';
import { LockGate } from './LockGate.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const open = async (trouble: () => StoreError | null) => {
  const { session } = await createTestDevice((storage) => ({
    ...storage,
    vaults: {
      ...storage.vaults,
      updateVault: async (...args) => {
        const now = trouble();
        return now === null ? storage.vaults.updateVault(...args) : err(now);
      },
    },
  }));
  await session.lock('asked');
  const nothing = (): void => undefined;
  render(
    <SessionContext.Provider value={session}>
      <LockGate onNew={nothing} onFetch={nothing} />
    </SessionContext.Provider>,
  );
  return session;
};

describe('unlocking on a disk in trouble', () => {
  it('says that the disk is full, not that the password is wrong, and opens when there is room', async () => {
    let full = true;
    const session = await open(() => (full ? { kind: 'quota' } : null));
    const unlock = (): void => {
      fireEvent.input(screen.getByLabelText('Lösenord'), { target: { value: testPassword } });
      fireEvent.click(screen.getByRole('button', { name: 'Lås upp' }));
    };
    unlock();
    await screen.findByText(/Inget är borta, men plattan är full/);
    expect(screen.queryByText(/lösenordet stämmer inte/)).toBeNull();
    full = false;
    unlock();
    // The real cost of a password is paid here.
    await waitFor(() => expect(session.get().phase).toBe('unlocked'), { timeout: 30_000 });
  }, 40_000);
});
