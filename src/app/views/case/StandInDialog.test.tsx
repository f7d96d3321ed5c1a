// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { initI18n } from '../../../i18n/i18n.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { type StandInChoice, StandInDialog, type StandInWork } from './StandInDialog.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const per = { vaultId: 'vault-p', shortName: 'P', label: 'P' };
const anna = { vaultId: 'vault-a', shortName: 'A', label: 'A' };

const show = async ({
  chosen = null,
  usual = null,
  answer = 'chosen',
  protectedIdentity = false,
}: {
  readonly chosen?: string | null;
  readonly usual?: string | null;
  readonly answer?: Awaited<ReturnType<StandInWork['choose']>>;
  readonly protectedIdentity?: boolean;
} = {}) => {
  const choices: StandInChoice[] = [];
  const read = async () => ({ chosen, usual });
  const { container } = render(
    <StandInDialog
      work={{
        colleagues: [per, anna],
        read,
        choose: async (choice) => {
          choices.push(choice);
          return answer;
        },
      }}
      screenName="Lasse"
      protectedIdentity={protectedIdentity}
    />,
  );
  const way = screen.getByRole('button', { name: 'Vem tar över om du blir borta?' });
  await waitFor(() => expect(way.hasAttribute('disabled')).toBe(false));
  return { container, choices, way };
};

const open = (way: HTMLElement) => {
  fireEvent.click(way);
  return within(screen.getByRole('dialog', { name: 'Vem tar över om du blir borta?' }));
};
const isChecked = (radio: HTMLElement): boolean => (radio as HTMLInputElement).checked;

describe('Vem tar över om du blir borta?', () => {
  it('chooses one colleague, and says beside the button who it is', async () => {
    const { container, choices, way } = await show();
    expect(screen.getByRole('status').textContent).toBe('Ingen är vald.');
    const dialog = open(way);
    dialog.getByText(/Kollegan har inte planen förrän kollegan trycker på Ta över/);
    fireEvent.click(dialog.getByRole('radio', { name: 'P' }));
    expect(await axeFindings(container)).toEqual([]);
    fireEvent.click(dialog.getByRole('button', { name: 'Spara valet' }));
    await screen.findByText('P kan ta över.');
    expect(choices).toEqual([{ to: per, label: null, usual: false }]);
  });

  it('shows the name on the wall only when that is ticked', async () => {
    const { choices, way } = await show();
    const dialog = open(way);
    fireEvent.click(dialog.getByRole('radio', { name: 'P' }));
    fireEvent.click(
      dialog.getByRole('checkbox', { name: 'Visa namnet Lasse för kollegan redan nu' }),
    );
    fireEvent.click(dialog.getByRole('button', { name: 'Spara valet' }));
    await screen.findByText('P kan ta över.');
    expect(choices).toEqual([{ to: per, label: 'Lasse', usual: false }]);
  });

  it('takes the choice back', async () => {
    const { choices, way } = await show({ chosen: per.vaultId });
    expect(screen.getByRole('status').textContent).toBe('P kan ta över.');
    const dialog = open(way);
    expect(isChecked(dialog.getByRole('radio', { name: 'P' }))).toBe(true);
    fireEvent.click(dialog.getByRole('radio', { name: 'Ingen' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Spara valet' }));
    await screen.findByText('Ingen är vald.');
    expect(choices).toEqual([{ to: null, label: null, usual: false }]);
  });

  it('proposes the usual colleague, who is chosen only when it is saved', async () => {
    const { choices, way } = await show({ usual: anna.vaultId });
    expect(screen.getByRole('status').textContent).toBe('Ingen är vald.');
    const dialog = open(way);
    expect(isChecked(dialog.getByRole('radio', { name: 'A' }))).toBe(true);
    fireEvent.click(dialog.getByRole('button', { name: 'Avbryt' }));
    expect(screen.getByRole('status').textContent).toBe('Ingen är vald.');
    expect(choices).toEqual([]);
  });

  it('proposes nobody and offers no name for protected identity', async () => {
    const { way } = await show({ usual: anna.vaultId, protectedIdentity: true });
    const dialog = open(way);
    dialog.getByText('Skyddade uppgifter: prata med din chef om hur ni gör.');
    expect(isChecked(dialog.getByRole('radio', { name: 'A' }))).toBe(false);
    fireEvent.click(dialog.getByRole('radio', { name: 'A' }));
    expect(dialog.queryByText(/Visa namnet/)).toBeNull();
  });

  it.each([
    ['has', 'P har redan planen. Då behövs inget val.'],
    ['failed', 'Inget är ändrat. Det gick inte att spara valet nu. Prova igen.'],
  ] as const)('says so when it could not be: %s', async (answer, words) => {
    const { way } = await show({ answer });
    const dialog = open(way);
    fireEvent.click(dialog.getByRole('radio', { name: 'P' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Spara valet' }));
    await dialog.findByText(words);
    expect(screen.getAllByRole('status')[0]?.textContent).toBe('Ingen är vald.');
  });
});
