// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { initI18n } from '../../../i18n/i18n.ts';
import { createLars } from '../../../individual/testRoom.ts';
import { createTestWorkspace, TestCase } from '../../../individual/testWorkspace.tsx';
import { testStart } from '../../../meeting/testMeeting.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { ConsentView } from './ConsentView.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

it('each way to note an answer says aloud which question it is about', async () => {
  const workspace = createTestWorkspace({ ...createLars(), log: [], now: () => testStart });
  const { container } = render(
    <TestCase workspace={workspace}>
      <ConsentView />
    </TestCase>,
  );
  const names = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'));
  const labelled = names.filter((name) => name !== null);
  expect(new Set(labelled).size).toBe(labelled.length);
  const share = screen.getByRole('button', {
    name: 'Anteckna svaret: Samtycke till att dela uppgifter',
  });
  expect(share.textContent).toBe('Anteckna svaret');
  fireEvent.click(share);
  expect(screen.getByRole('dialog').textContent).toContain('Får de som är med prata');
  expect(await axeFindings(container)).toEqual([]);
});

it('begins with whether the person was told what a SIP is: the way to the pictures, then when and how', async () => {
  const workspace = createTestWorkspace({ ...createLars(), log: [], now: () => testStart });
  render(
    <TestCase workspace={workspace}>
      <ConsentView />
    </TestCase>,
  );
  const [first] = screen.getAllByRole('heading', { level: 2 });
  expect(first?.textContent).toBe('Har Lars fått veta vad en SIP är?');
  const look = screen.getByRole('link', { name: /Sex bilder/ });
  expect(look.getAttribute('href')).toBe(`/sip/${workspace.current().state.caseId}/vad-ar-en-sip`);
  fireEvent.input(screen.getByLabelText('När?'), { target: { value: '2026-01-02' } });
  fireEvent.click(screen.getByRole('button', { name: 'Med bilder' }));
  expect(await screen.findByText(/2 januari 2026: med bilder/)).toBeTruthy();
  // Nobody has been told on a day to come.
  fireEvent.input(screen.getByLabelText('När?'), { target: { value: '2999-01-02' } });
  fireEvent.click(screen.getByRole('button', { name: 'Med tolk' }));
  expect(screen.getByText(/en dag som har varit/)).toBeTruthy();
  expect(workspace.facts()).toHaveLength(1);
});
