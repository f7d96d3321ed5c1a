import type { CircleAudience, Participant, SipPlan } from '../../plan/model.ts';
import { type CircleRole, circleRoles } from './roles.ts';

/**
 * Whose circles to print for a meeting, guessed from who comes: a suggestion that is changed with one tap. From the
 * function that was written, never from a name.
 */
const ofAudience: Readonly<Record<CircleAudience, CircleRole>> = {
  barn: 'barn',
  ungdom: 'ungdomar',
  vuxen: 'vuxna',
  aldre: 'aldre',
};

const parental =
  /(?<!\p{L})(?:mamma|pappa|mor|far|moder|fader)(?!\p{L})|förälder|vårdnadshavare|familjehem/iu;
const other = /god man|förvaltare|kontaktperson|stödperson|kontaktfamilj|personligt ombud/iu;

const ofParticipant = (one: Participant): CircleRole => {
  if (parental.test(one.function)) return 'foraldrar';
  if (other.test(one.function)) return 'ovriga';
  const isStaff =
    one.service !== '' || one.authority.value === 'region' || one.authority.value === 'kommun';
  return isStaff ? 'personal' : 'narstaende';
};

/** Whose plan it is; null when they lead, and have the leader's, or when nobody said. */
export const ownCircleOf = ({
  audience,
  leads,
}: Pick<SipPlan, 'audience' | 'leads'>): CircleRole | null =>
  leads.value === 'huvudperson' || audience.value === null ? null : ofAudience[audience.value];

export const circlesOfPlan = (
  plan: Pick<SipPlan, 'audience' | 'leads' | 'participants'>,
): readonly CircleRole[] => {
  const own = ownCircleOf(plan);
  const others = plan.participants
    .filter(({ isIndividual, reply }) => !isIndividual && reply.value !== 'kommerInte')
    .map(ofParticipant);
  const wanted = new Set<CircleRole>(own === null ? others : [own, ...others]);
  return circleRoles.filter((role) => wanted.has(role));
};
