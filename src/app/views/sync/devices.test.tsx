// @vitest-environment happy-dom
/** **Lägg till en platta eller dator** and **Bjud in en kollega att skriva**, on the side that lets in. */
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DeviceSeen } from '../../../cases/sync/syncState.ts';
import { initI18n } from '../../../i18n/i18n.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { DevicesSection, type DevicesSectionProps } from './DevicesSection.tsx';
import { InviteWriter } from './InviteWriter.tsx';
import { testGiving } from './testPairing.ts';
import { Writers } from './Writers.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const at = Date.UTC(2026, 4, 11, 8, 0);
const devices: readonly DeviceSeen[] = [
  { member: 'a', name: 'En iPad', seenAt: at, isThis: true },
  { member: 'b', name: 'Datorn på kontoret', seenAt: at, isThis: false },
];
const showing = {
  is: 'showing',
  qr: 'SIP1:0123',
  groups: ['0123', '4567'],
  until: at + 600_000,
} as const;

const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));

const show = (change: Partial<DevicesSectionProps> = {}) =>
  render(
    <DevicesSection
      deviceName="En iPad"
      devices={devices}
      hasServer
      give={async () => null}
      rename={async () => true}
      remove={async () => true}
      {...change}
    />,
  );

describe('letting another device in', () => {
  it('shows the code in both forms, and until when', async () => {
    const { container } = show({ give: async () => testGiving(showing) });
    press('Lägg till en platta eller dator');
    await screen.findByRole('img', { name: 'Kod som den andra plattan läser med kameran' });
    expect(screen.getByText('0123 4567')).toBeTruthy();
    expect(screen.getByText('Koden gäller en gång, till klockan 10.10.')).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('lets in only after somebody has said that the words are the same', async () => {
    const giving = testGiving(showing);
    show({ give: async () => giving });
    press('Lägg till en platta eller dator');
    await screen.findByText('0123 4567');
    act(() => giving.set({ is: 'comparing', check: 7, name: 'En dator' }));
    await screen.findByText('En dator vill gå med. Titta på skärmen där.');
    expect(await screen.findByText('album')).toBeTruthy();
    expect(giving.asked).toEqual([]);
    press('Ja, samma ord');
    expect(giving.asked).toEqual(['confirm']);
    act(() => giving.set({ is: 'done', name: 'En dator', member: 'c' }));
    await screen.findByText('En dator är med.');
  });

  it('breaks off where the words differ', async () => {
    const giving = testGiving({ is: 'comparing', check: 7, name: 'En dator' });
    show({ give: async () => giving });
    press('Lägg till en platta eller dator');
    fireEvent.click(await screen.findByRole('button', { name: 'Nej, ett annat ord' }));
    expect(giving.asked).toContain('cancel');
    expect(screen.getByRole('button', { name: 'Lägg till en platta eller dator' })).toBeTruthy();
  });

  it('says why it stopped, and makes a new code when asked', async () => {
    const give = vi.fn(async () => testGiving({ is: 'stopped', why: 'expired' }));
    show({ give });
    press('Lägg till en platta eller dator');
    await screen.findByText(/Tiden är ute/u);
    press('Visa en ny kod');
    await waitFor(() => expect(give).toHaveBeenCalledTimes(2));
  });

  it('breaks off when one leaves the page', async () => {
    const giving = testGiving(showing);
    const { unmount } = show({ give: async () => giving });
    press('Lägg till en platta eller dator');
    await screen.findByText('0123 4567');
    unmount();
    await waitFor(() => expect(giving.asked).toEqual(['cancel']));
  });

  it('says plainly where there is no server, and offers nothing that cannot be done', () => {
    show({ hasServer: false, devices: [] });
    expect(screen.getByText(/Här går det inte att synka/u)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Lägg till en platta eller dator' })).toBeNull();
  });
});

describe('the devices', () => {
  it('are named, this one among them, and cannot be removed from itself', () => {
    show();
    expect(screen.getByText('Datorn på kontoret')).toBeTruthy();
    expect(screen.getByText(/Senast i gång 11 maj 2026/u)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Ta bort En iPad' })).toBeNull();
  });

  it('are removed by a question that says what it means', async () => {
    const remove = vi.fn(async () => true);
    show({ remove });
    press('Ta bort Datorn på kontoret');
    expect(screen.getByText(/Planerna låses om/u)).toBeTruthy();
    expect(screen.getByText(/kan inte kallas tillbaka/u)).toBeTruthy();
    expect(screen.getByText(/fortsätter som förut/u)).toBeTruthy();
    expect(remove).not.toHaveBeenCalled();
    press('Ta bort');
    await screen.findByText('Datorn på kontoret är borttagen.');
    expect(remove).toHaveBeenCalledWith('b');
  });

  it('say that nothing is changed when one could not be removed', async () => {
    show({ remove: async () => false });
    press('Ta bort Datorn på kontoret');
    press('Ta bort');
    await screen.findByText(/^Inget är ändrat\. Det gick inte att ta bort/u);
  });

  it('get another name', async () => {
    const rename = vi.fn(async () => true);
    show({ rename });
    fireEvent.input(screen.getByLabelText('Den här plattans namn'), {
      target: { value: 'Plattan i väskan' },
    });
    press('Spara namnet');
    await screen.findByText('Sparat.');
    expect(rename).toHaveBeenCalledWith('Plattan i väskan');
  });
});

describe('inviting a colleague to write', () => {
  it('shows a code when the organisation is known, and says what the colleague sees', async () => {
    const { container } = render(
      <InviteWriter organisation="Åby kommun" give={async () => testGiving(showing)} />,
    );
    press('Bjud in en kollega att skriva');
    expect(screen.getByText(/från sin egen platta, och ser inga andra planer/u)).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
    press('Visa en kod');
    await screen.findByText('0123 4567');
  });

  it('asks for the organisation first', () => {
    render(<InviteWriter organisation="" give={async () => null} />);
    press('Bjud in en kollega att skriva');
    expect(screen.getByText('Skriv först vilken verksamhet du arbetar i.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Till Inställningar' })).toBeTruthy();
  });

  it('refuses another organisation with a plain sentence', async () => {
    const give = async () =>
      testGiving({ is: 'stopped', why: 'otherOrganisation', organisation: 'Region Norr' });
    render(<InviteWriter organisation="Åby kommun" give={give} />);
    press('Bjud in en kollega att skriva');
    press('Visa en kod');
    await screen.findByText(/^Inget är ändrat\. Region Norr är en annan verksamhet än din\./u);
  });
});

describe('colleagues who write', () => {
  const invited = {
    id: 'f',
    type: 'writer.invited',
    at,
    by: { name: 'Karin', function: '', unit: '' },
    data: { name: 'Maria Lind', function: '', unit: '', organisation: 'Åby kommun', member: 'b' },
  };

  it('are called what they were invited as, and are taken out by a question', async () => {
    const remove = vi.fn(async () => false);
    render(<Writers writers={devices} facts={[invited]} remove={remove} />);
    expect(screen.queryByText('En iPad')).toBeNull();
    press('Ta bort Maria Lind');
    expect(screen.getByText(/Maria Lind ser inget nytt i den/u)).toBeTruthy();
    press('Ta bort');
    await screen.findByText(/^Inget är ändrat\. Det gick inte att ta bort/u);
    expect(remove).toHaveBeenCalledWith('b');
  });

  it('stay when the question is answered with no, and it is told what cannot be called back', async () => {
    const remove = vi.fn(async () => true);
    const { container } = render(<Writers writers={devices} facts={[invited]} remove={remove} />);
    press('Ta bort Maria Lind');
    expect(
      screen.getByText('Det som Maria Lind redan har på sin platta kan inte kallas tillbaka.'),
    ).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
    press('Behåll');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(remove).not.toHaveBeenCalled();
  });

  it('are taken out once, without a word of failure, and gone when syncing knows it', async () => {
    const remove = vi.fn(async () => true);
    const props = { facts: [invited], remove };
    const { container, rerender } = render(<Writers writers={devices} {...props} />);
    press('Ta bort Maria Lind');
    press('Ta bort');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(remove.mock.calls).toEqual([['b']]);
    expect(screen.queryByText(/Det gick inte att ta bort/u)).toBeNull();
    rerender(<Writers writers={devices.filter(({ isThis }) => isThis)} {...props} />);
    expect(container.textContent).toBe('');
  });

  it('keep the name that they have themselves where no invitation tells one', () => {
    render(<Writers writers={devices} facts={[]} remove={async () => true} />);
    expect(screen.getByText('Datorn på kontoret')).toBeTruthy();
  });
});
