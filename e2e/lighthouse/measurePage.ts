/** One page as Lighthouse sees it, in a Chromium of its own with a profile on disk. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { firstStart, newSip, startApp, unlock, waitForSaved } from '../app.ts';
import { openChromium } from '../driver/chromium.ts';
import { type Lighthouse, loadLighthouse, type Report } from './loadLighthouse.ts';

export const categories = ['performance', 'accessibility', 'best-practices'] as const;

export interface MeasuredPage {
  readonly name: string;
  /** `first`: nothing was here before. `locked`: a vault with plans, locked. `practice`: **Öva** with its case. */
  readonly page: 'first' | 'locked' | 'practice' | 'plans';
  readonly form: 'mobile' | 'desktop';
}

/** `plans` is not an address one can load: it stands behind the password, so it is looked at as it stands. */
export const measuredPages: readonly MeasuredPage[] = (['mobile', 'desktop'] as const).flatMap(
  (form) => [
    { name: 'Välkommen (first load)', page: 'first', form },
    { name: 'Låst (with plans)', page: 'locked', form },
    { name: 'Öva (with the case of Lars)', page: 'practice', form },
    { name: 'Alla planer (unlocked, as it stands)', page: 'plans', form },
  ],
);

const runs = 3;

const scoreOf = (report: Report, category: string): number =>
  Math.round((report.categories[category]?.score ?? Number.NaN) * 100);

const byPerformance = (a: Report, b: Report): number =>
  scoreOf(a, 'performance') - scoreOf(b, 'performance');

const ok = (result: { readonly lhr: Report } | undefined): Report => {
  if (result === undefined) throw new Error('Lighthouse gave no report.');
  if (result.lhr.runtimeError !== undefined) throw new Error(result.lhr.runtimeError.message);
  return result.lhr;
};

/** The median of three loads, since another program on the machine may take its time from one of them. */
const loads = async (
  { default: lighthouse, desktopConfig }: Lighthouse,
  { page, form }: MeasuredPage,
  url: string,
  port: number,
): Promise<Report> => {
  const reports: Report[] = [];
  for (let run = 0; run < runs; run += 1)
    reports.push(
      ok(
        await lighthouse(
          page === 'practice' ? `${url}/ova` : url,
          {
            port,
            onlyCategories: categories,
            // The vault must be there.
            disableStorageReset: page === 'locked',
            logLevel: 'error',
          },
          form === 'desktop' ? desktopConfig : undefined,
        ),
      ),
    );
  const median = [...reports].sort(byPerformance)[1];
  if (median === undefined) throw new Error('There was no report.');
  return median;
};

const snapshot = async (
  { snapshot: look, desktopConfig }: Lighthouse,
  form: MeasuredPage['form'],
  port: number,
): Promise<Report> => {
  const browser = await puppeteer.connect({
    browserURL: `http://127.0.0.1:${port}`,
    defaultViewport: null,
  });
  try {
    const [page] = await browser.pages();
    if (page === undefined) throw new Error('There is no page.');
    return ok(
      await look(page, {
        flags: { onlyCategories: categories.slice(1), logLevel: 'error' },
        ...(form === 'desktop' && { config: desktopConfig }),
      }),
    );
  } finally {
    await browser.disconnect();
  }
};

export const measurePage = async (measured: MeasuredPage): Promise<Report> => {
  const lighthouse = await loadLighthouse();
  const server = await startApp();
  const browser = await openChromium({ server });
  try {
    const { page } = browser;
    if (measured.page === 'locked' || measured.page === 'plans') {
      await firstStart(page, server.url);
      await newSip(page, 'Lars');
      await page.type('Vad är viktigt för dig?', 'Behålla gården');
      await waitForSaved(page);
      await page.open(server.url);
      await page.waitFor('heading', 'Låst');
    }
    if (measured.page === 'plans') {
      await unlock(page);
      await page.press('button', 'Alla planer');
      await page.waitFor('heading', 'Alla planer');
    }
    const text = await readFile(join(browser.profileDir, 'DevToolsActivePort'), 'utf8');
    const port = Number(text.split('\n')[0]);
    return measured.page === 'plans'
      ? await snapshot(lighthouse, measured.form, port)
      : await loads(lighthouse, measured, server.url, port);
  } finally {
    await browser.close();
    await server.stop();
  }
};

/** What is kept of a report: the scores, the times behind them, and what took something from them. */
export const trim = ({ name, form }: MeasuredPage, report: Report) => {
  const found = categories.filter((category) => report.categories[category] !== undefined);
  const times = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'];
  const all = [...times, 'cumulative-layout-shift', 'speed-index'];
  return {
    page: name,
    form,
    scores: Object.fromEntries(found.map((category) => [category, scoreOf(report, category)])),
    measures: Object.fromEntries(
      all.flatMap((id) => {
        const value = report.audits[id]?.displayValue;
        return value === undefined ? [] : [[id, value.replaceAll('\u00a0', ' ')]];
      }),
    ),
    deductions: found.flatMap((category) =>
      (report.categories[category]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 1)
        .map(({ id }) => `${category}: ${id} (${report.audits[id]?.title ?? ''})`),
    ),
  };
};
