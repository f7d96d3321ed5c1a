// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { initI18n } from '../../i18n/i18n.ts';
import { axeFindings } from '../../ui/axeFindings.ts';
import { SessionContext } from '../SessionContext.ts';
import { createTestDevice } from '../testDevice.ts';
import { FirstStart } from './FirstStart.tsx';

const iPad =
  'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';

const here = vi.hoisted((): { kept: string | null } => ({ kept: null }));
vi.mock('../../storage/keptThere.ts', async (original) => ({
  ...(await original<object>()),
  isKeptThere: async () => here.kept !== null,
}));
vi.mock('../keptHere.ts', () => ({ languageOfKept: async () => here.kept }));

beforeAll(() => initI18n('sv'));
afterEach(() => {
  here.kept = null;
  cleanup();
});

const open = async (userAgent: string, standalone: boolean) => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(userAgent);
  vi.spyOn(globalThis, 'matchMedia').mockReturnValue({ matches: standalone } as MediaQueryList);
  const { session } = await createTestDevice();
  const { container } = render(
    <SessionContext.Provider value={session}>
      <FirstStart />
    </SessionContext.Provider>,
  );
  return container;
};

const button = (name: string): HTMLElement => screen.getByRole('button', { name });

describe('the first start', () => {
  it('in a tab on an iPad offers practice and the home screen, and asks twice before real plans', async () => {
    const container = await open(iPad, false);
    await screen.findByRole('heading', { name: 'Lägg programmet på hemskärmen först' });
    expect(screen.getByRole('link', { name: 'Öva först' })).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
    fireEvent.click(button('Skydda uppgifterna här ändå'));
    await screen.findByRole('heading', { name: /riktiga planer här i webbläsaren/ });
    expect(screen.getByText(/på sju dagar\.$/)).toBeTruthy();
    expect(screen.getByText(/börjar det tomt där/)).toBeTruthy();
    fireEvent.click(button('Nej, hemskärmen först'));
    await waitFor(() => expect(screen.queryByText(/börjar det tomt där/)).toBeNull());
    expect(screen.queryByLabelText('Lösenord')).toBeNull();
    fireEvent.click(button('Skydda uppgifterna här ändå'));
    fireEvent.click(await screen.findByRole('button', { name: 'Ja, skriv planer här' }));
    await screen.findByLabelText('Lösenord');
  });

  it('in a tab on an iPad asks also before plans are fetched into it', async () => {
    await open(iPad, false);
    fireEvent.click(button('Hämta från en säkerhetskopia'));
    await screen.findByRole('heading', { name: /riktiga planer här i webbläsaren/ });
    fireEvent.click(button('Ja, skriv planer här'));
    await screen.findByRole('heading', { name: 'Hämta från en säkerhetskopia' });
  });

  it('from the home screen of an iPad offers to move plans here', async () => {
    const container = await open(iPad, true);
    await screen.findByRole('heading', { name: 'Flytta hit' });
    expect(await axeFindings(container)).toEqual([]);
    fireEvent.click(button('Flytta hit'));
    await screen.findByRole('heading', { name: 'Hämta från en säkerhetskopia' });
  });

  it('leads to the plan that is kept on this phone, in the language of the one who reads it', async () => {
    here.kept = 'en';
    const container = await open('Mozilla/5.0 (Linux; Android 13) Chrome/126.0.0.0 Mobile', false);
    const way = await screen.findByRole('link', { name: 'Your plans' }, { timeout: 30_000 });
    expect(way.getAttribute('href')).toBe('/folj');
    expect(way.closest('section')?.lang).toBe('en');
    expect(await axeFindings(container)).toEqual([]);
  });

  it('on other devices says nothing of it', async () => {
    await open('Mozilla/5.0 (Linux; Android 13; SM-X200) Chrome/126.0.0.0 Safari/537.36', false);
    expect(button('Skydda uppgifterna')).toBeTruthy();
    expect(screen.queryByText(/hemskärmen/)).toBeNull();
    expect(screen.queryByRole('link', { name: 'Dina planer' })).toBeNull();
  });
});
