import { individualsCircle } from './roleCircle.ts';

/** Young people (domain.md 1.5.4, 1.6). Most of Sammanfattning in the meeting and all of Avslutning were not seen. */
export const ungdomar = individualsCircle('ungdomar', {
  inledning: {
    speaks: 'leader',
    intro: 'M5',
    front: 'present:M5 others:M5 job pause',
    back: 'present:M5 trust',
  },
  aktuellSituation: {
    speaks: 'individual',
    intro: 'M5',
    front: 'works:M5 less:M5 together:M5 others:M5 wrong',
    back: 'important:M5 who notThis',
  },
  behov: {
    speaks: 'individual',
    intro: 'M5',
    front: 'later:M5 soon:M5 needed:M5 self:M5 help:M5 when:M5',
    back: 'want:M5 self:M5 day',
  },
  sammanfattning: {
    speaks: 'leader',
    intro: 'M5',
    front: 'told:M5 understood sounds holder:M5 unclear:M5 think',
    back: 'holder:M5 no',
  },
  avslutning: { speaks: 'everyone', front: 'next copy ask felt', back: 'reach after' },
});
