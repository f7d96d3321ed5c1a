/**
 * The individual's short copy on paper: at most two A4 with what the meeting usually agrees on, tagged, each part in its
 * own language, nothing of it outside the page.
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

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sip-print-'));
  server = await startApp();
  browser = await openChromium({ server });
  const { page } = browser;
  await openPractice(page, server.url);
  await page.press('link', /Planen$/);
  const every = 'Varje vecka';
  await writePlan(page, 'Sova sex timmar per natt', {
    Läkemedelsgenomgång: { who: 'Eva (region)', every },
    Boendestöd: { who: 'Per (kommun)', every },
    'Samtal om kvällarna': { who: 'Per (kommun)', every },
    Promenad: { who: 'Lars själv', every },
  });
  await page.press('link', 'Lättläst');
  await page.waitFor('heading', 'Din plan');
}, 240_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const choose = async (language: string): Promise<void> => {
  const { playwrightPage } = browser;
  const chip = playwrightPage.locator(`input[type=radio][value="${language}"]`);
  if ((await chip.count()) === 0) {
    await playwrightPage.locator('.easy-view__languages > button').click();
  }
  await chip.check({ force: true });
  const two = language.startsWith('sv') ? '' : '.easy--two';
  await playwrightPage.locator(`main .easy${two}[lang="${language}"]`).waitFor();
};

const pages = ({ info }: TaggedPdf): number => Number(/Pages:\s+(\d+)/.exec(info)?.[1]);

/** What stands outside the page's own width when it is laid out for paper. */
const tooWide = async (): Promise<readonly string[]> => {
  const { page, playwrightPage } = browser;
  await playwrightPage.emulateMedia({ media: 'print' });
  await playwrightPage.setViewportSize({ width: Math.floor((178 * 96) / 25.4), height: 1000 });
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('.print-root p, .print-root :is(h1, h2, h3), .print-root svg')]
      .filter((each) => {
        const { left, right } = each.getBoundingClientRect();
        return left < -1 || right > innerWidth + 1 || each.scrollWidth > each.clientWidth + 1;
      })
      .map(({ textContent }) => textContent),
  );
  // As it was: a page that is made to look as on a screen is printed so too.
  await playwrightPage.emulateMedia({ media: null });
  await playwrightPage.setViewportSize({ width: 1180, height: 820 });
  return found;
};

describe.each(['sv-x-lattlast', 'en', 'ar', 'ti'])('the short copy on paper in %s', (language) => {
  it('is one or two A4, tagged, with headings in order and each part in its language', async () => {
    await choose(language);
    const pdf = await printTagged(browser, join(folder, `${language}.pdf`));
    expect(pdf.info).toMatch(/Tagged:\s+yes/);
    expect(pdf.info).toMatch(/\(A4\)/);
    expect(pages(pdf)).toBeLessThanOrEqual(2);
    expect(new Set(pdf.languages)).toEqual(new Set(['sv', language]));
    const levels = headingLevels(pdf);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
    // Eva, Per, and what Lars does.
    expect(levels.filter((level) => level === 3)).toHaveLength(3);
    expect(countTags(pdf, 'LI')).toBe(4);
    expect(pdf.spoken).toContain('Arbetsmaterial från SIP-mötet.');
    expect(pdf.spoken).toContain('Samtal om kvällarna');
    expect(pdf.spoken).not.toMatch(/Språk|Sparat här|Skriv ut/);
  });

  it('has all of it within the page', async () => {
    await choose(language);
    expect(await tooWide()).toEqual([]);
  });
});
