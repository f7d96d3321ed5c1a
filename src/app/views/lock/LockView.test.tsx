// @vitest-environment happy-dom
/** **Låst**: whose vault, which ways in, and two with one short name told apart. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { initI18n } from '../../../i18n/i18n.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import type { LockedVault } from '../../session/sessionTypes.ts';
import { LockView, type UnlockTrouble } from './LockView.tsx';

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

const show = (vaults: readonly LockedVault[], trouble: UnlockTrouble | null = null) => {
  const unlock = vi.fn(async () => trouble);
  const onFetch = vi.fn();
  const view = render(
    <LockView
      vaults={vaults}
      lastVaultId={null}
      unlock={unlock}
      restore={async () => trouble}
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

it('begins with who was here last', () => {
  show([vault('a', 'K', { openedAt: 1 }), vault('b', 'M'), vault('c', 'S', { openedAt: 2 })]);
  expect(screen.getByRole('radio', { name: 'S' })).toHaveProperty('checked', true);
  cleanup();
  show([vault('a', 'K'), vault('b', 'M')]);
  expect(screen.getByRole('radio', { name: 'K' })).toHaveProperty('checked', true);
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

describe('a way that did not open leads to the help for it', () => {
  const wrong = { kind: 'wrong', waitMs: 0 } as const;
  const other = { kind: 'other', words: 'Vänta en stund.' } as const;
  const tryPassword = async (trouble: UnlockTrouble): Promise<void> => {
    show([vault('a', 'K')], trouble);
    fireEvent.input(screen.getByLabelText('Lösenord'), { target: { value: 'ord' } });
    fireEvent.click(screen.getByRole('button', { name: 'Lås upp' }));
    await screen.findByText(trouble.kind === 'other' ? trouble.words : /lösenordet stämmer inte/);
  };
  const link = (name: string): string | null =>
    screen.queryByRole('link', { name })?.getAttribute('href') ?? null;

  it('after a wrong password, and not when it was something else', async () => {
    await tryPassword(wrong);
    expect(link('Jag har glömt lösenordet')).toBe('/hjalp/glomt-losenordet');
    cleanup();
    await tryPassword(other);
    expect(link('Jag har glömt lösenordet')).toBeNull();
  });

  it('after a wrong reserve code', async () => {
    show([vault('a', 'K')], wrong);
    fireEvent.click(screen.getByRole('button', { name: 'Lås upp med reservkod' }));
    const type = (label: string, value: string): boolean =>
      fireEvent.input(screen.getByLabelText(label), { target: { value } });
    await screen.findByLabelText('Reservkod');
    type('Reservkod', 'fel');
    type('Nytt lösenord', 'lingon tunnbröd kåta');
    type('Skriv lösenordet en gång till', 'lingon tunnbröd kåta');
    expect(link('Jag har glömt reservkoden också')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Lås upp' }));
    await screen.findByText(/koden stämmer inte/);
    expect(link('Jag har glömt reservkoden också')).toBe('/hjalp/glomt-reservkoden');
  });
});
