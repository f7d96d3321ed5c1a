import type { ConsentGiver } from '../../../consent/consentFacts.ts';
import { theIndividual } from '../../../consent/recordConsent.ts';
import { guardianshipOf } from '../../../plan/guardianship.ts';
import type { SipPlan } from '../../../plan/model.ts';
import { shortName } from '../planWords.ts';

/**
 * Who may answer on the card: the individual, and their guardians unless the plan is about a grown-up: the mother of one has
 * no custody.
 * Nothing is computed of their right to: staff judge it (OSL 12 kap. 3 §).
 */
export interface GiverChoice {
  readonly id: string;
  /** Null for the individual, whose name the screen knows; empty for a guardian who is not among the participants. */
  readonly name: string | null;
  readonly giver: ConsentGiver;
}

/** As people write it in **Funktion eller relation**. Whole words: a "familjehemsmamma" has no custody. */
const guardianWords =
  /(^|[^\p{L}])(vårdnadshavare|mamma|pappa|mor|far|moder|fader|förälder|föräldrar)([^\p{L}]|$)/iu;

const individual: GiverChoice = { id: 'individual', name: null, giver: theIndividual };

/** The individual first: the usual one who answers. One choice alone means that there is nothing to ask. */
export const giverChoices = (plan: SipPlan): readonly GiverChoice[] => {
  const guardianship = guardianshipOf(plan);
  if (guardianship === 'none') return [individual];
  const guardians = plan.participants
    .filter((person) => !person.isIndividual && guardianWords.test(person.function))
    .map((person) => guardian(person.id, shortName(plan, person), person.name));
  if (guardians.length > 0) return [individual, ...guardians];
  return guardianship === 'possible' ? [individual, guardian('guardian', '', '')] : [individual];
};

/** By name, as on **Samtycke**: an answer there and one here are the same person's. */
const guardian = (id: string, short: string, name: string): GiverChoice => ({
  id,
  name: short,
  giver: { role: 'guardian', participantId: null, name: name.trim(), counts: true },
});
