// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { initI18n } from '../i18n/i18n.ts';
import { defaultShares } from '../meeting/parts.ts';
import { addLongTermGoal } from '../plan/commands/addRows.ts';
import { setNextMeeting } from '../plan/commands/wholePlan.ts';
import { recordShownAtEnd } from '../plan/shownAtEnd.ts';
import { err } from '../shared/result.ts';
import { axeFindings } from '../ui/axeFindings.ts';
import { OpenCaseRoute } from './OpenCaseRoute.tsx';
import { SessionContext } from './SessionContext.ts';
import { createTestDevice, type TestDevice } from './testDevice.ts';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const go = 'Ta bort det ni skrev på mötet';
let failing: boolean;
beforeEach(() => {
  failing = false;
});

/** A meeting in which two rows were written, and that ended by **Ingen SIP**. */
const withoutSip = async (): Promise<TestDevice> => {
  const device = await createTestDevice((storage) => ({
    ...storage,
    removal: {
      ...storage.removal,
      rewriteCase: async (caseId, since, prepare) =>
        failing
          ? err({ kind: 'quota' as const })
          : storage.removal.rewriteCase(caseId, since, prepare),
    },
  }));
  const { time, opened } = device;
  const { edit, record, send } = opened.workspace();
  await edit((doc, ctx) => addLongTermGoal(doc, ctx, { text: 'Skrivet före mötet' }));
  await time.pass(60_000);
  await send({
    type: 'meeting.started',
    minutes: 60,
    shares: defaultShares,
    seenBy: 'nej',
    interpreter: false,
  });
  await time.pass(60_000);
  await edit((doc, ctx) => addLongTermGoal(doc, ctx, { text: 'Sagt om grannen' }));
  await edit((doc, ctx) => addLongTermGoal(doc, ctx, { text: 'Sagt om hunden' }));
  await edit((doc, ctx) => setNextMeeting(doc, ctx, { place: 'Hos mostern' }));
  const { plan, consent } = opened.workspace().state;
  await record((ctx) => recordShownAtEnd(ctx, { plan, consent }));
  await send({ type: 'consent.opened' });
  await send({ type: 'consent.changed', change: { kind: 'none' } });
  return device;
};

const show = ({ session, opened }: TestDevice) =>
  render(
    <SessionContext.Provider value={session}>
      <OpenCaseRoute caseId={opened.caseId} way="efter" />
    </SessionContext.Provider>,
  );

const ask = async () => {
  fireEvent.click(await screen.findByRole('button', { name: go }));
  return within(await screen.findByRole('dialog'));
};

describe('after a meeting that ended without a SIP', () => {
  it('says what goes and what stays, and removes nothing before somebody is said to have chosen', async () => {
    const device = await withoutSip();
    const { container } = show(device);
    const dialog = await ask();
    dialog.getByText('2 långsiktiga mål');
    dialog.getByText(/Det som redan är infört i en journal eller akt finns kvar där/);
    dialog.getByText(/utskrivet, kopierat eller lämnat/);
    const confirm = dialog.getByRole('button', { name: 'Ta bort för alltid' });
    expect(confirm.hasAttribute('disabled')).toBe(true);
    expect(await axeFindings(container)).toEqual([]);
    fireEvent.click(dialog.getByRole('button', { name: 'Behåll' }));
    expect(device.opened.workspace().state.plan.longTermGoals).toHaveLength(3);
  });

  it('removes the words, keeps what was there before, and says that it is done', async () => {
    const device = await withoutSip();
    show(device);
    const dialog = await ask();
    fireEvent.click(dialog.getByRole('radio', { name: 'Lars' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Ta bort för alltid' }));
    await screen.findByText(/togs bort härifrån .*Det står i Historik/);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByRole('button', { name: go })).toBeNull();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Mötet slutade utan SIP'));
    const now = device.session.openedCase();
    expect(now).not.toBe(device.opened);
    const state = now?.workspace().state;
    expect(state?.plan.longTermGoals.map(({ text }) => text)).toEqual(['Skrivet före mötet']);
    const read = JSON.stringify(state);
    for (const gone of ['grannen', 'hunden', 'mostern']) expect(read).not.toContain(gone);
    expect(
      state?.log
        .filter(({ fact }) => fact.type === 'contents.removed')
        .map(({ fact }) => fact.data),
    ).toEqual([{ scope: 'meetingNotes', choice: 'individual' }]);
  });

  it('says that nothing is gone when it could not be removed', async () => {
    const device = await withoutSip();
    failing = true;
    show(device);
    const dialog = await ask();
    fireEvent.click(dialog.getByRole('radio', { name: 'Vi som håller i planen' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Ta bort för alltid' }));
    await waitFor(() => dialog.getByText(/^Inget är borta/));
    expect(device.opened.workspace().state.plan.longTermGoals).toHaveLength(3);
    failing = false;
    fireEvent.click(dialog.getByRole('button', { name: 'Ta bort för alltid' }));
    await screen.findByText(/togs bort härifrån/);
  });
});
