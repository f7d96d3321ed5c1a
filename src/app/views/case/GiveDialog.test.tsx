// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { initI18n } from '../../../i18n/i18n.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { GiveDialog, type Giving } from './GiveDialog.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const colleague = (vaultId: string, shortName: string): Giving['colleagues'][number] => ({
  vaultId,
  shortName,
  hasPasskey: false,
  hasRecovery: false,
  openedAt: null,
});

const show = (answer: Awaited<ReturnType<Giving['give']>>, protectedIdentity = false) => {
  const { container } = render(
    <GiveDialog
      giving={{
        colleagues: [colleague('vault-p', 'P')],
        give: async () => answer,
      }}
      protectedIdentity={protectedIdentity}
    />,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Ge planen till en kollega här' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Ge planen till en kollega här' }));
  fireEvent.click(dialog.getByRole('radio', { name: 'P' }));
  fireEvent.click(dialog.getByRole('button', { name: 'Ge planen' }));
  return { container, dialog };
};

describe('Ge planen till en kollega här', () => {
  it('closes and says from when on the colleague has it', async () => {
    show('given');
    await screen.findByText('P har planen från nästa upplåsning.');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it.each([
    ['has', 'Inget är ändrat. P har redan planen.'],
    ['failed', 'Inget är ändrat. Det gick inte att ge planen nu. Prova igen.'],
  ] as const)('says in the question itself when it could not be: %s', async (answer, words) => {
    const { container, dialog } = show(answer);
    await dialog.findByText(words);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('reminds of protected identity before', () => {
    const { dialog } = show('failed', true);
    dialog.getByText('Skyddade uppgifter: prata med din chef om hur ni gör.');
  });

  it('tells two apart whose names look alike', () => {
    render(
      <GiveDialog
        giving={{
          colleagues: [colleague('a', 'Anna'), colleague('b', 'an\u200bna')],
          give: async () => 'given',
        }}
        protectedIdentity={false}
      />,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Ge planen till en kollega här' }));
    const names = screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent);
    expect(names.map((name) => name?.slice(-3))).toEqual(['(1)', '(2)']);
  });
});
