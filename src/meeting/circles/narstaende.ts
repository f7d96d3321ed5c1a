import { individualsCircle } from './roleCircle.ts';

/** Close persons. The page was not found (domain.md 1.5.6): every word is ours. */
export const narstaende = individualsCircle('narstaende', {
  inledning: { speaks: 'leader', front: 'present others quiet pause', back: 'ask notThis' },
  aktuellSituation: {
    speaks: 'individual',
    front: 'listen works less seen',
    back: 'think words',
  },
  behov: {
    speaks: 'individual',
    front: 'think can others self words',
    back: 'wish energy support',
  },
  sammanfattning: {
    speaks: 'leader',
    front: 'understood mine both unclear',
    back: 'promise holder',
  },
  avslutning: { speaks: 'everyone', front: 'ask next copy felt', back: 'home talk' },
});
