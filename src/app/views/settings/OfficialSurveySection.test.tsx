// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { initI18n } from '../../../i18n/i18n.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { SessionContext } from '../../SessionContext.ts';
import { readOfficialSurvey } from '../../session/officialSurvey.ts';
import { createTestDevice } from '../../testDevice.ts';
import { OfficialSurveySection } from './OfficialSurveySection.tsx';

beforeAll(() => initI18n('sv'));
afterEach(cleanup);

const write = (label: string, text: string): void => {
  fireEvent.input(screen.getByRole('textbox', { name: label }), { target: { value: text } });
};

const save = (): boolean => fireEvent.click(screen.getByRole('button', { name: 'Spara adressen' }));

const late = { timeout: 15_000 };

it('keeps the address of another survey, says what is wrong with one, asks nothing of it, and takes it away', async () => {
  const fetching = vi.spyOn(globalThis, 'fetch');
  const { session } = await createTestDevice();
  const kept = async () => {
    const { vault } = session.get();
    return vault === null ? 'locked' : readOfficialSurvey(vault);
  };
  const { container } = render(
    <SessionContext.Provider value={session}>
      <OfficialSurveySection />
    </SessionContext.Provider>,
  );
  write('Adress till enkäten', 'http://www.exempel.se/enkat');
  save();
  await screen.findByText(/^Inget är ändrat\. Adressen ska börja med https:/u, {}, late);
  write('Adress till enkäten', 'https://www.exempel.se/enkat');
  save();
  await screen.findByText(/^Inget är ändrat\. Skriv vem enkäten kommer från/u, {}, late);
  expect(await axeFindings(container)).toEqual([]);
  expect(await kept()).toBeNull();
  write('Vem kommer enkäten från?', 'SKR');
  save();
  await screen.findByText('Sparat här', {}, late);
  expect(await kept()).toEqual({ address: 'https://www.exempel.se/enkat', owner: 'SKR' });

  cleanup();
  render(
    <SessionContext.Provider value={session}>
      <OfficialSurveySection />
    </SessionContext.Provider>,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Ta bort adressen' }, late));
  await screen.findByText('Adressen är borttagen.', {}, late);
  expect(await kept()).toBeNull();
  expect(fetching).not.toHaveBeenCalled();
}, 90_000);
