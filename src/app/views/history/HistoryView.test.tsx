// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { caseOpened, casePrinted, contentsRemoved } from '../../../cases/caseFacts.ts';
import { initI18n } from '../../../i18n/i18n.ts';
import { createLars } from '../../../individual/testRoom.ts';
import {
  createTestWorkspace,
  TestCase,
  type TestWorkspaceInput,
} from '../../../individual/testWorkspace.tsx';
import { testStart } from '../../../meeting/testMeeting.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { HistoryView } from './HistoryView.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const clock = { now: () => testStart, monotonic: () => 0 };

const open = (given: Partial<TestWorkspaceInput> = {}) => {
  const workspace = createTestWorkspace({
    ...createLars(),
    log: [],
    now: () => testStart,
    ...given,
  });
  const show = () =>
    render(
      <TestCase workspace={workspace}>
        <HistoryView clock={clock} by="Karin Ek" organisation="Åby kommun" vaultLog={[]} />
      </TestCase>,
    );
  return { show, record: workspace.current().record };
};

describe('Historik', () => {
  it('tells in plain words what is set aside and what is missing, and what to do', async () => {
    const { show } = open({
      setAside: [{ id: 'row 7', device: 'a', seq: 7, reason: 'cannotOpen' }],
      missing: [
        { device: 'a', from: 3, to: 4 },
        { device: 'b', from: 1, to: 1 },
      ],
    });
    const { container } = show();
    screen.getByText(/Inget är borta, men en uppgift går inte att läsa/);
    screen.getByText(/3 uppgifter saknas/);
    screen.getByText(/Jämför med den senaste utskriften/);
    const list = within(screen.getByRole('list', { name: 'Lagt åt sidan' }));
    expect(list.getAllByRole('listitem').map((row) => row.textContent)).toEqual([
      'Uppgift 7row 7',
      'Uppgift 3 till 4 saknas',
      'Uppgift 1 saknas',
    ]);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('says that nothing is missing when nothing is', () => {
    open().show();
    screen.getByText(/Inget är lagt åt sidan och inget saknas/);
    expect(screen.queryByText(/Jämför med/)).toBeNull();
  });

  it('tells who opened it, what was printed, and that something was removed, never what', async () => {
    const { show, record } = open();
    await record(caseOpened);
    await record((ctx) => casePrinted(ctx, 'plan'));
    await record((ctx) => contentsRemoved(ctx, { scope: 'meetingNotes', choice: 'individual' }));
    show();
    screen.getByText('Planen öppnades.');
    screen.getByText('Utkastet skrevs ut.');
    screen.getByText('Uppgifter borttagna.');
    screen.getByText(/Det som skrevs på mötet. Personen bestämde det. Per/);
  });
});
