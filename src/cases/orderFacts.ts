import type { PlacedFact } from '../shared/fact.ts';

/**
 * The fixed order in which every device folds facts. A record says to have seen another only when it has also seen all
 * that the other had (`deviceLog.ts`), so it knows of strictly more records, and ordering by how many were known is a
 * linear extension of "had seen"; what is concurrent is ordered by instant, then device, so that all devices agree.
 */
export const orderFacts = (facts: readonly PlacedFact[]): readonly PlacedFact[] =>
  facts
    .map((placed) => ({ placed, known: knownRecords(placed) }))
    .sort((a, b) => a.known - b.known || compareConcurrent(a.placed, b.placed))
    .map(({ placed }) => placed);

/** Of two records that hold one and the same fact, the one that every device takes. */
export const firstOf = (a: PlacedFact, b: PlacedFact): PlacedFact =>
  (knownRecords(a) - knownRecords(b) ||
    compareConcurrent(a, b) ||
    compareText(JSON.stringify(a), JSON.stringify(b))) <= 0
    ? a
    : b;

const compareConcurrent = (a: PlacedFact, b: PlacedFact): number =>
  a.fact.at - b.fact.at ||
  compareText(a.device, b.device) ||
  a.seq - b.seq ||
  compareText(a.fact.id, b.fact.id);

const knownRecords = ({ seq, seen, unseen = [0, -1] }: PlacedFact): number =>
  Object.values(seen).reduce((sum, highest) => sum + highest, seq - (unseen[1] - unseen[0] + 1));

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
