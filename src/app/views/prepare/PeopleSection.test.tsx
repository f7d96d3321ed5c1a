// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { initI18n } from '../../../i18n/i18n.ts';
import { createLars } from '../../../individual/testRoom.ts';
import { createTestWorkspace, TestCase } from '../../../individual/testWorkspace.tsx';
import { testStart } from '../../../meeting/testMeeting.ts';
import { PeopleSection } from './PeopleSection.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const show = () => {
  const workspace = createTestWorkspace({ ...createLars(), log: [], now: () => testStart });
  render(
    <TestCase workspace={workspace}>
      <PeopleSection />
    </TestCase>,
  );
};

describe('Vilka kommer?', () => {
  it('puts the one who leads at the table with what Mina uppgifter says, once', async () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Lägg till mig' }));
    const form = within(screen.getByRole('dialog'));
    fireEvent.click(form.getByRole('button', { name: 'Kommun' }));
    fireEvent.click(form.getByRole('button', { name: 'Klar' }));
    await screen.findByText('Per Test');
    expect(screen.getByText('behandlare · Missbruksenheten · Kommun')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Lägg till mig' })).toBeNull();
  });

  it('does not ask of somebody else whether the plan is theirs', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Lägg till person' }));
    const theirs = { name: 'Det är den här personens plan' };
    expect(screen.queryByRole('checkbox', theirs)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Avbryt' }));
    fireEvent.click(screen.getByRole('button', { name: /^Ändra Lars/ }));
    expect(screen.getByRole('checkbox', theirs)).toBeTruthy();
  });
});
