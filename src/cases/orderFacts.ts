import type { PlacedFact } from '../shared/fact.ts';

/**
 * The fixed order in which every device folds facts. A record that had seen another knows of strictly
 * more records than it, so ordering by how many records were known is a linear extension of
 * "had seen"; what is concurrent is ordered by instant, then device, so that all devices agree.
 */
export const orderFacts = (facts: readonly PlacedFact[]): readonly PlacedFact[] =>
  facts
    .map((placed) => ({ placed, known: knownRecords(placed) }))
    .sort(
      (a, b) =>
        a.known - b.known ||
        a.placed.fact.at - b.placed.fact.at ||
        compareText(a.placed.device, b.placed.device) ||
        a.placed.seq - b.placed.seq ||
        compareText(a.placed.fact.id, b.placed.fact.id),
    )
    .map(({ placed }) => placed);

const knownRecords = ({ seq, seen }: PlacedFact): number =>
  Object.values(seen).reduce((sum, highest) => sum + highest, seq);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
