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

export interface AxeRules {
  /** Rules that are checked otherwise. */
  readonly without?: readonly string[];
  /** These alone, such as what colours can change. */
  readonly only?: readonly string[];
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Resolves to what breaks the rules; an empty list is what a test wants. */
export const findViolations = async (
  page: Page,
  { without = [], only = [] }: AxeRules = {},
): Promise<readonly Violation[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.run(await axeSource());
  const runOnly = only.length > 0 ? { type: 'rule', values: only } : { type: 'tag', values: wcag };
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const results = await page.evaluate(
    async (options) => {
      const { axe } = globalThis as unknown as {
        axe: { run: (context: Document, options: object) => Promise<AxeResults> };
      };
      const { violations, passes } = await axe.run(document, {
        ...options,
        resultTypes: ['violations'],
      });
      return {
        checked: passes.length,
        violations: violations.map(({ id, help, nodes }) => ({
          rule: id,
          help,
          places: nodes.map((node) => `${node.target.join(' ')} ${node.html.slice(0, 120)}`),
        })),
      };
    },
    { runOnly, rules },
  );
  if (results.checked === 0) throw new Error('axe found nothing to check on this page.');
  return results.violations;
};
