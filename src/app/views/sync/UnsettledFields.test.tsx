// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { initI18n } from '../../../i18n/i18n.ts';
import { createLars, type RoomCase } from '../../../individual/testRoom.ts';
import { createTestWorkspace, TestCase } from '../../../individual/testWorkspace.tsx';
import { testStart } from '../../../meeting/testMeeting.ts';
import { setTiming } from '../../../plan/commands/editRows.ts';
import { setParticipantField } from '../../../plan/commands/participants.ts';
import { setPlanField } from '../../../plan/commands/wholePlan.ts';
import { applyUpdate, createPlanDocument, encodeState } from '../../../plan/document.ts';
import { createContext, must, per } from '../../../plan/testing.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { UnsettledFields } from './UnsettledFields.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

/** Two write in the same fields while neither hears of the other. */
const writeApart = ({ doc, ctx, ids }: RoomCase): void => {
  const other = createPlanDocument();
  must(applyUpdate(other, encodeState(doc)));
  const apart = [
    [doc, ctx, '2026-12-01', 'annan', 'ja', 'vecka', 'ungdom'],
    [other, createContext('b', per), '2026-12-03', 'kommerInte', 'nej', 'dag', 'barn'],
  ] as const;
  for (const [to, by, date, reply, mandate, every, audience] of apart) {
    must(setPlanField(to, by, { field: 'meetingDate', value: date }));
    must(setPlanField(to, by, { field: 'audience', value: audience }));
    must(setParticipantField(to, by, { id: ids.eva, field: 'reply', value: reply }));
    must(setParticipantField(to, by, { id: ids.eva, field: 'mandate', value: mandate }));
    must(setTiming(to, by, { id: ids.talk, timing: { every, before: null, text: '' } }));
  }
  must(applyUpdate(doc, encodeState(other)));
};

it('gathers what two have written differently, in words, and is gone when all is chosen', async () => {
  const lars = createLars();
  writeApart(lars);
  const workspace = createTestWorkspace({ ...lars, log: [], now: () => testStart });
  const { container } = render(
    <TestCase workspace={workspace}>
      <UnsettledFields />
    </TestCase>,
  );
  expect(container.textContent).toContain('Inget är borta.');
  const choices = [
    ['Datum för mötet', 'torsdag 3 december – Per Test'],
    ['Mötescirkel', 'Barn – Per Test'],
    [/^Svar: Eva/u, 'Kommer inte – Per Test'],
    [/^När och hur ofta: Samtal/u, 'varje dag – Per Test'],
  ] as const;
  for (const [label, value] of choices)
    within(screen.getByRole('group', { name: label })).getByRole('radio', { name: value });
  // Nothing of how it is kept, and nothing that is for the leader alone.
  expect(container.textContent).not.toMatch(/\d{4}-\d\d|kommerInte|barn –|beslut/u);
  expect(await axeFindings(container)).toEqual([]);
  for (const [, value] of choices) {
    fireEvent.click(await screen.findByRole('radio', { name: value }));
    await waitFor(() => expect(screen.queryByRole('radio', { name: value })).toBeNull());
  }
  expect(container.textContent).toBe('');
  const { plan } = workspace.current().state;
  expect([plan.meeting.date.value, plan.audience.value]).toEqual(['2026-12-03', 'barn']);
  expect(plan.unsettled.map(({ field }) => field)).toEqual(['mandate']);
});
