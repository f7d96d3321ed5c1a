// @vitest-environment happy-dom
/** A case that is written anew elsewhere while somebody writes in it here. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { rerootCase } from '../cases/sync/rerootCase.ts';
import { initI18n } from '../i18n/i18n.ts';
import { unwrap } from '../vault/testing.ts';
import { OpenCaseRoute } from './OpenCaseRoute.tsx';
import { SessionContext } from './SessionContext.ts';
import { createTestDevice } from './testDevice.ts';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const field = (): HTMLTextAreaElement => {
  const found = screen.getByLabelText(/Vad är viktigt för dig/u);
  if (!(found instanceof HTMLTextAreaElement)) throw new Error('No field.');
  return found;
};

it('goes on in the same field with the words in it, saves them, and lets itself be locked', async () => {
  const { session, opened, time } = await createTestDevice();
  render(
    <SessionContext.Provider value={session}>
      <OpenCaseRoute caseId={opened.caseId} way="forbered" />
    </SessionContext.Provider>,
  );
  await screen.findByLabelText(/Vad är viktigt för dig/u, {}, { timeout: 60_000 });
  const before = field();
  before.focus();
  fireEvent.input(before, { target: { value: 'Sova bättre' } });
  const { vault, deps } = { vault: session.get().vault, deps: session.deps };
  if (vault === null) throw new Error('locked');
  const { clock, random, storage } = deps;
  const rerooted = await rerootCase(
    { session: vault, removal: storage.removal, clock, random },
    opened.caseId,
  );
  expect(rerooted.ok).toBe(true);
  await opened.catchUp();
  await waitFor(() => expect(session.openedCase()).not.toBe(opened), { timeout: 60_000 });
  expect(session.openedCase()?.caseId).toBe(opened.caseId);
  await waitFor(() => expect(session.openedCase()?.workspace().save.kind).toBe('saved'), {
    timeout: 60_000,
  });
  expect(field()).toBe(before);
  expect([field().value, document.activeElement]).toEqual(['Sova bättre', before]);
  expect(screen.queryByText('Inte sparat')).toBeNull();
  fireEvent.input(field(), { target: { value: 'Sova bättre om natten' } });
  await time.pass(1_000);
  await waitFor(
    () =>
      expect(session.openedCase()?.workspace().state.plan.important.text).toBe(
        'Sova bättre om natten',
      ),
    { timeout: 60_000 },
  );
  expect(unwrap(await vault.openCase(opened.caseId)).epoch).toBe(2);
  await session.lock('asked');
  expect(session.get().phase).toBe('locked');
});
