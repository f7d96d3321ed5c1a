// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { initI18n } from '../../i18n/i18n.ts';
import { err, ok } from '../../shared/result.ts';
import type { Trouble } from '../../storage/connection.ts';
import { axeFindings } from '../../ui/axeFindings.ts';
import { SessionContext } from '../SessionContext.ts';
import { createTestDevice } from '../testDevice.ts';
import { StorageLine } from './StorageLine.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

let tell: (trouble: Trouble | null) => void;
let opens: Trouble | null;
let full: boolean;
beforeEach(() => {
  opens = null;
  full = false;
});

const open = async () => {
  const device = await createTestDevice((storage) => ({
    ...storage,
    onTrouble: (listener) => {
      tell = listener;
      return () => undefined;
    },
    open: async () =>
      opens === null ? storage.open() : opens.kind === 'newerWaits' ? ok(undefined) : err(opens),
    journal: {
      ...storage.journal,
      append: async (caseId, since, prepare) =>
        full ? err({ kind: 'quota' as const }) : storage.journal.append(caseId, since, prepare),
    },
  }));
  const reload = vi.fn();
  const shown = render(
    <SessionContext.Provider value={device.session}>
      <StorageLine reload={reload} />
    </SessionContext.Provider>,
  );
  return { ...device, reload, container: shown.container };
};

describe('a storage in trouble', () => {
  it('is told with what is safe and one button, and is over when it is open again', async () => {
    const { container } = await open();
    expect(screen.queryByRole('alert')).toBeNull();
    act(() => tell({ kind: 'closed' }));
    expect(screen.getByRole('alert').textContent).toMatch(/^Inget som är sparat är borta/);
    expect(screen.getAllByRole('button')).toHaveLength(1);
    expect(await axeFindings(container)).toEqual([]);
    opens = { kind: 'quota' };
    fireEvent.click(screen.getByRole('button', { name: 'Öppna lagringen igen' }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/plattan är full/));
    opens = null;
    fireEvent.click(screen.getByRole('button', { name: 'Prova igen' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('that does not answer is told, and over by itself when it does', async () => {
    await open();
    act(() => tell({ kind: 'slow' }));
    expect(screen.getByRole('alert').textContent).toMatch(
      /^Inget som är sparat är borta, men lagringen på plattan svarar inte/,
    );
    expect(screen.getByRole('button', { name: 'Prova igen' })).toBeTruthy();
    act(() => tell(null));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('never shows a storage that came back empty as one without plans', async () => {
    const { session } = await open();
    act(() => tell({ kind: 'closed' }));
    opens = { kind: 'vanished' };
    fireEvent.click(screen.getByRole('button'));
    await waitFor(() => expect(session.get().phase).toBe('trouble'));
    expect(session.get().trouble).toEqual({ kind: 'vanished' });
  });

  it('makes room for a newer version only when what is open is written', async () => {
    const { opened, time, reload } = await open();
    act(() => tell({ kind: 'newerWaits' }));
    full = true;
    opened
      .workspace()
      .typing({ item: 'plan', field: 'important' })
      .splice({ index: 0, remove: 0, insert: 'Sova' });
    fireEvent.click(screen.getByRole('button', { name: /öppna programmet på nytt/ }));
    await screen.findByText(/Det sista är inte sparat än/);
    expect(reload).not.toHaveBeenCalled();
    full = false;
    await time.pass(60_000);
    fireEvent.click(screen.getByRole('button', { name: /öppna programmet på nytt/ }));
    await waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
  });
});
