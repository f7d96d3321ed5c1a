// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { initI18n } from '../../../i18n/i18n.ts';
import type { AnsweredMessage } from '../../../shared/signalMessage.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { SessionContext } from '../../SessionContext.ts';
import { readSurvey } from '../../session/surveySums.ts';
import { type CaseShares, SharesContext } from '../../shares/SharesContext.ts';
import { createTestDevice } from '../../testDevice.ts';
import { AnswersFromPhone } from './AnswersFromPhone.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const title = 'Svar har kommit genom länken till Lars.';
const late = { timeout: 15_000 };

const answered = (from: string, answers = '531240'): AnsweredMessage => ({
  is: 'answered',
  meeting: 'm1',
  from,
  number: 1,
  at: 0,
  who: 'individual',
  answers,
});

/** A device of its own, and what has come to it. */
const open = async () => {
  const { session } = await createTestDevice();
  let waiting: readonly AnsweredMessage[] = [];
  const settled: (readonly [string, boolean])[] = [];
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const shares: CaseShares = {
    progress: () => ({ kind: 'shared' }),
    subscribe: () => () => undefined,
    open: () => Promise.reject(new Error('nothing is shared here')),
    end: async () => false,
    linkOf: async () => null,
    signals: { onSignal: () => () => undefined, answer: () => undefined },
    survey: {
      waiting: () => waiting,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      settle: (from, isCounted) => {
        settled.push([from, isCounted]);
        waiting = waiting.filter((message) => message.from !== from);
        tell();
      },
    },
  };
  const { container } = render(
    <SessionContext.Provider value={session}>
      <SharesContext.Provider value={shares}>
        <AnswersFromPhone name="Lars" />
      </SharesContext.Provider>
    </SessionContext.Provider>,
  );
  return {
    container,
    session,
    settled,
    come: (message: AnsweredMessage) =>
      act(() => {
        waiting = [...waiting, message];
        tell();
      }),
    sums: async () => {
      const { vault } = session.get();
      return vault === null ? [] : readSurvey(vault);
    },
  };
};

const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));

it('says that answers have come, never what they say, and counts them only when a person says so', async () => {
  const { container, come, sums, settled } = await open();
  expect(container.textContent).toBe('');
  await come(answered('a'));
  expect(screen.getByText(title)).toBeTruthy();
  expect(container.textContent).not.toMatch(/[0-5]/u);
  expect(await axeFindings(container)).toEqual([]);
  expect(await sums()).toEqual([]);
  press('Räkna med svaren');
  await screen.findByText('Svaren är med.', {}, late);
  expect(screen.queryByText(title)).toBeNull();
  expect(settled).toEqual([['a', true]]);
  expect(await sums()).toMatchObject([{ answered: 1, who: 'individual' }]);
  expect(await axeFindings(container)).toEqual([]);

  // The phone had not heard it, and says them once more: they are in already.
  await come(answered('a'));
  await waitFor(() => expect(settled).toHaveLength(2), late);
  expect(settled[1]).toEqual(['a', true]);
  expect(await sums()).toMatchObject([{ answered: 1 }]);
}, 60_000);

it('leaves out what a person does not want counted, one at a time, and tells the phone', async () => {
  const { come, sums, settled } = await open();
  await come(answered('a'));
  await come(answered('b'));
  press('Räkna inte med dem');
  await screen.findByText('Svaren är inte med. Lars kan se det på sin telefon.');
  expect(screen.getByText(title)).toBeTruthy();
  expect(settled).toEqual([['a', false]]);
  expect(await sums()).toEqual([]);
}, 60_000);

it('keeps answers that could not be saved waiting, and says that nothing is gone', async () => {
  const { come, session, settled } = await open();
  await come(answered('a'));
  const { vault } = session.get();
  if (vault === null) throw new Error('the device is locked');
  vi.spyOn(vault, 'writeValue').mockResolvedValue({ ok: false, error: { kind: 'locked' } });
  press('Räkna med svaren');
  await screen.findByText(/^Inget är borta\. Svaren gick inte att spara\./u, {}, late);
  expect(screen.getByText(title)).toBeTruthy();
  expect(settled).toEqual([]);
}, 60_000);

it('counts nothing of answers that say nothing, and asks no more about them', async () => {
  const { come, sums, settled } = await open();
  await come(answered('a', '000000'));
  press('Räkna med svaren');
  await screen.findByText('Svaren är inte med. Lars kan se det på sin telefon.');
  expect(settled).toEqual([['a', false]]);
  expect(await sums()).toEqual([]);
}, 60_000);
