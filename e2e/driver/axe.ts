/** Runs axe-core in the page that is open, by the rules of WCAG 2.2 A and AA and its best practices. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from './types.ts';

export interface Violation {
  readonly rule: string;
  readonly help: string;
  /** Where: selector and the beginning of the markup. */
  readonly places: readonly string[];
}

let source: Promise<string> | undefined;

const axeSource = (): Promise<string> => {
  source ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  return source;
};

/** Resolves to what breaks the rules; an empty list is what a test wants. `without`: rules that are checked otherwise. */
export const findViolations = async (
  page: Page,
  without: readonly string[] = [],
): Promise<readonly Violation[]> => {
  await page.run(await axeSource());
  const results = await page.evaluate(async (left) => {
    const { axe } = globalThis as unknown as {
      axe: { run: (context: Document, options: object) => Promise<AxeResults> };
    };
    const { violations, passes } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
      rules: Object.fromEntries(left.map((rule) => [rule, { enabled: false }])),
    });
    return {
      checked: passes.length,
      violations: violations.map(({ id, help, nodes }) => ({
        rule: id,
        help,
        places: nodes.map((node) => `${node.target.join(' ')} ${node.html.slice(0, 120)}`),
      })),
    };
  }, without);
  if (results.checked === 0) throw new Error('axe found nothing to check on this page.');
  return results.violations;
};
