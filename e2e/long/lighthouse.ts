/**
 * First load, **Låst**, practice and the list of plans as Lighthouse sees them, on a slow phone and on a computer. What
 * took something from a score stands in docs/evidence/lighthouse-report.json, the reasons in docs/accessibility.md.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { lighthouseVersion } from '../lighthouse/loadLighthouse.ts';
import { categories, measuredPages, measurePage, trim } from '../lighthouse/measurePage.ts';
import type { LongTest } from '../longTest.ts';

type Trimmed = ReturnType<typeof trim>;

const file = new URL('../../docs/evidence/lighthouse-report.json', import.meta.url);

/** Puts this page's report in the place of its last one. */
const keep = async (trimmed: Trimmed): Promise<void> => {
  const before = await readFile(file, 'utf8').catch(() => '{"pages":[]}');
  const { pages } = JSON.parse(before) as { readonly pages: readonly Trimmed[] };
  const isOther = ({ page, form }: Trimmed): boolean =>
    page !== trimmed.page || form !== trimmed.form;
  const kept = { lighthouse: lighthouseVersion, pages: [...pages.filter(isOther), trimmed] };
  await mkdir(new URL('.', file), { recursive: true });
  await writeFile(file, `${JSON.stringify(kept, null, 2)}\n`);
};

export const longTest: LongTest = {
  promise:
    'Lighthouse gives 100 for accessibility and best practices on first load, Låst, practice and the list of plans; performance as counted.',
  pieces: measuredPages.length,
  run: async ({ piece }) => {
    const measured = measuredPages[piece];
    if (measured === undefined) throw new Error(`There is no piece ${piece}.`);
    const trimmed = trim(measured, await measurePage(measured));
    await keep(trimmed);
    for (const category of ['accessibility', 'best-practices'])
      if (trimmed.scores[category] !== 100)
        throw new Error(`${measured.name}, ${measured.form}: ${trimmed.deductions.join('; ')}`);
    return Object.fromEntries(
      categories.flatMap((category) => {
        const score = trimmed.scores[category];
        return score === undefined
          ? []
          : [[`${measured.name}, ${measured.form}, ${category}`, score]];
      }),
    );
  },
};
