/** For tests: what axe finds in a piece of a page. Contrast needs a real browser, and is measured there. */
import axe from 'axe-core';

/** One line a finding, so that a failing test says what and where. An empty list is what one wants. */
export async function axeFindings(piece: Element): Promise<string[]> {
  const { violations } = await axe.run(piece, {
    rules: {
      'color-contrast': { enabled: false },
      region: { enabled: false },
    },
  });
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html}`),
  );
}
