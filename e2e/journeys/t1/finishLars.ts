/** T1 after the meeting: the plan is made ready, printed, and taken along as text. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import type { Page } from '../../driver/types.ts';
import { inThePlan, inTheText, notInThePlan, onPaper } from './lars.ts';

const run = promisify(execFile);

/** From **Efter mötet** to the text of the plan. */
export const finishLars = async (page: Page): Promise<void> => {
  await page.press('link', 'Gå till planen');
  await page.press('button', 'Gör planen klar');
  await page.waitForText('En klar version ändras inte.');
  await page.press('button', 'Gör planen klar', { within: 'Gör planen klar' });
  await page.waitFor('heading', 'Klar, version 1');
  await printIt(page);
  await page.press('button', 'Kopiera planen som text');
  saysThePlan(await page.value('Planen som text'), inTheText);
  await page.press('button', 'Stäng');
  await page.waitForGone('dialog', 'Kopiera planen som text');
};

/** Words, however they are broken into lines. */
const tidy = (text: string): string => text.replace(/\s+/g, ' ');

const saysThePlan = (text: string, more: readonly string[]): void => {
  const words = tidy(text);
  for (const each of [...inThePlan, ...more]) expect(words).toContain(each);
  for (const each of notInThePlan) expect(words).not.toContain(each);
};

/** What stood in the page for the printer each time the browser was asked to print. */
interface Printed {
  printed?: string[];
}

/** The browser's own question about printers is answered by nobody in a test: only that it comes is looked for. */
const printIt = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    const printed: string[] = [];
    (globalThis as Printed).printed = printed;
    globalThis.print = () => {
      printed.push(document.querySelector('.print-root')?.textContent ?? '');
    };
  });
  await page.press('button', 'Skriv ut');
  await page.press('button', 'Skriv ut', { within: 'Skriv ut' });
  await page.waitUntil(() => ((globalThis as Printed).printed ?? []).length > 0, []);
  const printed = await page.evaluate(() => (globalThis as Printed).printed ?? []);
  expect(printed).toHaveLength(1);
  saysThePlan(printed[0] ?? '', onPaper);
  const pdf = await page.pdf();
  if (pdf !== null) saysThePlan(await textOfPdf(pdf), onPaper);
};

/** What paper carries, read by poppler, which knows nothing of how it was made. */
const textOfPdf = async (pdf: Uint8Array): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'sip-pdf-'));
  try {
    await writeFile(join(folder, 'plan.pdf'), pdf);
    const { stdout } = await run('pdftotext', [join(folder, 'plan.pdf'), '-']);
    return stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
