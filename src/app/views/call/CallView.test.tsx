// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { exceptParty, recordConsent } from '../../../consent/recordConsent.ts';
import { initI18n } from '../../../i18n/i18n.ts';
import { createLars, type RoomCase } from '../../../individual/testRoom.ts';
import { createTestWorkspace, TestCase } from '../../../individual/testWorkspace.tsx';
import { testStart } from '../../../meeting/testMeeting.ts';
import { setParticipantField } from '../../../plan/commands/participants.ts';
import { setPlanField } from '../../../plan/commands/wholePlan.ts';
import { applyUpdate, createPlanDocument, encodeState } from '../../../plan/document.ts';
import { createContext, must, per } from '../../../plan/testing.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { CallView } from './CallView.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

/** Eva sets the day, the hour and an answer, and so does Per, while neither has heard of the other. */
const writeApart = ({ doc, ctx, ids }: RoomCase): void => {
  const other = createPlanDocument();
  must(applyUpdate(other, encodeState(doc)));
  const apart = [
    [doc, ctx, '2026-12-01', '09:00', 'annan'],
    [other, createContext('b', per), '2026-12-03', '13:00', 'kommerInte'],
  ] as const;
  for (const [to, by, date, time, reply] of apart) {
    must(setPlanField(to, by, { field: 'meetingDate', value: date }));
    must(setPlanField(to, by, { field: 'meetingTime', value: time }));
    must(setParticipantField(to, by, { id: ids.eva, field: 'reply', value: reply }));
  }
  must(applyUpdate(doc, encodeState(other)));
};

const open = async (before: (lars: RoomCase) => void = () => undefined) => {
  const lars = createLars();
  before(lars);
  for (const [id, value] of [
    [lars.ids.eva, 'kallad'],
    [lars.ids.per, 'kallad'],
    [lars.ids.anna, 'inbjuden'],
  ] as const) {
    setParticipantField(lars.doc, lars.ctx, { id, field: 'call', value });
  }
  const workspace = createTestWorkspace({ ...lars, log: [], now: () => testStart });
  const show = () =>
    render(
      <TestCase workspace={workspace}>
        <CallView />
      </TestCase>,
    );
  return { lars, workspace, show };
};

const list = (name: string) => within(screen.getByRole('list', { name }));

describe('Kalla och bjud in', () => {
  it('shows the called, the invited and their answers, and breaks no rule that axe knows', async () => {
    const { show, workspace, lars } = await open();
    const { container } = show();
    screen.getByRole('heading', { name: 'Kalla och bjud in' });
    list('Kallade').getByText('Eva Nilsson');
    list('Kallade').getByText('Per Holm');
    expect(list('Inbjudna').queryByText('Eva Nilsson')).toBeNull();
    expect(list('Kallade').queryByText('Lars Svensson')).toBeNull();
    screen.getByText(/Har inte svarat än: Eva Nilsson, Per Holm och Anna/);
    const answers = within(list('Kallade').getByRole('group', { name: /Eva Nilsson/ }));
    fireEvent.click(answers.getByRole('radio', { name: 'Kommer' }));
    await waitFor(() =>
      expect(
        workspace.current().state.plan.participants.find(({ id }) => id === lars.ids.eva)?.reply
          .value,
      ).toBe('kommer'),
    );
    expect(screen.getByText(/^Har inte svarat än/).textContent).not.toContain('Eva');
    expect(await axeFindings(container)).toEqual([]);
  });

  it('says who must not be called, and never lists them among the called', async () => {
    const { show, workspace, lars } = await open();
    const { record } = workspace.current();
    await record((ctx) => exceptParty(ctx, { participantId: lars.ids.per, name: 'Per Holm' }));
    await record((ctx) => exceptParty(ctx, { participantId: null, name: 'Grannen' }));
    show();
    list('De här ska inte kallas').getByText('Per Holm');
    list('De här ska inte kallas').getByText('Grannen');
    expect(list('Kallade').queryByText('Per Holm')).toBeNull();
    expect(screen.getByText(/^Har inte svarat än/).textContent).not.toContain('Per');
  });

  it('keeps who may decide closed until it is asked for', async () => {
    const { show } = await open();
    show();
    const asked = screen.getByRole('button', { name: 'Kan fatta beslut på mötet?' });
    expect(asked.getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('button', { name: 'Delvis' })).toBeNull();
    fireEvent.click(asked);
    expect((await screen.findAllByRole('button', { name: 'Delvis' })).length).toBe(2);
  });

  it('helps with the three days at discharge only, with both dates and whose reading it is', async () => {
    const { show, workspace } = await open();
    show();
    expect(screen.queryByLabelText('När kom meddelandet?')).toBeNull();
    cleanup();
    await workspace
      .current()
      .edit((doc, ctx) => setPlanField(doc, ctx, { field: 'kind', value: 'utskrivning' }));
    show();
    fireEvent.input(screen.getByLabelText('När kom meddelandet?'), {
      target: { value: '2026-06-10' },
    });
    screen.getByText('Senast måndag 15 juni.');
    screen.getByText(/Tredje dagen är lördag 13 juni/);
    screen.getByText(/vår tolkning/);
    screen.getByText('onsdag 10 juni 2026');
  });

  it('reminds of protected identity where the place is written', async () => {
    const { show, workspace } = await open();
    await workspace
      .current()
      .edit((doc, ctx) => setPlanField(doc, ctx, { field: 'protectedIdentity', value: true }));
    show();
    screen.getByText('Skyddade uppgifter: prata med din chef om hur ni gör.');
    screen.getByText(/platsen lämnas utanför varje papper och skärm/);
  });

  it('says what each has written as a person says it where two wrote at once, and lets one choose', async () => {
    const { show, workspace } = await open(writeApart);
    const { container } = show();
    const dates = within(screen.getByRole('group', { name: 'Datum' }));
    expect(dates.getByRole('radio', { name: 'tisdag 1 december – Eva Test' })).toBeTruthy();
    screen.getByRole('radio', { name: '09.00 – Eva Test' });
    screen.getByText(
      'Två har skrivit olika: Kommer inte (Per Test) och Skickar någon annan (Eva Test). Välj vad som gäller.',
    );
    expect(container.textContent).not.toMatch(/\d{4}-\d\d|\d\d:\d\d|kommerInte/u);
    expect(await axeFindings(container)).toEqual([]);
    fireEvent.click(dates.getByRole('radio', { name: 'torsdag 3 december – Per Test' }));
    await waitFor(() =>
      expect(workspace.current().state.plan.meeting.date).toEqual({
        value: '2026-12-03',
        both: [],
      }),
    );
  });

  it('says whom to call off when the person says no', async () => {
    const { show, workspace } = await open();
    await workspace
      .current()
      .record((ctx) => recordConsent(ctx, { which: 'make', answer: 'no', form: 'muntligt' }));
    show();
    screen.getByText(/Säg till Eva Nilsson, Per Holm och Anna/);
  });
});
