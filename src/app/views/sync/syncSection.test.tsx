// @vitest-environment happy-dom
/** **Synkning**: the outbox that a person can read. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type CaseSyncState, offState, type SyncState } from '../../../cases/sync/syncState.ts';
import { initI18n } from '../../../i18n/i18n.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { SyncSection, type SyncSectionProps } from './SyncSection.tsx';
import { syncWord } from './syncWord.ts';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const since = Date.UTC(2026, 4, 11, 8, 0);
const caseState = (change: Partial<CaseSyncState> = {}): CaseSyncState => ({
  waits: 0,
  since: null,
  trouble: null,
  isComing: false,
  ...change,
});
const stateOf = (
  phase: SyncState['phase'],
  cases: Readonly<Record<string, CaseSyncState>> = {},
): SyncState => ({ ...offState, phase, cases: new Map(Object.entries(cases)) });

const show = (sync: SyncState, change: Partial<SyncSectionProps> = {}) =>
  render(
    <SyncSection
      sync={sync}
      server={null}
      retry={vi.fn()}
      keepCredential={async () => true}
      beforeLeaving={async () => true}
      nameCases={async () => new Map([['lars', 'Lars']])}
      {...change}
    />,
  );

describe('Synkning', () => {
  it('says that this device is alone, and where there is no server', () => {
    show(offState);
    expect(screen.getByText(/Den här plattan synkar inte med någon annan/u)).toBeTruthy();
    cleanup();
    show(offState, { server: { kind: 'none' } });
    expect(screen.getByText(/Här går det inte att synka\. Allt annat/u)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Försök igen' })).toBeNull();
  });

  it('tells what waits and since when, but no name before somebody asks', async () => {
    const waiting = caseState({ waits: 2, since, trouble: 'offline' });
    const { container } = show(stateOf('offline', { lars: waiting }));
    expect(screen.getByText(/^Inget internet\. Allt är sparat här/u)).toBeTruthy();
    expect(screen.getByText(/1 plan har ändringar som väntar\./u).textContent).toMatch(
      /Den äldsta ändringen har väntat sedan 11 maj 2026 10\.00\./u,
    );
    expect(container.textContent).not.toContain('Lars');
    fireEvent.click(screen.getByRole('button', { name: 'Visa vilka planer' }));
    await screen.findByText('Lars');
    expect(screen.getByText(/2 ändringar väntar sedan .* Inget internet\./u)).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('never says that all is synced while something waits', () => {
    show(stateOf('live', { lars: caseState({ waits: 1, since }) }));
    expect(screen.queryByText(/^Synkat/u)).toBeNull();
    cleanup();
    show(stateOf('live', { lars: caseState() }));
    expect(screen.getByText(/^Synkat/u)).toBeTruthy();
    expect(screen.getByText('Inget väntar.')).toBeTruthy();
  });

  it('says that a share has not ended yet, also where only the plan knows of it', () => {
    show(stateOf('offline'), { endWaits: true });
    expect(
      screen.getByText(
        'En delning är inte avslutad än. Den avslutas först av allt när internet är tillbaka.',
      ),
    ).toBeTruthy();
  });

  it('tries again at once when asked', () => {
    const retry = vi.fn();
    show(stateOf('backingOff'), { retry });
    fireEvent.click(screen.getByRole('button', { name: 'Försök igen' }));
    expect(retry).toHaveBeenCalledOnce();
    expect(screen.getByText('Programmet provar igen.')).toBeTruthy();
  });

  it('tells that the clock is wrong', () => {
    show({ ...stateOf('live'), isSkewed: true, skewMs: -12 * 60_000 });
    expect(
      screen.getByText(/^Inget är borta, men klockan på den här plattan går 12 minuter fel\./u),
    ).toBeTruthy();
  });

  it('tells that this device was taken out, and that what is here stays', () => {
    show({ ...offState, removedHere: true });
    expect(
      screen.getByText(
        /^Inget är borta härifrån\. .* tagit bort den här plattan från dina plattor/u,
      ),
    ).toBeTruthy();
  });

  it('asks for an invitation where the server wants one', async () => {
    const keepCredential = vi.fn(async () => true);
    const server = { kind: 'server', info: { name: '', versions: [1], open: 'invite' } } as const;
    show(offState, { server, keepCredential });
    fireEvent.click(screen.getByRole('button', { name: 'Spara koden' }));
    expect(screen.getByText('Skriv koden du har fått.')).toBeTruthy();
    const write = (code: string): void => {
      fireEvent.input(screen.getByLabelText('Inbjudningskod'), { target: { value: code } });
      fireEvent.click(screen.getByRole('button', { name: 'Spara koden' }));
    };
    write('ABCD EFGH JKMN PQRS TVWX YZ01');
    expect(screen.getByText(/^Koden är felskriven\. Den har 26 tecken/u)).toBeTruthy();
    expect(keepCredential).not.toHaveBeenCalled();
    write(' ABCD EFGH JKMN PQRS TVWX YZ01 28 ');
    await screen.findByText('Koden är sparad.');
    expect(keepCredential).toHaveBeenCalledWith('ABCD EFGH JKMN PQRS TVWX YZ01 28');
  });

  it('leads to where the organisation signs in, if it can be reached', async () => {
    const server = { kind: 'server', info: { name: '', versions: [1], open: 'oidc' } } as const;
    show(offState, { server });
    const link = screen.getByRole('link', { name: 'Logga in' });
    expect(link.getAttribute('href')).toBe('/auth/start?back=/installningar');
    cleanup();
    show(offState, { server, signedInUntil: since });
    expect(screen.getByText('Du är inloggad till 11 maj 2026 10.00.')).toBeTruthy();
    cleanup();
    show(offState, { server, beforeLeaving: async () => false });
    fireEvent.click(screen.getByRole('link', { name: 'Logga in' }));
    await screen.findByText(/^Inget är ändrat\. Det gick inte att få kontakt/u);
    cleanup();
    show(offState, { server, cameBack: 'failed' });
    expect(screen.getByText(/^Inget är ändrat\. Inloggningen blev inte klar/u)).toBeTruthy();
  });
});

describe('the word beside the save state', () => {
  it.each([
    ['off', caseState(), null],
    ['elsewhere', caseState(), null],
    ['offline', caseState(), 'noInternet'],
    ['connecting', caseState(), 'notSynced'],
    ['backingOff', caseState(), 'notSynced'],
    ['live', caseState({ waits: 1 }), 'notSynced'],
    ['live', caseState({ trouble: 'refused' }), 'notSynced'],
    ['live', caseState(), 'synced'],
  ] as const)('%s, %o: %s', (phase, found, word) => {
    expect(syncWord(stateOf(phase, { lars: found }), 'lars')).toBe(word);
    expect(syncWord(stateOf(phase, { lars: found }), 'amina')).toBeNull();
  });
});
