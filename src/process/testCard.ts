import type { CaseCard } from './caseCard.ts';

/** The card of a plan that has just been begun. For tests only. */
export const testCard = (name: string, own: Partial<CaseCard> = {}): CaseCard => ({
  shape: 1,
  name,
  step: 'forbered',
  nextDate: null,
  nextTime: null,
  nextPlace: '',
  minutes: 60,
  meeting: null,
  missing: [],
  todo: [],
  protectedIdentity: false,
  shareUnanswered: false,
  ...own,
});
