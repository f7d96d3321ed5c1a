// @vitest-environment happy-dom
/** **Låst**: whose vault, which ways in, and two with one short name told apart. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { initI18n } from '../../../i18n/i18n.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import type { LockedVault } from '../../session/appSession.ts';
import { LockView } from './LockView.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const vault = (
  vaultId: string,
  shortName: string,
  more: Partial<LockedVault> = {},
): LockedVault => ({
  vaultId,
  shortName,
  hasPasskey: false,
  hasRecovery: false,
  openedAt: null,
  ...more,
});

const show = (vaults: readonly LockedVault[]) => {
  const unlock = vi.fn(async () => null);
  const onFetch = vi.fn();
  const view = render(
    <LockView
      vaults={vaults}
      lastVaultId={null}
      unlock={unlock}
      restore={async () => null}
      judge={async () => 'good'}
      passkey={(id) => <p>{`passkey of ${id}`}</p>}
      recovery={(id, onBack) => (
        <button type="button" onClick={onBack}>{`recovery of ${id}`}</button>
      )}
      onNew={() => undefined}
      onFetch={onFetch}
    />,
  );
  return { ...view, unlock, onFetch };
};

it('tells two vaults with one short name apart, and opens the one that was chosen', async () => {
  const { container, unlock } = show([
    vault('a', 'K', { openedAt: Date.UTC(2026, 4, 12, 12, 5) }),
    vault('b', 'k'),
    vault('c', 'Maria'),
  ]);
  expect(screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)).toEqual([
    expect.stringMatching(/^K \(1\)Senast öppnad 12 maj 2026/),
    'k (2)',
    'Maria',
  ]);
  fireEvent.click(screen.getByRole('radio', { name: 'k (2)' }));
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('k (2)');
  fireEvent.input(screen.getByLabelText('Lösenord'), { target: { value: 'ord' } });
  fireEvent.click(screen.getByRole('button', { name: 'Lås upp' }));
  expect(unlock).toHaveBeenCalledWith('b', 'ord');
  expect(await axeFindings(container)).toEqual([]);
});

it('offers a way in only where the vault has it', () => {
  show([vault('a', 'K'), vault('b', 'M', { hasPasskey: true, hasRecovery: true })]);
  const help = (): HTMLElement | null =>
    screen.queryByRole('button', { name: 'Ta hjälp av organisationens nyckel' });
  expect(screen.queryByText(/passkey of/)).toBeNull();
  expect(help()).toBeNull();
  fireEvent.click(screen.getByRole('radio', { name: 'M' }));
  expect(screen.getByText('passkey of b')).toBeTruthy();
  fireEvent.click(help() ?? document.body);
  expect(screen.queryByLabelText('Lösenord')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'recovery of b' }));
  expect(screen.getByLabelText('Lösenord')).toBeTruthy();
});

it('leads to a backup also where only others have their plans here', () => {
  const { onFetch } = show([vault('a', 'K')]);
  fireEvent.click(screen.getByRole('button', { name: 'Hämta från en säkerhetskopia' }));
  expect(onFetch).toHaveBeenCalledTimes(1);
});
