/**
 * The plan as a PDF from the browser's own printing: what a record system's scanner or a screen reader is given.
 * Read with poppler's tools (`pdfinfo -struct`, `pdftotext`), which know nothing of how it was made.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp } from '../app.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import type { TestServer } from '../driver/server.ts';

const run = promisify(execFile);

let server: TestServer;
let browser: ChromiumBrowser;
let folder: string;
let pdf: string;
/** The text of each page. */
let pages: readonly string[];
let structure: string;

const addStep = async (text: string): Promise<void> => {
  const { page } = browser;
  await page.type('Skriv en rad', text);
  await page.press('button', 'Delmål');
  await page.press('button', 'Klar');
};

const addHelp = async (text: string, who: string): Promise<void> => {
  const { page, playwrightPage } = browser;
  await page.type('Skriv en rad', text);
  await page.press('button', 'Insats');
  // The same names stand under **Vem ska hålla i planen?** too.
  const doers = playwrightPage.getByRole('group', { name: 'Vem ska göra det?' });
  await doers.getByRole('button', { name: who }).click();
  await page.press('button', 'Klar');
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sip-print-'));
  pdf = join(folder, 'plan.pdf');
  server = await startApp();
  browser = await openChromium({ viewport: { width: 1180, height: 820 }, server });
  const { page, playwrightPage } = browser;
  await page.open(`${server.url}/ova`);
  await page.press('link', 'Titta på planen');
  await page.press('link', /Planen$/);
  await page.press('tab', 'Skriv');
  await addStep('Sova sex timmar per natt');
  await addHelp('Gå igenom mediciner', 'Eva (region)');
  for (let at = 1; at <= 12; at += 1) await addHelp(`Samtal ${at}`, 'Per (kommun)');
  await page.press('tab', 'Läs');
  await playwrightPage.pdf({ path: pdf, tagged: true, outline: true, preferCSSPageSize: true });
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-']);
  pages = stdout.split('\f').filter((text) => text.trim() !== '');
  structure = (await run('pdfinfo', ['-struct', pdf])).stdout;
}, 240_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the printed plan', () => {
  it('is A4, tagged, and in Swedish', async () => {
    const { stdout } = await run('pdfinfo', [pdf]);
    expect(stdout).toMatch(/Tagged:\s+yes/);
    expect(stdout).toMatch(/\(A4\)/);
    expect(await readFile(pdf, 'latin1')).toMatch(/\/Lang \(sv\)/);
  });

  it('has a first heading, headings under it, and tables with headers of columns and rows', () => {
    expect(structure.match(/\bH1\b/g)).toHaveLength(1);
    expect(structure.match(/\bH2\b/g)?.length ?? 0).toBeGreaterThan(3);
    expect(structure).toMatch(/\bTable\b/);
    expect(structure).toMatch(/\bTH\b[\s\S]{0,200}\/Scope \/Column/);
    expect(structure).toMatch(/\bTH\b[\s\S]{0,200}\/Scope \/Row/);
  });

  it('carries the stamp on every page', () => {
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain('Arbetsmaterial från SIP-mötet.');
  });

  it('numbers its pages and says which plan they are of', () => {
    for (const [at, page] of pages.entries()) {
      expect(page).toContain(`Sida ${at + 1} av ${pages.length}`);
      expect(page).toContain('Plan för Lars');
    }
  });

  it('says what every authority answers for, in the order of the plan', () => {
    const text = pages.join('\n');
    expect(text.indexOf('Det här ansvarar regionen för')).toBeGreaterThan(0);
    expect(text.indexOf('Det här ansvarar kommunen för')).toBeGreaterThan(
      text.indexOf('Det här ansvarar regionen för'),
    );
    for (let at = 1; at <= 12; at += 1) expect(text).toMatch(new RegExp(`Samtal ${at}\\b`));
  });

  it('says that it is practice, and nothing of the screen around it', () => {
    expect(pages[0]).toContain('Övning');
    expect(pages.join('\n')).not.toMatch(/Gör planen klar|Kopiera planen|Sparat här/);
  });
});
