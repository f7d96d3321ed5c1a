// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { useEffect, useState } from 'preact/hooks';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { OpenCase } from '../cases/openCase.ts';
import { createTestCase } from '../cases/testCase.ts';
import { initI18n } from '../i18n/i18n.ts';
import { loadTexts } from '../i18n/loadTexts.ts';
import { OwnView } from '../individual/own/OwnView.tsx';
import { next, started } from '../meeting/testMeeting.ts';
import { LeaderScreen } from '../meeting/views/LeaderScreen.tsx';
import { pieces } from '../meeting/views/pieces.ts';
import { WorkspaceContext } from '../meeting/views/WorkspaceContext.ts';
import { addLongTermGoal } from '../plan/commands/addRows.ts';
import { addParticipant } from '../plan/commands/participants.ts';
import { openRecord } from '../vault/sealRecord.ts';

beforeAll(async () => {
  initI18n('sv');
  await Promise.all([
    loadTexts('sv', 'ownView'),
    loadTexts('sv', 'signals'),
    ...pieces.map((piece) => piece.warm()),
  ]);
}, 60_000);
afterEach(cleanup);

function Meeting({ opened }: { readonly opened: OpenCase }) {
  const [workspace, setWorkspace] = useState(opened.workspace);
  useEffect(() => opened.subscribe(() => setWorkspace(opened.workspace())), [opened]);
  return (
    <WorkspaceContext.Provider value={workspace}>
      <LeaderScreen
        onLeave={() => undefined}
        onAfter={() => undefined}
        renderSeen={(props) => <OwnView {...props} />}
      />
    </WorkspaceContext.Provider>
  );
}

const press = async (name: string): Promise<boolean> =>
  fireEvent.click(await screen.findByRole('button', { name, hidden: true }, { timeout: 9_000 }));

it('leaves nothing of a signal in any record, in no card and nowhere in the browser', async () => {
  const { first, memory, session } = await createTestCase();
  const workspace = () => first.workspace();
  await workspace().send({ ...started({ seenBy: 'personen' }) });
  await workspace().edit((doc, ctx) =>
    addParticipant(doc, ctx, { name: 'Lars', isIndividual: true }),
  );
  for (let part = 1; part < 3; part += 1) await workspace().send(next());
  await workspace().edit((doc, ctx) => addLongTermGoal(doc, ctx, { text: 'Behålla gården' }));
  render(<Meeting opened={first} />);
  const kept = () => memory.cases.get(first.caseId);

  // On the tablet turned to the individual: given, taken back, and given again.
  await press('Jag förstår inte');
  await press('Ångra');
  await press('Jag vill säga något');
  await screen.findByText(/^Håll upp plattan/u);
  const rows = kept()?.rows.length;
  expect(rows).toBeGreaterThan(1);

  // Taken back by the leader, seen, and a paper card more, which is still unanswered when the meeting ends.
  await press('Håll intryckt för att ta tillbaka');
  await press('Håll intryckt för att ta tillbaka');
  await press('Tack, jag såg');
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Tack, jag såg' })).toBeNull());
  await press('Lars visade ett kort');
  await press('Det går för fort');
  await screen.findByRole('button', { name: 'Tack, jag såg' });
  await workspace().send({ type: 'meeting.ended', followUp: { kind: 'nyttMote' } });
  await workspace().flush();

  const opened = await session.openCase(first.caseId);
  if (!opened.ok) throw new Error(opened.error.kind);
  const texts = await Promise.all(
    (kept()?.rows ?? []).map(async ({ bytes }) => {
      const record = await openRecord(opened.value, bytes);
      if (!record.ok) throw new Error(record.error.kind);
      return new TextDecoder('latin1').decode(record.value.body.payload);
    }),
  );
  const all = [
    ...texts,
    JSON.stringify({ ...localStorage }),
    JSON.stringify({ ...sessionStorage }),
  ];
  // The looking finds what is there.
  expect(all.join('\n')).toContain('meeting.ended');
  expect(all.join('\n')).toMatch(/Behålla|BehÃ¥lla/u);
  expect(all.join('\n')).not.toMatch(
    /signal|forstarInte|sagaNagot|forFort|raised|förstår|fÃ¶rstÃ¥r|för fort|fÃ¶r fort|såg|kort/iu,
  );
  // Each thing that was written is one that is meant to be.
  const types = new Set(workspace().state.log.map(({ fact }) => fact.type));
  expect(types).toEqual(new Set(['case.created', 'meeting.event']));
});
