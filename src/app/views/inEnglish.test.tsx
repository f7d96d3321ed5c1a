// @vitest-environment happy-dom
/** The program in English: what the leader reads is English, what is kept or comes on paper is Swedish. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { initI18n } from '../../i18n/i18n.ts';
import { loadTexts } from '../../i18n/loadTexts.ts';
import { createLars } from '../../individual/testRoom.ts';
import { createTestWorkspace, TestCase } from '../../individual/testWorkspace.tsx';
import { testStart } from '../../meeting/testMeeting.ts';
import { Ribbon } from '../../ui/Ribbon/Ribbon.tsx';
import { CirclesRoute } from './circles/CirclesRoute.tsx';
import { readCircleSearch } from './circles/circleWay.ts';
import { ConsentView } from './consent/ConsentView.tsx';
import { openEasy } from './easy/openEasy.ts';
import { PackView } from './pack/PackView.tsx';
import { CopyText } from './plan/CopyText.tsx';
import { PrintDialog } from './plan/PrintDialog.tsx';

/** However busy the machine is. */
const soon = { timeout: 20_000 };
const clock = { now: () => testStart, monotonic: () => 0 };

const workspaceOf = (lars = createLars()) =>
  createTestWorkspace({ ...lars, log: [], now: () => testStart, practice: true });

const paper = (): string => document.querySelector('.print-root')?.textContent ?? '';

beforeAll(async () => {
  await initI18n('en');
  await Promise.all([
    loadTexts('sv-x-lattlast', 'easy'),
    loadTexts('sv', 'ownCircles'),
    loadTexts('en', 'ownCircles'),
  ]);
});
afterAll(() => initI18n('sv'));
beforeEach(() => {
  vi.stubGlobal('scrollTo', () => undefined);
  vi.stubGlobal('print', () => undefined);
});
vi.setConfig({ testTimeout: 60_000 });
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  history.replaceState(null, '', '/');
});

it('has every word around a printed plan in Swedish', () => {
  render(
    <TestCase workspace={workspaceOf()}>
      <PrintDialog
        open={false}
        clock={clock}
        organisation=""
        version={null}
        onClose={() => undefined}
      />
    </TestCase>,
  );
  expect(paper()).toContain('Plan för Lars Svensson. Utkast.');
  expect(paper()).toContain('Övning. Personen finns inte.');
  expect(paper()).not.toMatch(/Draft|Practice/u);
});

it('has every word around a printed copy in easy Swedish in Swedish', async () => {
  const EasyView = await openEasy();
  render(
    <TestCase workspace={workspaceOf()}>
      <EasyView clock={clock} organisation="" />
    </TestCase>,
  );
  await screen.findByRole('article', undefined, soon);
  expect(paper()).toContain('Plan för Lars Svensson. Utkast.');
  expect(paper()).toContain('Övning. Personen finns inte.');
  expect(paper()).not.toMatch(/Draft|Practice/u);
});

it('offers the cards of the pack in English, and prints them in Swedish', async () => {
  render(
    <TestCase workspace={workspaceOf()}>
      <PackView />
    </TestCase>,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Parents' }, soon));
  await waitFor(() => expect(paper()).toContain('Mötescirkel för föräldrar'), soon);
});

it('opens the circles in English, with what stands on the wall beside, and can go to Swedish', async () => {
  history.replaceState(null, '', '/hjalp/cirklar/vuxna');
  render(<CirclesRoute who="vuxna" />);
  const name = await screen.findByRole('heading', { name: /What you need/u }, soon);
  expect(name.querySelector('[lang="sv"]')?.textContent).toBe('Behov');
  fireEvent.click(screen.getByRole('radio', { name: 'Svenska' }));
  await screen.findByRole('heading', { name: 'Behov' }, soon);
  expect(readCircleSearch(location.search).language).toBe('sv');
  // All of the page is in the language it says it is in.
  expect(document.querySelector('.circles')?.getAttribute('lang')).toBe('sv');
  await screen.findByRole('button', { name: 'Tillbaka' }, soon);
  expect(screen.queryByRole('img', { name: /The meeting circle/u })).toBeNull();
});

it('asks for consent by the Swedish question, said to be Swedish, with the English as a help', () => {
  render(
    <TestCase workspace={workspaceOf()}>
      <ConsentView />
    </TestCase>,
  );
  fireEvent.click(
    screen.getByRole('button', { name: 'Record the answer: Consent to sharing information' }),
  );
  const dialog = screen.getByRole('dialog');
  const asked = [...dialog.querySelectorAll('[lang="sv"]')].map((one) => one.textContent);
  expect(asked).toEqual(['Får de som är med prata med varandra om Lars?']);
  expect(dialog.textContent).toContain('May those who take part talk with each other about Lars?');
});

it('says that a text to take along is Swedish, so that it is read aloud as that', () => {
  render(
    <CopyText text="Planen tillhör Lars." label="The plan as text" onCopied={() => undefined} />,
  );
  expect(screen.getByLabelText('The plan as text').getAttribute('lang')).toBe('sv');
});

it('puts a person’s own words between English quotation marks', () => {
  render(<Ribbon words=" Behålla gården " />);
  expect(screen.getByText('‘Behålla gården’')).toBeTruthy();
});
