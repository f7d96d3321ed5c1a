import { addDays, dateOfInstant } from '../../../i18n/localDate.ts';
import { firstFollowUpDate } from '../../../plan/agreed.ts';
import type { SipPlan } from '../../../plan/model.ts';
import type { Instant, LocalDate } from '../../../shared/deps.ts';
import type { FollowUp } from '../../meetingEvents.ts';
import { settled } from '../planWords.ts';

/** What the four answers say for this plan, so that none of them needs typing. */
export interface FollowUpOffer {
  /** Who holds the plan; empty when nobody has been chosen. */
  readonly by: string;
  readonly before: LocalDate;
}

/** Two weeks, unless somebody's answer is due before then (field.md 10). */
export const followUpOffer = (plan: SipPlan, now: Instant): FollowUpOffer => {
  const today = dateOfInstant(now);
  const usual = addDays(today, 14);
  const due = firstFollowUpDate(plan);
  return {
    by: (settled(plan.lead.name) ?? '').trim(),
    before: due !== null && due > today && due < usual ? due : usual,
  };
};

export const toFollowUp = (kind: FollowUp['kind'], offer: FollowUpOffer): FollowUp =>
  kind === 'bokas' ? { kind, by: offer.by, before: offer.before } : { kind };
