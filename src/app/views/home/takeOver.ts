import type { OfferedPlan, ToldTakeOver, WhyTakenOver } from '../../../cases/takeOverCase.ts';

/** A plan that a colleague wants taken over if they are away. */
export interface Offer extends OfferedPlan {
  /** The name on the wall, where the owner chose to say it; null for nothing. */
  readonly label: string | null;
}

export type TakeOverAnswer = 'taken' | 'gone' | 'failed';

/** What the owner is told: who took a plan over. `told` is null where the rest cannot be read. */
export interface ToldOwner {
  readonly caseId: string;
  readonly by: string;
  readonly name: string;
  readonly told: ToldTakeOver | null;
}

export interface TakeOverWork {
  readonly offers: readonly Offer[];
  readonly take: (offer: Offer, why: WhyTakenOver) => Promise<TakeOverAnswer>;
  readonly told: readonly ToldOwner[];
  readonly seen: (told: ToldOwner) => Promise<void>;
}
