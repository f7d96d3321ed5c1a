// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { initI18n } from '../../../i18n/i18n.ts';
import type { ReadinessDeps } from '../../../pwa/readiness.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { SessionContext } from '../../SessionContext.ts';
import { createTestDevice } from '../../testDevice.ts';
import { ReadinessSection, type ReadinessSectionProps } from './ReadinessSection.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

/** A browser in which nothing can be asked. */
const bare = {
  isSecureContext: true,
  crypto: { subtle: crypto.subtle },
  isControlled: () => true,
  kept: async () => null,
  storage: undefined,
  tryRoom: async () => null,
  isStandalone: () => null,
  keepAwake: null,
  now: () => 0,
  serverTime: async () => null,
};

const open = async (
  change: Partial<Omit<ReadinessDeps, 'backup'>>,
  props: Partial<ReadinessSectionProps> = {},
) => {
  const device = await createTestDevice();
  const { container } = render(
    <SessionContext.Provider value={device.session}>
      <ReadinessSection deps={(backup) => ({ ...bare, ...change, backup })} {...props} />
    </SessionContext.Provider>,
  );
  await screen.findByRole('list');
  return { ...device, container };
};

const row = (name: string): HTMLElement => {
  const found = screen.getAllByRole('listitem').find((item) => item.textContent?.startsWith(name));
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
};

describe('Klar för möten utan internet', () => {
  it('says of each thing that it cannot be known, where the browser tells nothing', async () => {
    const { container } = await open({});
    const unknown = [
      'Programmet',
      'Alla delar',
      'Uppgifterna ligger kvar',
      'Plats',
      'Hemskärmen',
      'Klockan',
    ];
    for (const name of unknown) expect(row(name).textContent).toContain('Går inte att veta här');
    expect(row('Skärmen hålls vaken').textContent).toContain('Inte klart');
    expect(await axeFindings(container)).toEqual([]);
  });

  it('says of the backup what the vault knows', async () => {
    const { session } = await open({});
    expect(row('Säkerhetskopia').textContent).toContain('Inte klart');
    const { vault } = session.get();
    await vault?.writeValue('backup', { at: session.deps.clock.now(), plans: 1, notes: 4 });
    fireEvent.click(screen.getByRole('button', { name: 'Kontrollera igen' }));
    await waitFor(() => expect(row('Säkerhetskopia').textContent).toContain('från den senaste'));
    await session.lock('asked');
  });

  it('fetches what is missing, and looks again', async () => {
    let missing = [{ key: 'k', url: 'u', sum: null }];
    const fetchMissing = vi.fn(async () => {
      missing = [];
    });
    await open({ kept: async () => ({ page: true, missing }) }, { fetchMissing });
    expect(row('Alla delar').textContent).toContain('Inte klart');
    fireEvent.click(
      within(row('Alla delar')).getByRole('button', { name: 'Hämta det som saknas' }),
    );
    await waitFor(() => expect(row('Alla delar').textContent).toContain('Alla filer finns här'));
    expect(fetchMissing).toHaveBeenCalledTimes(1);
  });

  it('asks the browser to keep what is written, and says still not when it refuses', async () => {
    let persisted = false;
    const keep = vi.fn(async () => persisted);
    await open({ storage: { persisted: async () => persisted } }, { keep });
    const ask = () =>
      within(row('Uppgifterna ligger kvar')).getByRole('button', {
        name: 'Be webbläsaren behålla uppgifterna',
      });
    fireEvent.click(ask());
    await waitFor(() => expect(keep).toHaveBeenCalledTimes(1));
    await screen.findByText(/Webbläsaren sa nej den här gången/);
    expect(row('Uppgifterna ligger kvar').textContent).toContain('Inte klart');
    persisted = true;
    fireEvent.click(ask());
    await waitFor(() =>
      expect(row('Uppgifterna ligger kvar').textContent).toContain('har lovat att inte städa bort'),
    );
    await screen.findByText('Kontrollerat.');
  });
});
