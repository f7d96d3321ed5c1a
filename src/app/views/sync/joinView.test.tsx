// @vitest-environment happy-dom
/** **Gå med**: the side that wants in. */
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { initI18n } from '../../../i18n/i18n.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import type { Fetched } from '../../sync/pairDeeds.ts';
import { JoinView, type JoinViewProps } from './JoinView.tsx';
import { testJoining } from './testPairing.ts';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const noCamera = { start: async () => 'none' as const, look: async () => null };

const show = (change: Partial<JoinViewProps> = {}) =>
  render(
    <JoinView
      join={async () => null}
      fetched={async () => null}
      hasServer
      camera={noCamera}
      {...change}
    />,
  );

const typeCode = (text: string): void => {
  fireEvent.input(screen.getByLabelText('Koden, 26 tecken'), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: 'Fortsätt' }));
};

describe('joining', () => {
  it('offers camera and typed form, and is whole without a camera', async () => {
    const { container } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Läs koden med kameran' }));
    await screen.findByText(/Skriv koden i stället/u);
    expect(screen.getByLabelText('Koden, 26 tecken')).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
  });

  it.each([
    [{ kind: 'wrongLength', characters: 3, expected: 26 }, 'Koden ska ha 26 tecken. Nu är det 3.'],
    [
      { kind: 'wrongCharacter', at: 2 },
      'Tecken nummer 3 kan inte vara rätt. Jämför med koden på den andra plattan.',
    ],
    [{ kind: 'checksum' }, 'Något tecken är fel. Jämför med koden på den andra plattan.'],
  ] as const)('says what is wrong with what was typed (%o)', async (error, words) => {
    show({ join: async () => error });
    typeCode('abc');
    await screen.findByText(words);
  });

  it('shows the word to compare, and can be broken off', async () => {
    const joining = testJoining({ is: 'reaching' });
    const join = vi.fn(async () => joining);
    show({ join });
    typeCode('0123');
    await screen.findByText('Söker den andra plattan…');
    expect(join).toHaveBeenCalledWith('0123');
    act(() => joining.set({ is: 'comparing', check: 7, name: 'En iPad', use: 'devices' }));
    expect(await screen.findByText('album')).toBeTruthy();
    expect(screen.getByText(/en av dina egna/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Ja, samma ord' }));
    fireEvent.click(screen.getByRole('button', { name: 'Nej, ett annat ord' }));
    expect(joining.asked).toEqual(['confirm', 'cancel']);
    act(() => joining.set({ is: 'stopped', why: 'cancelled' }));
    expect(await screen.findByLabelText('Koden, 26 tecken')).toBeTruthy();
  });

  it('reads what the camera sees', async () => {
    const join = vi.fn(async () => testJoining({ is: 'reaching' }));
    const camera = { start: async () => () => undefined, look: async () => 'SIP1:ABC' };
    show({ join, camera });
    fireEvent.click(screen.getByRole('button', { name: 'Läs koden med kameran' }));
    await screen.findByText('Söker den andra plattan…');
    expect(join).toHaveBeenCalledWith('SIP1:ABC');
  });

  it('never says that all is here before all of it is', async () => {
    let now: Fetched = { done: 0, all: 0, whole: true };
    const joined = { use: 'devices', ringId: 'r', caseId: null, details: null } as const;
    const join = async () => testJoining({ is: 'done', ...joined });
    const fetched = async () => now;
    show({ join, fetched });
    typeCode('0123');
    await screen.findByText('Tar reda på vad som ska hämtas…');
    now = { done: 1, all: 3, whole: false };
    await screen.findByText('1 av 3 planer är här.');
    expect(screen.queryByText('Allt är här')).toBeNull();
    now = { done: 3, all: 3, whole: true };
    await waitFor(() => expect(screen.getByText('Allt är här')).toBeTruthy(), { timeout: 5_000 });
    expect(screen.getByRole('link', { name: 'Till Mina SIP:ar' })).toBeTruthy();
  });

  it('does not wait for plans where the other has none, and does not say that all is here', async () => {
    const joined = { use: 'devices', ringId: 'r', caseId: null, details: null } as const;
    const join = async () => testJoining({ is: 'done', ...joined });
    show({ join, fetched: async () => ({ done: 0, all: 0, whole: true }) });
    typeCode('0123');
    await screen.findByText('De två hör ihop nu', {}, { timeout: 15_000 });
    expect(screen.queryByText('Allt är här')).toBeNull();
    expect(screen.getByRole('link', { name: 'Till Mina SIP:ar' })).toBeTruthy();
  });

  it('leads who was invited to the one plan', async () => {
    const joined = { use: 'writers', ringId: 'r', caseId: 'abc', details: null } as const;
    const join = async () => testJoining({ is: 'done', ...joined });
    const fetched = async () => ({ done: 1, all: 1, whole: true });
    show({ join, fetched });
    typeCode('0123');
    const link = await screen.findByRole('link', { name: 'Öppna planen' }, { timeout: 5_000 });
    expect(link.getAttribute('href')).toBe('/sip/abc');
    expect(screen.getByText(/Du är inbjuden att skriva/u)).toBeTruthy();
  });

  it.each([
    ['unknownCode', /Koden gäller inte/u],
    ['used', /Någon annan har redan använt koden/u],
    ['cancelledThere', /avbröts på den andra plattan/u],
    ['offline', /^Inget är ändrat\. Det gick inte att få kontakt/u],
  ] as const)('says why it stopped (%s) and begins again', async (why, words) => {
    show({ join: async () => testJoining({ is: 'stopped', why }) });
    typeCode('0123');
    await screen.findByText(words);
    fireEvent.click(screen.getByRole('button', { name: 'Prova igen' }));
    expect(await screen.findByLabelText('Koden, 26 tecken')).toBeTruthy();
  });

  it('leads to the settings where the organisation is not written', async () => {
    show({ join: async () => testJoining({ is: 'stopped', why: 'noOrganisation' }) });
    typeCode('0123');
    await screen.findByText(/Skriv först vilken verksamhet du arbetar i/u);
    expect(screen.getByRole('link', { name: 'Till Inställningar' })).toBeTruthy();
  });

  it('says plainly where there is no server', () => {
    show({ hasServer: false });
    expect(screen.getByText(/Här går det inte att synka/u)).toBeTruthy();
    expect(screen.queryByLabelText('Koden, 26 tecken')).toBeNull();
  });
});
