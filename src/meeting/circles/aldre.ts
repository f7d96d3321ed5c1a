import { individualsCircle } from './roleCircle.ts';

/** Older people. The page was not found (domain.md 1.5.6): every word is ours. */
export const aldre = individualsCircle('aldre', {
  inledning: {
    speaks: 'leader',
    front: 'present others hear pause',
    back: 'present company glasses time',
  },
  aktuellSituation: {
    speaks: 'individual',
    front: 'works less others wrong',
    back: 'keep day notThis',
  },
  behov: {
    speaks: 'individual',
    front: 'later soon self help when words',
    back: 'want hard helper',
  },
  sammanfattning: {
    speaks: 'leader',
    front: 'understood sounds holder unclear think',
    back: 'holder listen',
  },
  avslutning: { speaks: 'everyone', front: 'next copy ask felt', back: 'tell home' },
});
