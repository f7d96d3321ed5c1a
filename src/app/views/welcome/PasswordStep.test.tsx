// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { initI18n } from '../../../i18n/i18n.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { PasswordStep } from './PasswordStep.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const noKey = async () => null;

it('stops calling a field wrong when it is written anew', async () => {
  render(
    <PasswordStep
      organisation={noKey}
      takenNames={[]}
      judge={async (password) => (password.length >= 14 ? 'good' : 'tooShort')}
      suggest={async () => 'rotting banan lilja tofs'}
      onChosen={async () => null}
    />,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Fortsätt' }));
  await screen.findByText('Det är för kort. Ta minst fyra ord eller minst 14 tecken.');
  fireEvent.click(screen.getByRole('button', { name: 'Föreslå' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Ta förslaget' }));
  await screen.findByText('Det räcker bra.');
  expect(
    screen.queryByText('Det är för kort. Ta minst fyra ord eller minst 14 tecken.'),
  ).toBeNull();
  expect(screen.getByText('Skriv ett kort namn, till exempel en bokstav.')).toBeTruthy();
  fireEvent.input(screen.getByRole('textbox', { name: /Ditt korta namn/ }), {
    target: { value: 'A' },
  });
  expect(screen.queryByText('Skriv ett kort namn, till exempel en bokstav.')).toBeNull();
});

it('has an organisation’s key read before anybody goes on, also when it comes late', async () => {
  let answer: (told: { name: string; fingerprint: string } | null) => void = () => undefined;
  const organisation = () =>
    new Promise<{ name: string; fingerprint: string } | null>((resolve) => {
      answer = resolve;
    });
  const asked = vi.fn(organisation);
  const onChosen = vi.fn(async () => null);
  const { container } = render(
    <PasswordStep
      organisation={asked}
      takenNames={[]}
      judge={async () => 'good'}
      suggest={async () => ''}
      onChosen={onChosen}
    />,
  );
  const type = (name: RegExp, value: string): boolean =>
    fireEvent.input(screen.getByLabelText(name), { target: { value } });
  type(/Ditt korta namn/, 'K');
  type(/^Lösenord/, 'fyra ord som duger');
  type(/en gång till/, 'fyra ord som duger');
  const go = (): boolean => fireEvent.click(screen.getByRole('button', { name: 'Fortsätt' }));
  go();
  await screen.findByText('Låser in nyckeln…');
  answer({ name: 'Åby kommun', fingerprint: 'ABCD EFGH' });
  await screen.findByText('Åby kommun har en nyckel');
  await waitFor(() => expect(screen.queryByText('Låser in nyckeln…')).toBeNull());
  expect(screen.getByText('Nyckelns nummer: ABCD EFGH')).toBeTruthy();
  expect(await axeFindings(container)).toEqual([]);
  expect(onChosen).not.toHaveBeenCalled();
  go();
  await waitFor(() => expect(onChosen).toHaveBeenCalledTimes(1));
  expect(asked).toHaveBeenCalledTimes(1);
});
