// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { initI18n } from '../../i18n/i18n.ts';
import { err } from '../../shared/result.ts';
import { axeFindings } from '../../ui/axeFindings.ts';
import type { StoreError } from '../../vault/vaultStore.ts';
import { SessionContext } from '../SessionContext.ts';
import { createTestDevice } from '../testDevice.ts';
import { StorageTrouble } from './StorageTrouble.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const kinds: readonly StoreError['kind'][] = [
  'quota',
  'closed',
  'slow',
  'blocked',
  'vanished',
  'newerVersion',
  'unavailable',
  'failed',
];

const open = async (kind: StoreError['kind']) => {
  let trouble: StoreError | null = null;
  const { session, time } = await createTestDevice((storage) => ({
    ...storage,
    open: async () => (trouble === null ? storage.open() : err(trouble)),
  }));
  trouble = kind === 'failed' ? { kind, name: 'UnknownError' } : { kind };
  await session.start();
  const { container } = render(
    <SessionContext.Provider value={session}>
      <StorageTrouble state={session.get()} />
    </SessionContext.Provider>,
  );
  return {
    session,
    time,
    container,
    mend: () => {
      trouble = null;
    },
  };
};

describe('a storage that does not open', () => {
  it.each(kinds)('says first what is safe, and gives a way on and practice (%s)', async (kind) => {
    const { session, container } = await open(kind);
    expect(session.get()).toMatchObject({ phase: 'trouble', trouble: { kind } });
    const words = screen.getByRole('alert').textContent ?? '';
    expect(words).toMatch(/^(Inget |Utskrifter och säkerhetskopior som ni har gjort finns kvar)/);
    expect(screen.getByRole('button', { name: 'Prova igen' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Öva' })).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('is left by itself when it was only slow', async () => {
    const { session, mend, time } = await open('slow');
    await time.pass(5_000);
    expect(session.get().phase).toBe('trouble');
    mend();
    await time.pass(5_000);
    await waitFor(() => expect(session.get().phase).toBe('locked'));
  });

  it('is left as soon as it opens', async () => {
    const { session, mend } = await open('slow');
    mend();
    fireEvent.click(screen.getByRole('button', { name: 'Prova igen' }));
    await waitFor(() => expect(session.get().phase).toBe('locked'));
  });
});
