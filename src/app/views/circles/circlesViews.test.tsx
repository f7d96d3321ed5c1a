// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { initI18n } from '../../../i18n/i18n.ts';
import { loadTexts } from '../../../i18n/loadTexts.ts';
import { roleCircle } from '../../../meeting/circles/roleCircles.ts';
import { circleRoles } from '../../../meeting/circles/roles.ts';
import { axeFindings } from '../../../ui/axeFindings.ts';
import { CirclesRoute } from './CirclesRoute.tsx';
import { CircleView } from './CircleView.tsx';
import { readCircleSearch } from './circleWay.ts';

beforeAll(async () => {
  await initI18n('sv');
  await loadTexts('sv', 'ownCircles');
});
beforeEach(() => history.replaceState(null, '', '/hjalp/cirklar'));
afterEach(cleanup);

const at = (way: string): void => history.replaceState(null, '', way);
/** Of the parts. Hard words have a heading of their own below them. */
const headings = (): readonly string[] =>
  [...document.querySelectorAll('main .circle-part h2')].map(
    (one) => one.textContent?.trim() ?? '',
  );
const paper = (): Element => document.querySelector('.print-root') ?? document.body;

describe('Mötescirklar', () => {
  it('lets everybody at the meeting find their own, and says whose the words are', async () => {
    const { container } = render(<CirclesRoute who={undefined} />);
    screen.getByRole('heading', { level: 1, name: 'Mötescirklar' });
    const links = within(screen.getByRole('list', { name: 'Vem är du på mötet?' })).getAllByRole(
      'link',
    );
    expect(links.map((link) => link.getAttribute('href'))).toEqual(
      circleRoles.map((role) => `/hjalp/cirklar/${role}`),
    );
    screen.getByText(/Orden är våra egna/);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('says so where there is no such circle', () => {
    render(<CirclesRoute who="chefen" />);
    screen.getByRole('heading', { name: 'Den sidan finns inte' });
  });

  it.each(circleRoles.filter((role) => role !== 'barn'))(
    'reads in five parts, with what it is built on: %s',
    async (role) => {
      const { container } = render(<CirclesRoute who={role} />);
      expect(headings().map((one) => one.replace(/^\d/u, '').trim())).toEqual([
        'Inledning',
        'Aktuell situation',
        'Behov',
        'Sammanfattning',
        'Avslutning',
      ]);
      expect(screen.getAllByRole('heading', { name: 'Före mötet' }).length).toBe(5);
      screen.getByText(/SKR/, { selector: 'main p' });
      expect(container.textContent).not.toContain('{{');
      expect(await axeFindings(container)).toEqual([]);
    },
  );

  it('marks the lines that are ours, and explains the mark; not where all of it is ours', () => {
    const adults = within(render(<CirclesRoute who="vuxna" />).container as HTMLElement);
    const lineOf = (text: string | RegExp) => adults.getByText(text).closest('li')?.textContent;
    expect(lineOf(/^Du får ta paus när du vill\./u)).toBe('Du får ta paus när du vill.\u00a0*');
    expect(lineOf('Säg ditt namn. Det räcker.')).toBe('Säg ditt namn. Det räcker.');
    adults.getByText('* Det här har vi lagt till själva.');
    cleanup();
    const { container } = render(<CirclesRoute who="aldre" />);
    expect(container.textContent).not.toContain('*');
    within(container as HTMLElement).getByText(/Den har vi inte sett\. Allt här är vårt eget\./);
  });

  it('follows the meeting: one part by the address, and on to the next', () => {
    at('/hjalp/cirklar/narstaende?del=3');
    render(<CirclesRoute who="narstaende" />);
    expect(headings()).toEqual(['3Behov']);
    screen.getByRole('img', { name: 'Mötescirkeln: del 3 av 5, Behov' });
    fireEvent.click(screen.getByRole('button', { name: 'Nästa del: Sammanfattning' }));
    expect(location.search).toBe('?del=4');
    expect(headings()).toEqual(['4Sammanfattning']);
    fireEvent.click(screen.getByRole('radio', { name: 'Alla fem' }));
    expect(location.search).toBe('');
    expect(headings().length).toBe(5);
  });

  it('reads in lättläst with a line a sentence, the Swedish name of the part beside, and on paper too', async () => {
    const { container } = render(<CirclesRoute who="aldre" />);
    fireEvent.click(screen.getByRole('radio', { name: 'Lättläst' }));
    await waitFor(() => screen.getByRole('heading', { level: 1, name: 'Cirkel för äldre' }), {
      timeout: 10_000,
    });
    expect(location.search).toBe('?sprak=sv-x-lattlast');
    expect(headings()[2]).toBe('3Det här behöver duBehov');
    const lines = [...container.querySelectorAll('.circle-part__sentence')];
    expect(lines.length).toBeGreaterThan(40);
    expect(container.querySelector('.circles')?.getAttribute('lang')).toBe('sv-x-lattlast');
    expect(paper().querySelectorAll('[lang="sv-x-lattlast"]').length).toBe(2);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('keeps staff’s circles in Swedish, with a word for the person', () => {
    at('/hjalp/cirklar/personal?sprak=sv-x-lattlast');
    render(<CirclesRoute who="personal" />);
    screen.getByRole('heading', { level: 1, name: 'Mötescirkel för personal' });
    expect(screen.queryByRole('radio', { name: 'Lättläst' })).toBeNull();
    expect(screen.getAllByText('Personen får börja.').length).toBe(2);
  });

  it('takes any address for what it can be', () => {
    for (const search of [
      '?del=9',
      '?del=',
      '?sprak=xx',
      '?sprak=__proto__',
      '?del=3&del=4',
      '%',
    ]) {
      const { language, part } = readCircleSearch(search);
      expect(language).toBe('sv');
      expect([null, 'behov']).toContain(part);
    }
  });
});

describe('the child’s circle on screen', () => {
  const openSettings = (): void => {
    fireEvent.click(screen.getByRole('button', { name: 'För dig som är vuxen' }));
  };
  const words = (): string =>
    document.querySelector('.child-circle__words')?.textContent?.trim() ?? '';

  it('shows one thing at a time, and comes to the end', async () => {
    const { container } = render(<CirclesRoute who="barn" />);
    expect(words()).toBe('Vi säger hej.');
    const next = screen.getByRole('button', { name: 'Nästa' });
    fireEvent.click(next);
    expect(words()).toBe('Säg vad du heter, om du vill.');
    fireEvent.click(screen.getByRole('button', { name: 'Bakåt' }));
    const count = roleCircle('barn').parts.reduce((sum, { front }) => sum + front.length + 1, 0);
    screen.getByText(`1 av ${count}`);
    for (let turned = 1; turned < count; turned += 1) fireEvent.click(next);
    expect(words()).toBe('Tack. Hej då.');
    expect((next as HTMLButtonElement).disabled).toBe(true);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('keeps to one part in step with a meeting, and has what to do before', () => {
    at('/hjalp/cirklar/barn?del=5');
    render(<CirclesRoute who="barn" />);
    expect(words()).toBe('Nu slutar vi.');
    screen.getByText('1 av 4');
    openSettings();
    fireEvent.click(screen.getByRole('radio', { name: 'Före mötet' }));
    expect(words()).toBe('Sist säger vi hej då.');
    screen.getByText('1 av 2');
  });

  it('says in how many minutes one may go and play, and when it is now', async () => {
    let now = 1_000_000_000;
    render(<CircleView who="barn" now={() => now} />);
    expect(screen.queryByRole('timer')).toBeNull();
    openSettings();
    fireEvent.click(screen.getByRole('radio', { name: 'Om 10 minuter' }));
    screen.getByText('Om 10 minuter får du gå och leka.');
    now += 9 * 60_000;
    document.dispatchEvent(new Event('visibilitychange'));
    await screen.findByText('Om 1 minut får du gå och leka.');
    now += 60_000;
    document.dispatchEvent(new Event('visibilitychange'));
    await screen.findByText('Nu får du gå och leka.');
  });
});

describe('the card on paper', () => {
  it.each(circleRoles)(
    'has two sides with five parts each, every line of the circle once: %s',
    (role) => {
      render(<CirclesRoute who={role} />);
      const sides = [...paper().querySelectorAll('.circle-card')];
      expect(sides.length).toBe(2);
      for (const side of sides) expect(side.querySelectorAll('h2').length).toBe(5);
      const { parts } = roleCircle(role);
      const items = sides.map((side) => side.querySelectorAll('li').length);
      expect(items).toEqual([
        parts.reduce((sum, { front }) => sum + front.length, 0),
        parts.reduce((sum, { back }) => sum + back.length, 0),
      ]);
      expect(paper().textContent).toContain('SKR');
      expect(paper().textContent).not.toContain('{{');
      expect(paper().textContent?.includes('Jag får gå och leka klockan:')).toBe(role === 'barn');
    },
  );

  it('is gone with the view', () => {
    render(<CirclesRoute who="vuxna" />);
    cleanup();
    expect(document.querySelector('.circle-card')).toBeNull();
  });
});
