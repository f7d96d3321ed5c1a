import type { CaseCard } from '../../../process/caseCard.ts';

/** A case as the lists know it: its card, without opening it. */
export interface CardEntry {
  readonly caseId: string;
  readonly card: CaseCard;
}
