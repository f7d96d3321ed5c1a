// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { initI18n } from '../../../i18n/i18n.ts';
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
