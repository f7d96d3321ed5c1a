// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  caseOpened,
  casePrinted,
  caseTakenOver,
  contentsRemoved,
  standInChosen,
} from '../../../cases/caseFacts.ts';
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

describe('what is taken out of Historik', () => {
  it('is text to copy or a file without a name in its name, and each time is logged', async () => {
    const { show, record } = open();
    await record(caseOpened);
    const { container } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Ta ut historiken' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Ta ut historiken' }));
    const text = dialog.getByLabelText<HTMLTextAreaElement>('Historiken som text').value;
    expect(text).toMatch(
      /^Historik för den SIP som gäller Lars\. Uttagen .+ av Karin Ek, Åby kommun\./,
    );
    expect(text).toContain('Planen öppnades. Per Test');
    const file = dialog.getByText('Spara som fil').closest('a');
    expect(file?.getAttribute('download')).toMatch(/^sip-historik-[\d-]+\.txt$/);
    expect(await axeFindings(container)).toEqual([]);
    fireEvent.click(dialog.getByRole('button', { name: 'Kopiera' }));
    await screen.findByText('Historiken togs ut som text.');
    if (file !== null) fireEvent.click(file);
    await waitFor(() =>
      expect(screen.getAllByText('Historiken togs ut som text.')).toHaveLength(2),
    );
  });

  it('tells who took the plan over, and what may have been seen by whom', async () => {
    const { show, record } = open();
    await record((ctx) => standInChosen(ctx, { toVault: 'v', shortName: 'P' }));
    await record((ctx) =>
      caseTakenOver(ctx, { fromVault: 'k', shortName: 'K', reason: 'today', note: '' }),
    );
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Vem som har öppnat' }));
    screen.getByText('P valdes att ta över planen vid behov.');
    screen.getByText('Per Test tog över planen.');
    screen.getByText('Från K. Kollegan är borta i dag.');
  });
});

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

  it('tells that it was written on a copy of the device, and that all of it is here', () => {
    open({ copied: true }).show();
    screen.getByText(/^Den här planen har skrivits på en kopia av plattan.+Inget är borta/);
  });

  it('says that nothing is missing when nothing is', () => {
    open().show();
    screen.getByText(/Inget är lagt åt sidan och inget saknas/);
    expect(screen.queryByText(/kopia av plattan/)).toBeNull();
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
    screen.getByText(/Det som skrevs på mötet. Lars bestämde det. Per/);
  });
});
