// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { giveCase } from '../cases/giveCase.ts';
import { listCases } from '../cases/listCases.ts';
import { initI18n } from '../i18n/i18n.ts';
import { caseDeps } from './caseDeps.ts';
import { OpenCaseRoute } from './OpenCaseRoute.tsx';
import { SessionContext } from './SessionContext.ts';
import { createTestDevice, type TestDevice } from './testDevice.ts';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const ask = async ({ session, opened }: TestDevice) => {
  render(
    <SessionContext.Provider value={session}>
      <OpenCaseRoute caseId={opened.caseId} way="efter" />
    </SessionContext.Provider>,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Ta bort nu' }));
  return within(await screen.findByRole('dialog'));
};

const listed = async ({ session }: TestDevice) => {
  const { vault } = session.get();
  if (vault === null) throw new Error('locked');
  const cases = await listCases(caseDeps(session), vault);
  return cases.ok ? cases.value.length : cases.error.kind;
};

const rows = async ({ session, opened }: TestDevice) => {
  const read = await session.deps.storage.journal.readSince(opened.caseId, 0);
  return read.ok ? read.value.rows.length : read.error.kind;
};

describe('Ta bort härifrån', () => {
  it('says that all goes when nobody else has it, and then it is so', async () => {
    const device = await createTestDevice();
    const dialog = await ask(device);
    dialog.getByText(/alla versioner och historiken försvinner härifrån. Ingen annan har planen/);
    dialog.getByText(/kan den vara borta för alltid/);
    fireEvent.click(dialog.getByRole('button', { name: 'Ta bort planen härifrån' }));
    await waitFor(async () => expect(await listed(device)).toBe(0));
    expect(await rows(device)).toBe(0);
  });

  it('says that a colleague still has it when one does, and then it is so', async () => {
    const device = await createTestDevice();
    const colleague = await device.addVault('P');
    const { vault } = device.session.get();
    if (vault === null) throw new Error('locked');
    await giveCase(vault, device.opened, { vaultId: colleague.vaultId, shortName: 'P' });
    const dialog = await ask(device);
    dialog.getByText(/försvinner bara för dig. P har också planen här/);
    expect(dialog.queryByText(/borta för alltid/)).toBeNull();
    fireEvent.click(dialog.getByRole('button', { name: 'Ta bort planen för mig' }));
    await waitFor(async () => expect(await listed(device)).toBe(0));
    expect(await rows(device)).toBeGreaterThan(0);
  });
});
