import { individualsCircle } from './roleCircle.ts';

/** God man, kontaktperson, stödperson and others. The page was not found (domain.md 1.5.6): every word is ours. */
export const ovriga = individualsCircle('ovriga', {
  inledning: { speaks: 'leader', front: 'present role others quiet', back: 'role ask' },
  aktuellSituation: { speaks: 'individual', front: 'listen works less seen', back: 'think tell' },
  behov: { speaks: 'individual', front: 'think can cannot others when', back: 'can wish' },
  sammanfattning: {
    speaks: 'leader',
    front: 'understood mine wish unclear',
    back: 'promise power',
  },
  avslutning: { speaks: 'everyone', front: 'ask next copy felt', back: 'times reach' },
});
