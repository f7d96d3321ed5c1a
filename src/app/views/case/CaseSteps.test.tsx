// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { recordConsent } from '../../../consent/recordConsent.ts';
import { initI18n } from '../../../i18n/i18n.ts';
import { createLars } from '../../../individual/testRoom.ts';
import { createTestWorkspace, TestCase } from '../../../individual/testWorkspace.tsx';
import { placed, started, testStart, timed } from '../../../meeting/testMeeting.ts';
import { setPlanField } from '../../../plan/commands/wholePlan.ts';
import { CaseSteps } from './CaseSteps.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

it('a step that was passed by and is not done says so, and never that it comes later', async () => {
  const lars = createLars();
  const workspace = createTestWorkspace({
    ...lars,
    log: placed(timed([[0, started()]])),
    now: () => testStart,
  });
  render(
    <TestCase workspace={workspace}>
      <CaseSteps present="mote" />
    </TestCase>,
  );
  const words = screen.getAllByRole('listitem').map((step) => step.textContent);
  expect(words.slice(0, 5)).toEqual([
    'Upptäck behovInte klart',
    'FörberedInte klart',
    'SamtyckeInte klart',
    'Kalla och bjud inInte klart',
    'SIP-möteNu',
  ]);
});

it('the steps say in words what is done, where to go on and what comes later', async () => {
  const workspace = createTestWorkspace({ ...createLars(), log: [], now: () => testStart });
  const { edit, record } = workspace.current();
  await edit((doc, ctx) => setPlanField(doc, ctx, { field: 'existingSip', value: 'nej' }));
  for (const which of ['make', 'share'] as const) {
    await record((ctx) => recordConsent(ctx, { which, answer: 'yes', form: 'muntligt' }));
  }
  render(
    <TestCase workspace={workspace}>
      <CaseSteps present="samtycke" />
    </TestCase>,
  );
  const words = screen.getAllByRole('listitem').map((step) => step.textContent);
  expect(words).toEqual([
    'Upptäck behov, klart',
    'FörberedNu',
    'SamtyckeKlart',
    'Kalla och bjud inSenare',
    'SIP-möteSenare',
    'Efter mötetSenare',
    'PlanenSenare',
    'Historik',
  ]);
  expect(screen.getAllByRole('listitem').map((step) => step.getAttribute('aria-current'))).toEqual([
    null,
    null,
    'step',
    null,
    null,
    null,
    null,
    null,
  ]);
});
