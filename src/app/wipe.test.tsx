// @vitest-environment happy-dom
/** **Radera allt här** on a whole device whose storage fails at one step or the other: the words are true of each. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { initI18n } from '../i18n/i18n.ts';
import { err } from '../shared/result.ts';
import { createAppearanceStore } from './appearance.ts';
import { SessionContext } from './SessionContext.ts';
import { SettingsRoute } from './SettingsRoute.tsx';
import { createTestDevice, type TestDevice } from './testDevice.ts';

// They ask the browser and the server, which is not what is tested here.
vi.mock('./views/settings/ReadinessSection.tsx', () => ({ ReadinessSection: () => null }));
vi.mock('./views/settings/UnlockWays.tsx', () => ({ UnlockWays: () => null }));

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

type Step = 'destroyKeys' | 'destroyRest';

const deviceThatFails = async (step: Step) => {
  const failing = { is: true };
  const device = await createTestDevice((storage) => {
    const destroy = (name: Step) => (vaultId: string) =>
      failing.is && name === step
        ? Promise.resolve(err({ kind: 'quota' as const }))
        : storage.vaults[name](vaultId);
    return {
      ...storage,
      vaults: {
        ...storage.vaults,
        destroyKeys: destroy('destroyKeys'),
        destroyRest: destroy('destroyRest'),
      },
    };
  });
  return { device, failing };
};

const wipeOn = async ({ session }: TestDevice): Promise<void> => {
  render(
    <SessionContext.Provider value={session}>
      <SettingsRoute appearance={createAppearanceStore(localStorage, document.documentElement)} />
    </SessionContext.Provider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Radera allt här' }));
  fireEvent.input(await screen.findByLabelText('Skriv ordet radera'), {
    target: { value: 'radera' },
  });
  press('Radera allt');
};

const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));

const phaseAfterStart = async (device: TestDevice): Promise<string> => {
  const again = device.again();
  await again.start();
  return again.get().phase;
};

describe('Radera allt här that stops half way', () => {
  it('says that nothing is gone while the keys are there', async () => {
    const { device } = await deviceThatFails('destroyKeys');
    await wipeOn(device);
    expect(await screen.findByText(/^Inget är borta/)).toBeTruthy();
    expect(await phaseAfterStart(device)).toBe('locked');
    press('Behåll allt');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(device.session.get().phase).toBe('unlocked');
  });

  it('says that the keys are gone and the rest is not, and takes the rest at the next try', async () => {
    const { device, failing } = await deviceThatFails('destroyRest');
    await wipeOn(device);
    expect(await screen.findByText(/^Dina nycklar är borta/)).toBeTruthy();
    expect(screen.queryByText(/Inget är borta/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Behåll allt' })).toBeNull();
    expect(await phaseAfterStart(device)).toBe('absent');
    press('Ta bort resten');
    await waitFor(() => expect(screen.getByText(/^Dina nycklar är borta/)).toBeTruthy());
    failing.is = false;
    press('Ta bort resten');
    await waitFor(() => expect(device.session.get().phase).toBe('absent'));
    const { caseId } = device.opened;
    const left = await device.session.deps.storage.journal.readSince(caseId, 0);
    expect(left.ok && left.value.rows).toEqual([]);
  });

  it('leaves what no key opens when it is closed with the rest still there', async () => {
    const { device } = await deviceThatFails('destroyRest');
    await wipeOn(device);
    await screen.findByText(/^Dina nycklar är borta/);
    press('Stäng');
    await waitFor(() => expect(device.session.get().phase).toBe('absent'));
    expect(device.session.get().vault).toBeNull();
  });
});
