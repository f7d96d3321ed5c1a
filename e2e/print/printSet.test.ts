/**
 * The rest of what is printed, in structure: the meeting pack, and a ready version. Headings in order, a language, words
 * for every picture, cells that know their headers, and the text in the order in which it is meant to be read.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp } from '../app.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import type { TestServer } from '../driver/server.ts';
import { openPractice, writePlan } from './practicePlan.ts';
import { countTags, headingLevels, printTagged, type TaggedPdf } from './taggedPdf.ts';

let server: TestServer;
let browser: ChromiumBrowser;
let folder: string;
let pack: TaggedPdf;
let version: TaggedPdf;

const goTo = async (way: string, heading: string): Promise<void> => {
  const { page } = browser;
  await page.evaluate((to) => {
    const root = location.pathname.match(/^\/ova\/sip\/[^/]+/)?.[0] ?? '';
    history.pushState(null, '', `${root}/${to}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, way);
  await page.waitFor('heading', heading);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sip-print-'));
  server = await startApp();
  browser = await openChromium({ server });
  const { page } = browser;
  await openPractice(page, server.url);
  await goTo('paket', 'Mötespaketet');
  pack = await printTagged(browser, join(folder, 'pack.pdf'));
  await goTo('plan', 'Planen');
  await writePlan(page, 'Sova sex timmar per natt', {
    'Gå igenom mediciner': { who: 'Eva (region)' },
    'Samtal varje vecka': { who: 'Per (kommun)' },
  });
  await page.press('button', 'Gör planen klar');
  await page.waitForText('En klar version ändras inte.');
  await page.press('button', 'Gör planen klar', { within: 'Gör planen klar' });
  await page.waitFor('heading', 'Klar, version 1');
  version = await printTagged(browser, join(folder, 'version.pdf'));
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** No level is left out on the way down. */
const skipped = (levels: readonly number[]): readonly number[] =>
  levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1);

/** Where a line ends the tools leave out the space. */
const inOrder = (spoken: string, words: readonly string[]): void => {
  const text = spoken.replaceAll(' ', '');
  let at = -1;
  for (const each of words) {
    const next = text.indexOf(each.replaceAll(' ', ''), at + 1);
    expect(next, `where “${each}” is read`).toBeGreaterThan(at);
    at = next;
  }
};

describe.each([
  ['the meeting pack', () => pack],
  ['a ready version', () => version],
] as const)('%s on paper', (_, of) => {
  it('is A4, tagged, in Swedish, with headings that leave no level out', () => {
    const pdf = of();
    expect(pdf.info).toMatch(/Tagged:\s+yes/);
    expect(pdf.info).toMatch(/\(A4\)/);
    expect(new Set(pdf.languages)).toEqual(new Set(['sv']));
    const levels = headingLevels(pdf);
    expect(levels[0]).toBe(1);
    expect(levels.length).toBeGreaterThan(6);
    expect(skipped(levels)).toEqual([]);
  });

  it('has words for every picture', () => {
    const pdf = of();
    expect(pdf.pictures).toHaveLength(countTags(pdf, 'Figure'));
    for (const words of pdf.pictures) expect(words).toMatch(/\p{L}{3}/u);
  });
});

describe('the meeting pack', () => {
  it('is read in the order of the meeting: both sides of the circle, the blank plan, the cards', () => {
    inOrder(pack.spoken, [
      'Mötescirkel för den som leder',
      'Inledning',
      'Aktuell situation',
      'Behov',
      'Sammanfattning',
      'Avslutning',
      'Jag vill ha paus',
      'Jag förstår inte',
      'Jag vill säga något',
      'Det går för fort',
      'Jag vill inte prata om det här',
    ]);
    expect(pack.pictures).toContain('Mötescirkeln');
  });

  it('has tables whose cells have headers, where it has tables', () => {
    const tables = countTags(pack, 'Table');
    expect(tables).toBeGreaterThan(0);
    expect(countTags(pack, 'TH')).toBeGreaterThanOrEqual(tables);
  });
});

describe('a ready version', () => {
  it('says which boxes are ticked', () => {
    expect(version.pictures.filter((words) => words === 'ikryssad').length).toBeGreaterThan(0);
    expect(version.pictures.filter((words) => words === 'inte ikryssad').length).toBeGreaterThan(4);
  });

  it('has tables with headers of columns and rows, and is read in the order of the plan', () => {
    expect(version.structure).toMatch(/\bTH\b[\s\S]{0,200}\/Scope \/Column/);
    expect(version.structure).toMatch(/\bTH\b[\s\S]{0,200}\/Scope \/Row/);
    inOrder(version.spoken, [
      'Plan för Lars',
      'Vad gäller planen?',
      'Det här är viktigt',
      'Gå igenom mediciner',
      'Samtal varje vecka',
      'Huvudansvarig för SIP:en',
    ]);
  });
});
