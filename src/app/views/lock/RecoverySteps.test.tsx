// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { initI18n } from '../../../i18n/i18n.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { type RecoveryProblem, RecoverySteps, type RecoveryStepsProps } from './RecoverySteps.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const question = (text: string) => ({ text, check: '1234 5678', fingerprint: 'ABCD EFGH' });

const show = (more: Partial<RecoveryStepsProps> = {}) => {
  const props: RecoveryStepsProps = {
    shortName: 'K',
    ask: vi.fn(async (anew: boolean) => question(anew ? 'SIP-FRAGA-1 ny' : 'SIP-FRAGA-1')),
    recover: vi.fn(async () => ['ABCD', 'EFGH']),
    judge: async (password) => (password.length > 13 ? 'good' : 'tooShort'),
    onEnter: vi.fn(),
    onBack: vi.fn(),
    ...more,
  };
  return { ...render(<RecoverySteps {...props} />), props };
};

const type = (name: RegExp, value: string): boolean =>
  fireEvent.input(screen.getByLabelText(name), { target: { value } });

const answer = async (password = 'fyra nya ord tillsammans', again = password): Promise<void> => {
  await screen.findByText('1234 5678');
  type(/^Svaret/, 'SIP-SVAR-1');
  type(/^Nytt lösenord/, password);
  type(/en gång till/, again);
  fireEvent.click(screen.getByRole('button', { name: 'Lås upp' }));
};

it('shows the question, takes the answer, and keeps the door shut until the new code is saved', async () => {
  const { container, props } = show();
  await answer();
  await screen.findByText(
    'Det nya lösenordet gäller. Här är din nya reservkod. Den gamla gäller inte längre.',
  );
  expect(props.recover).toHaveBeenCalledWith('SIP-SVAR-1', 'fyra nya ord tillsammans');
  expect(await axeFindings(container)).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Fortsätt' }));
  expect(props.onEnter).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('checkbox'));
  fireEvent.click(screen.getByRole('button', { name: 'Fortsätt' }));
  expect(props.onEnter).toHaveBeenCalledTimes(1);
});

it.each<[RecoveryProblem, RegExp]>([
  ['other', /^Inget är borta.*inget svar/],
  ['damaged', /^Inget är borta.*saknas/],
  ['notForHere', /^Inget är borta.*annan platta/],
  ['store', /^Inget är borta/],
])('says what is safe and what to do when the answer does not open: %s', async (problem, words) => {
  show({ recover: async () => problem });
  await answer();
  await screen.findByText(words);
});

it('tries nothing with a weak or twice different password', async () => {
  const { props } = show();
  await answer('kort');
  await screen.findByText('Det är för kort. Ta minst fyra ord eller minst 14 tecken.');
  await answer('fyra nya ord tillsammans', 'fyra andra ord tillsammans');
  await screen.findByText('Lösenorden är inte lika. Skriv samma lösenord en gång till.');
  expect(props.recover).not.toHaveBeenCalled();
});

it('makes a new question only when asked to', async () => {
  const { container, props } = show();
  await screen.findByText('1234 5678');
  expect(props.ask).toHaveBeenCalledExactlyOnceWith(false);
  expect(await axeFindings(container)).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: /Gör en ny fråga/ }));
  await waitFor(() => expect(screen.getByDisplayValue('SIP-FRAGA-1 ny')).toBeTruthy());
  expect(props.ask).toHaveBeenLastCalledWith(true);
});

it('leads back to the password when the key on the device is damaged', async () => {
  const { props } = show({ ask: async () => 'key' });
  await screen.findByText(/^Uppgifterna ligger kvar låsta/);
  fireEvent.click(screen.getByRole('button', { name: 'Lås upp med lösenord' }));
  expect(props.onBack).toHaveBeenCalledTimes(1);
});
