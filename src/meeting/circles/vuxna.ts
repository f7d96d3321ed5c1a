import { individualsCircle } from './roleCircle.ts';

/** Adults (domain.md 1.5.3, 1.6). Avslutning was not seen for this role. */
export const vuxna = individualsCircle('vuxna', {
  inledning: {
    speaks: 'leader',
    intro: 'M4',
    front: 'present:M4 others:M4 why pause',
    back: 'present:M4 people:P12 needs',
  },
  aktuellSituation: {
    speaks: 'individual',
    intro: 'M4',
    front: 'works:M4 less:M4 others:M4 wrong',
    back: 'important:M4 works:M4 notThis',
  },
  behov: {
    speaks: 'individual',
    intro: 'M4',
    front: 'later:M4 soon:M4 needed:M4 self:M4 help:M4 when:M4',
    back: 'want:M4 self:M4 day',
  },
  sammanfattning: {
    speaks: 'leader',
    intro: 'M4',
    front: 'told:M4 understood:M4 sounds:M4 holder:M4 expect:M4 think',
    back: 'holder:M4 no',
  },
  avslutning: { speaks: 'everyone', front: 'next copy ask felt', back: 'times after' },
});
