// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { createLars } from '../../../individual/testRoom.ts';
import { createTestWorkspace, TestCase } from '../../../individual/testWorkspace.tsx';
import { testStart } from '../../../meeting/testMeeting.ts';
import { setPlanField } from '../../../plan/commands/wholePlan.ts';
import { must } from '../../../plan/testing.ts';
import { PersonDialog } from './PersonDialog.tsx';

const open = (isProtected: boolean): void => {
  const lars = createLars();
  if (isProtected) {
    must(setPlanField(lars.doc, lars.ctx, { field: 'protectedIdentity', value: true }));
  }
  const workspace = createTestWorkspace({ ...lars, log: [], now: () => testStart });
  render(
    <TestCase workspace={workspace}>
      <PersonDialog person={null} onClose={() => undefined} />
    </TestCase>,
  );
};

const hint = 'Skriv bara yrket, inte arbetsplatsen.';

afterEach(cleanup);

describe('a person at the table', () => {
  it('is asked for the profession alone where the identity is protected', () => {
    open(true);
    expect(screen.getByText(hint)).toBeTruthy();
  });

  it('is asked so as soon as the person is marked', () => {
    open(false);
    expect(screen.queryByText(hint)).toBeNull();
    fireEvent.click(screen.getByRole('checkbox', { name: /^Skyddade/ }));
    expect(screen.getByText(hint)).toBeTruthy();
  });
});
