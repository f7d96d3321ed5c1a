// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { OpenedBackup } from '../../../cases/backup/openBackup.ts';
import { initI18n } from '../../../i18n/i18n.ts';
import { err, ok } from '../../../shared/result.ts';
import type { VaultRow } from '../../../vault/vaultStore.ts';
import type { BackupTrouble, BackupWork } from '../../backupWork.ts';
import type { PasswordVerdict } from '../welcome/PasswordStep.tsx';
import { MakeBackup } from './MakeBackup.tsx';
import { RestoreSteps } from './RestoreSteps.tsx';

beforeEach(() => initI18n());
afterEach(cleanup);

const good = 'sommarhage trasmatta kaffe brygga';

const vault = (vaultId: string, shortName: string): VaultRow => ({
  vaultId,
  shortName,
  publicKey: new Uint8Array(32),
  password: {
    salt: new Uint8Array(16),
    memoryKiB: 64,
    iterations: 1,
    parallelism: 1,
    wrapped: new Uint8Array(60),
  },
  reserve: { salt: new Uint8Array(16), wrapped: new Uint8Array(60) },
  attempts: { failed: 0, lastAt: 0 },
});

const backup: OpenedBackup = {
  at: 1_790_000_000_000,
  whole: false,
  keys: { vaults: [], sealed: [], access: [] },
  vaults: [vault('v1', 'K'), vault('v2', 'P')],
  cases: [
    { caseId: 'c1', records: 10, missing: 2, vaultIds: ['v1'], card: null },
    { caseId: 'c2', records: 3, missing: 0, vaultIds: ['v1', 'v2'], card: null },
  ],
  lost: { cases: 1, records: 4 },
  rowsOf: async (caseId) => ok({ caseId, records: [], heads: [], card: null }),
};

const report = {
  cases: { new: 1, joined: 0, same: 1, other: 0 },
  records: 10,
  vaults: 1,
  missing: { cases: 1, records: 2 },
  aborted: false,
};

const work = (own: Partial<BackupWork> = {}): BackupWork => ({
  make: async () => err('notMade'),
  open: async () => ok(backup),
  names: async () =>
    ok([
      { caseId: 'c1', name: 'Lars' },
      { caseId: 'c2', name: null },
    ]),
  restore: async () => ok(report),
  ...own,
});

const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));

const write = (label: string, value: string): boolean =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

const showSteps = (own: Partial<BackupWork> = {}, onDone = vi.fn()) =>
  render(<RestoreSteps work={work(own)} onCancel={vi.fn()} onDone={onDone} />);

const readFile = (): void => {
  const input = screen.getByLabelText('Välj filen');
  Object.defineProperty(input, 'files', { value: [new File(['x'], 'kopia.sip')] });
  write('Kopians lösenord', good);
  press('Läs kopian');
};

it('asks for a strong password, twice alike, before anything is made', async () => {
  const make = vi.fn(work().make);
  const judge = vi.fn(
    async (typed: string): Promise<PasswordVerdict> => (typed === good ? 'good' : 'tooShort'),
  );
  render(<MakeBackup make={make} judge={judge} onSaved={vi.fn()} onClose={vi.fn()} />);
  write('Kopians lösenord', 'kort');
  press('Gör kopian');
  await waitFor(() => expect(judge).toHaveBeenCalled());
  write('Kopians lösenord', good);
  write('Skriv det en gång till', 'något annat');
  press('Gör kopian');
  await waitFor(() => expect(judge).toHaveBeenCalledTimes(2));
  expect(make).not.toHaveBeenCalled();
  write('Skriv det en gång till', good);
  press('Gör kopian');
  await screen.findByText(/Allt ligger kvar här, men det blev ingen kopia/);
});

it('offers the file once it has been read back, and notes it when it is saved', async () => {
  const file = new Blob(['x']);
  const made = { file, name: 'kopia.sip', at: 1, vaults: 1, cases: 3, records: 214, leftOut: 1 };
  const onSaved = vi.fn();
  render(
    <MakeBackup
      make={async () => ok(made)}
      judge={async () => 'good'}
      onSaved={onSaved}
      onClose={vi.fn()}
    />,
  );
  press('Gör kopian');
  await screen.findByText('Kopian är läst tillbaka och hel: 3 planer, 214 anteckningar.');
  expect(screen.getByText(/^1 uppgift här är skadad och kunde inte följa med/)).toBeTruthy();
  const link = await screen.findByRole('link', { name: 'Spara säkerhetskopian' });
  expect(link.getAttribute('download')).toBe('kopia.sip');
  expect(onSaved).not.toHaveBeenCalled();
  link.addEventListener('click', (event) => event.preventDefault());
  fireEvent.click(link);
  expect(onSaved).toHaveBeenCalledWith(made);
});

const troubles: readonly BackupTrouble[] = [
  'empty',
  'notABackup',
  'newerVersion',
  'damaged',
  'tooLarge',
  'unreadable',
  'wrongPassword',
  'missingCrypto',
];

it.each(troubles)('says in words that nothing is changed: %s', async (trouble) => {
  showSteps({ open: async () => err(trouble) });
  readFile();
  const notice = await waitFor(() => document.querySelector('.notice') ?? expect.fail('no words'));
  expect(notice.textContent).toMatch(/^Inget är ändrat\. /);
  expect(screen.getByLabelText('Välj filen')).toBeTruthy();
});

it('keeps the chosen file after a wrong password', async () => {
  const open = vi.fn(work().open);
  open.mockResolvedValueOnce(err('wrongPassword'));
  showSteps({ open });
  readFile();
  await screen.findByText('Vald: kopia.sip');
  write('Kopians lösenord', good);
  press('Läs kopian');
  await screen.findByText('K: 2 planer');
  expect(open.mock.calls.map(([file]) => file.name)).toEqual(['kopia.sip', 'kopia.sip']);
});

it('asks for a file first', async () => {
  const open = vi.fn(work().open);
  showSteps({ open });
  press('Läs kopian');
  await screen.findByText('Välj en fil först.');
  expect(open).not.toHaveBeenCalled();
});

it('says what is in the file and what is missing, and what came', async () => {
  const onDone = vi.fn();
  const restore = vi.fn(work().restore);
  showSteps({ restore }, onDone);
  readFile();
  await screen.findByText(/2 planer, 13 anteckningar/);
  expect(screen.getByText('1 plan går inte att hämta.')).toBeTruthy();
  expect(screen.getByText('2 anteckningar saknas.')).toBeTruthy();
  expect(screen.getByText('K: 2 planer')).toBeTruthy();
  expect(screen.queryByText('Lars')).toBeNull();
  press('Återställ allt');
  await screen.findByText('1 plan är hämtad.');
  expect(restore.mock.calls[0]?.[1]).toBeNull();
  expect(screen.getByText('1 plan fanns redan här, hel.')).toBeTruthy();
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Det här kom tillbaka'));
  press('Fortsätt');
  expect(onDone).toHaveBeenCalled();
});

it('asks for the copy’s password where none is written, and reads nothing', async () => {
  const open = vi.fn(work().open);
  showSteps({ open });
  Object.defineProperty(screen.getByLabelText('Välj filen'), 'files', {
    value: [new File(['x'], 'kopia.sip')],
  });
  press('Läs kopian');
  await screen.findByText('Skriv kopians lösenord.');
  expect(open).not.toHaveBeenCalled();
});

it('shows names for the vault’s own password only, and brings back the chosen', async () => {
  const restore = vi.fn(work().restore);
  const names = vi.fn(work().names);
  names.mockResolvedValueOnce(err('wrongVault'));
  showSteps({ restore, names });
  readFile();
  await screen.findByRole('button', { name: 'Välj planer' });
  press('Välj planer');
  write('Lösenordet som K låser upp med', 'fel');
  press('Visa planerna');
  await screen.findByText('Inget är ändrat. Lösenordet stämmer inte.');
  press('Visa planerna');
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Lars' }));
  expect(screen.getByRole('checkbox', { name: 'Plan utan namn' })).toBeTruthy();
  press('Återställ de valda');
  await waitFor(() => expect(restore.mock.calls[0]?.[1]).toEqual(new Set(['c1'])));
});

it('takes names away when nobody has been here for long, and asks for the password again', async () => {
  const leaves: (() => void)[] = [];
  const stop = vi.fn();
  const { unmount } = render(
    <RestoreSteps
      work={work()}
      onCancel={vi.fn()}
      onDone={vi.fn()}
      whenLeftAlone={(leave) => {
        leaves.push(leave);
        return stop;
      }}
    />,
  );
  readFile();
  await waitFor(() => press('Välj planer'));
  expect(leaves).toHaveLength(0);
  write('Lösenordet som K låser upp med', good);
  press('Visa planerna');
  await screen.findByLabelText('Lars');
  await waitFor(() => expect(leaves).toHaveLength(1));
  leaves[0]?.();
  await waitFor(() => expect(screen.queryByLabelText('Lars')).toBeNull());
  expect(screen.getByLabelText('Lösenordet som K låser upp med')).toHaveProperty('value', '');
  await waitFor(() => expect(stop).toHaveBeenCalledTimes(1));
  unmount();
});

it('can be broken off, and nothing of it is left on the screen', async () => {
  showSteps({
    open: (_file, _password, { signal }) =>
      new Promise((resolve) => {
        signal?.addEventListener('abort', () => resolve(err(null)));
      }),
  });
  readFile();
  await screen.findByRole('progressbar', { name: 'Läser kopian' });
  press('Avbryt');
  await screen.findByRole('button', { name: 'Läs kopian' });
  expect(document.querySelector('.notice')).toBeNull();
});
