// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { addLate, type LateRecord } from '../../../cases/sync/lateRecords.ts';
import { withdrawConsent } from '../../../consent/recordConsent.ts';
import { initI18n } from '../../../i18n/i18n.ts';
import { createContext } from '../../../plan/testing.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { createTestDevice } from '../../testDevice.ts';
import { LateRecords } from './LateRecords.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const slow = { timeout: 15_000 };
const at = Date.UTC(2026, 4, 11, 8, 0);
const ctx = createContext('late');
const fact = withdrawConsent({ ...ctx, at }, { which: 'share', form: 'muntligt' });
const step = (id: string): LateRecord => ({
  kind: 'fact',
  id,
  at,
  fact: {
    id,
    type: 'meeting.event',
    at,
    by: ctx.by,
    data: { meetingId: 'm', term: 1, event: { type: 'part.back', at } },
  },
});

it('says what came too late before a person chooses, and takes it in or lets it be as they say', async () => {
  const { opened, session } = await createTestDevice();
  const { vault } = session.get();
  if (vault === null) throw new Error('the device is locked');
  const late: readonly LateRecord[] = [
    { kind: 'words', id: 'w', at, words: ['Boendestöd på morgonen', 'Ring Eva'] },
    { kind: 'fact', id: 'f', at, fact },
    step('s1'),
    step('s2'),
  ];
  const { container, rerender } = render(<LateRecords vault={vault} opened={opened} />);
  expect(container.textContent).toBe('');
  // While the page stands here the case is written anew elsewhere, and is opened again.
  await addLate(vault, opened.caseId, late);
  rerender(<LateRecords vault={vault} opened={{ ...opened }} />);
  const list = within(await screen.findByRole('list', { name: 'Det här kom för sent' }, slow));
  list.getByText('Boendestöd på morgonen · Ring Eva');
  list.getByText('Samtycket till att dela uppgifter togs tillbaka.');
  list.getByText('Antecknat 11 maj 2026 10.00 av Eva Test');
  list.getByText('2 steg i mötet');
  expect(await axeFindings(container)).toEqual([]);

  fireEvent.click(list.getByRole('button', { name: /^Ta med: Samtycket till att dela/u }));
  await screen.findByText('Det är med i planen.', {}, slow);
  expect(opened.workspace().state.consent.share.withdrawn).toBe(true);
  fireEvent.click(list.getByRole('button', { name: 'Ta inte med: 2 steg i mötet' }));
  fireEvent.click(
    within(await screen.findByRole('dialog')).getByRole('button', { name: 'Ta bort' }),
  );
  await waitFor(() => expect(list.queryByText('2 steg i mötet')).toBeNull(), slow);
  fireEvent.click(list.getByRole('button', { name: /^Ta med: Skrivet 11 maj/u }));
  await screen.findByText('Det ligger i planen som en anteckning.', {}, slow);
  expect(
    opened
      .workspace()
      .state.plan.notes.map(({ text }) => text)
      .join('\n'),
  ).toContain('Ring Eva');
}, 90_000);
